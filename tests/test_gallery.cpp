// The gallery: every panel of every experiment in every theme is drawn, none is blank, and no two are the same picture.
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/experiment/experiment.h"
#include "core/view/theme.h"

using namespace engram;

namespace {

// The share of pixels that differ visibly from the most common colour.
double inkShare(const QImage& image) {
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) ++counts[image.pixel(x, y)];
    const auto ground = std::max_element(counts.begin(), counts.end());
    const QColor g(ground.key());
    int different = 0;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        const QColor c(it.key());
        const int distance = std::abs(c.red() - g.red()) + std::abs(c.green() - g.green()) + std::abs(c.blue() - g.blue());
        if (distance > 48) different += it.value();
    }
    return double(different) / (image.width() * image.height());
}

}  // namespace

class TestGallery : public QObject {
    Q_OBJECT
private slots:
    void everyPanelInEveryThemeIsThereAndNoneIsBlankOrEqualsAnother() {
        QTemporaryDir folder;
        QProcess process;
        process.start(ENGRAM_PROGRAM, {"gallery", "-o", folder.path(), "--dpi", "72"});
        QVERIFY(process.waitForFinished(240'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QHash<QByteArray, QString> seen;
        for (const Experiment& e : experiments())
            for (const PanelInfo& panel : e.panels)
                for (const std::string& theme : themeNames()) {
                    const QString name = QString::fromStdString(e.id + "-" + panel.id + "-" + theme + ".png");
                    const QImage image(folder.filePath(name));
                    QVERIFY2(!image.isNull(), qPrintable(name));
                    const double ink = inkShare(image);
                    QVERIFY2(ink > 0.01, qPrintable(QString("%1 is nearly blank: %2").arg(name).arg(ink)));
                    const QImage plain = image.convertToFormat(QImage::Format_RGB32);
                    const QByteArray bytes(reinterpret_cast<const char*>(plain.constBits()), plain.sizeInBytes());
                    QVERIFY2(!seen.contains(bytes), qPrintable(name + " equals " + seen.value(bytes)));
                    seen.insert(bytes, name);
                }
        QCOMPARE(QDir(folder.path()).entryList({"*.png"}).size(), seen.size());
    }
};

QTEST_GUILESS_MAIN(TestGallery)
#include "test_gallery.moc"
