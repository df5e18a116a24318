// Figures that go into a paper as they are: letters as outlines, no ground, type of a stated size, their numbers and their caption.
#include <QImage>
#include <QPainterPath>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "app/export/text_outlines.h"
#include "core/base/file.h"
#include "core/view/plot_table.h"
#include "core/sim/player.h"
#include "tests/toy_figures.h"

using namespace engram;
using namespace engram::test;

class TestPaper : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString path(const char* name) const { return folder_.filePath(name); }
    std::string bytes(const char* name) const { return readFile(path(name).toStdString(), 64 << 20); }

private slots:
    void lettersAsPathsKeepTheirHolesAndTheirWords() {
        const QPainterPath o = outlineOf(TextItem{{10, 20}, "o", {16}, {}, Anchor::Left, false, {}});
        const QRectF around = o.boundingRect();
        QVERIFY(!o.contains(around.center()) && o.contains(QPointF(around.left() + 0.1 * around.width(), around.center().y())));
        QVERIFY(std::abs(around.bottom() - 20) < 1 && around.left() >= 10);
        const QRectF right = outlineOf(TextItem{{10, 20}, "o", {16}, {}, Anchor::Right, false, {}}).boundingRect();
        QVERIFY(right.right() <= 10 && std::abs(right.width() - around.width()) < 1e-9);
        FigureRequest r = requestOf(path("p.svg"));
        exportFigure(r);
        const std::string text = bytes("p.svg");
        r.layout().textAsPaths = true;
        exportFigure(r);
        const std::string paths = bytes("p.svg");
        QVERIFY(text.find("<text") != text.npos && paths.find("<text") == paths.npos && paths.find("aria-label=\"sum E\"") != paths.npos);
        QVERIFY(loadSession(r.path) == r.session);
        QVERIFY2(!QStandardPaths::findExecutable("pdffonts").isEmpty(), "pdffonts (poppler-utils) is not installed; ./test installs it");
        r.path = path("p.pdf").toStdString();
        exportFigure(r);
        QCOMPARE(outputOf("pdffonts", {path("p.pdf")}).count('\n'), 2);  // its head alone
    }

    void lettersAsPathsLookLikeText() {
        QVERIFY2(!QStandardPaths::findExecutable("rsvg-convert").isEmpty(),
                 "rsvg-convert (librsvg2-bin) is not installed; ./test installs it");
        FigureRequest r = requestOf(path("l.svg"));
        QImage pictures[2];
        for (int i : {0, 1}) {
            r.layout().textAsPaths = i == 1;
            exportFigure(r);
            pictures[i].loadFromData(outputOf("rsvg-convert", {"-w", "800", path("l.svg")}));
            pictures[i].convertTo(QImage::Format_Grayscale8);
        }
        double difference = 0, ink = 0;
        for (int y = 0; y < pictures[0].height(); ++y)
            for (int x = 0; x < pictures[0].width(); ++x) {
                const int a = qGray(pictures[0].pixel(x, y)), b = qGray(pictures[1].pixel(x, y));
                difference += std::abs(a - b), ink += 255 - a;
            }
        QVERIFY2(ink > 0 && difference < 0.05 * ink, qPrintable(QString::number(difference / ink)));
    }

    void aTransparentFigureHasNoGround() {
        FigureRequest r = requestOf(path("g.png"));
        r.layout().dpi = 100, r.layout().panels = {"energy"};
        for (bool transparent : {false, true}) {
            r.layout().transparent = transparent;
            r.path = path("g.png").toStdString();
            exportFigure(r);
            const QImage image(path("g.png"));
            QCOMPARE(qAlpha(image.pixel(0, image.height() - 1)), transparent ? 0 : 255);
            int opaque = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) opaque += qAlpha(image.pixel(x, y)) > 200;
            QVERIFY(opaque > 200);  // its lines and words
            r.path = path("g.svg").toStdString();
            exportFigure(r);
            QCOMPARE(bytes("g.svg").find("<rect x=\"0\" y=\"0\"") == std::string::npos, transparent);
        }
    }

    void typeMeasuresWhatWasAskedFor() {
        FigureRequest r = requestOf(path("s.svg"));
        const auto sizes = [&](double points) {
            r.layout().pointSize = points;
            exportFigure(r);
            std::set<double> found;
            const QString svg = QString::fromStdString(bytes("s.svg"));
            static const QRegularExpression size("font-size=\"([0-9.]+)\"");
            for (const auto& match : size.globalMatch(svg)) found.insert(match.captured(1).toDouble());
            return found;
        };
        QVERIFY(sizes(8).contains(8) && sizes(8).contains(7) && sizes(8).contains(9));
        QVERIFY(sizes(12).contains(12) && sizes(12).contains(10.5) && sizes(12).contains(13.5) && !sizes(12).contains(8));
        QVERIFY2(!QStandardPaths::findExecutable("pdftotext").isEmpty(), "pdftotext (poppler-utils) is not installed; ./test installs it");
        // The box of a word is as high as its font says, in points: 10/8 as high at 10 pt, and 1.21 em for Inter.
        const auto height = [&](double points) {
            r.layout().pointSize = points, r.path = path("s.pdf").toStdString();
            exportFigure(r);
            const QString boxes = QString::fromUtf8(outputOf("pdftotext", {"-bbox", path("s.pdf"), "-"}));
            static const QRegularExpression word("yMin=\"([0-9.]+)\"[^>]*yMax=\"([0-9.]+)\">Energy<");
            const auto match = word.match(boxes);
            return match.captured(2).toDouble() - match.captured(1).toDouble();
        };
        const double eight = height(8), ten = height(10);
        QVERIFY2(eight > 8 && std::abs(ten / eight - 1.25) < 0.002, qPrintable(QString("%1 %2").arg(eight).arg(ten)));
    }

    void numbersOfItsPlots() {
        const std::string csv = figureCsv(requestOf(path("n.svg")));
        QCOMPARE(csv, std::string("energy/sum E/x,energy/sum E/y\n0,0.8\n1,0.1\n4,-0.4\n9,-0.5\n"));
        FigureRequest pictures = requestOf(path("n.svg"));
        pictures.layout().panels = {"recall"};
        QVERIFY(figureCsv(pictures).empty());
        Plot plot;
        Scatter points{"a, b", share<double>({0.1 + 0.2, std::nan("")}), share<double>({1, 2}), {}, {}, 6, false, {0.5, 0.25}};
        Bars bars{{{2, {}, {}, "one", 1}, {3, {}, {}, "two", 1}, {4, {}, {}, "three", 1}}, true};
        plot.marks = {points, points, bars};
        Panel panel{"p", "P", "", false, plot};
        QCOMPARE(
            plotCsv({&panel}),
            std::string("\"p/a, b/x\",\"p/a, b/y\",\"p/a, b/error\",\"p/a, b 2/x\",\"p/a, b 2/y\",\"p/a, b 2/error\","
                        "p/bars/label,p/bars/value,p/bars/reference\n"
                        "0.30000000000000004,1,0.5,0.30000000000000004,1,0.5,one,2,1\nnan,2,0.25,nan,2,0.25,two,3,1\n,,,,,,three,4,1\n"));
    }

    void aCaptionNamesItsPanels() {
        const std::string caption = figureCaption(requestOf(path("n.svg")));
        QVERIFY2(caption.find("(a) Recall. (b) Energy. ") != caption.npos && caption.find("Seed 99.") != caption.npos, caption.c_str());
    }

    void aCaptionRepeatsNothingAndSpeaksInLabels() {
        FigureRequest r;
        r.experiment = &experiment("dense_memory");
        r.session = newSession("dense_memory");
        r.session.values["beta"] = 0.87;
        Player player(r.session);
        player.goTo(r.session.step = 3);
        player.look({"surface"});
        r.snapshot = player.snapshot();
        const QString caption = QString::fromStdString(figureCaption(r));
        QVERIFY2(caption.startsWith("Dense memory after 3 steps. Memory 8, ") && caption.count("Dense memory") == 1, qPrintable(caption));
        for (const Measure& m : r.experiment->measures)
            QVERIFY2(caption.contains(QString::fromStdString(m.label), Qt::CaseInsensitive) &&
                         (m.id.find('_') == m.id.npos || !caption.contains(m.id.c_str())),
                     m.id.c_str());
    }

    // A net of three layers has no fourth.
    void aCaptionLeavesOutWhatThereIsNot() {
        FigureRequest r;
        r.experiment = &experiment("hierarchical_memory");
        r.session = newSession("hierarchical_memory");
        r.layout().panels = {"drives"};
        Player player(r.session);
        player.goTo(r.session.step = 3);
        r.snapshot = player.snapshot();
        const QString caption = QString::fromStdString(figureCaption(r));
        QVERIFY2(caption.contains("energy of layer 3") && !caption.contains("layer 4") && !caption.contains("n/a"), qPrintable(caption));
    }
};

QTEST_MAIN(TestPaper)
#include "test_paper.moc"
