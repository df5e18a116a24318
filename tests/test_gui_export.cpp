// The export dialog: what its controls say is what the figure, the caption and the command are.
#include <QApplication>
#include <QClipboard>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/shell/export_dialog.h"
#include "app/shell/figure_preview.h"
#include "app/shell/theme.h"
#include "core/base/file.h"
#include "core/session/edit.h"
#include "core/session/stamp.h"
#include "tests/window_main.h"

using namespace engram;

namespace {

constexpr int kWaitMs = 30'000;
constexpr std::uint64_t kMost = 1 << 26;

std::shared_ptr<const Frame> frameOf(const Session& session) {
    Worker worker([] {});
    worker.want({"surface", "energy", "recall"});
    worker.load(session);
    worker.waitIdle();
    return worker.latest();
}

Session nineSteps() {
    Session session = newSession("dense_memory");
    session.values["beta"] = 17.0;
    session.step = 9;
    return session;
}

}  // namespace

class ExportTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString path(const char* name) const { return folder_.filePath(name); }
    std::string bytes(const QString& file) const { return readFile(file.toStdString(), kMost); }

    std::unique_ptr<ExportDialog> opened(const Session& session, const QString& saved = {}) {
        const auto frame = frameOf(session);
        auto dialog = std::make_unique<ExportDialog>(experiment("dense_memory"), *frame, session, "energy", saved.toStdString(), nullptr);
        dialog->show();
        return dialog;
    }
    static QPushButton* button(const ExportDialog& dialog, const char* text) {
        for (auto* b : dialog.findChildren<QPushButton*>())
            if (b->text() == QString::fromUtf8(text)) return b;
        return nullptr;
    }
    static void tick(ExportDialog& dialog, const char* id, bool on) {
        auto* list = dialog.findChild<QListWidget*>(QStringLiteral("panels"));
        for (int i = 0; i < list->count(); ++i)
            if (list->item(i)->data(Qt::UserRole).toString() == QLatin1String(id))
                list->item(i)->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    }
    static QLineEdit* file(const ExportDialog& dialog) { return dialog.findChild<QLineEdit*>(QStringLiteral("file")); }
    static QCheckBox* box(const ExportDialog& dialog, const char* text) {
        for (auto* b : dialog.findChildren<QCheckBox*>())
            if (b->text() == QLatin1String(text)) return b;
        return nullptr;
    }
    static QString message(const ExportDialog& dialog) {
        QString all;
        for (auto* label : dialog.findChildren<QLabel*>()) all += label->text() + "\n";
        return all;
    }

private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    }

    void theFigureIsWhatTheControlsSayAndTheCommandMakesItAgain() {
        const auto dialog = opened(nineSteps());
        tick(*dialog, "recall", true);
        auto* preset = dialog->findChildren<QComboBox*>().at(0);
        preset->setCurrentIndex(1);
        emit preset->activated(1);
        box(*dialog, "Transparent ground")->setChecked(true);
        box(*dialog, "Numbers beside it, as CSV")->setChecked(true);
        file(*dialog)->setText(path("a.svg"));
        const QString caption = dialog->findChild<QPlainTextEdit*>()->toPlainText();
        QVERIFY2(caption.contains("(a) ") && caption.contains("(b) Energy") && caption.contains("β = 17") && caption.contains("9 steps"),
                 qPrintable(caption));
        QTest::mouseClick(button(*dialog, "Copy caption"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), caption);
        QTest::mouseClick(button(*dialog, "Copy as command"), Qt::LeftButton);
        const QString command = QApplication::clipboard()->text();
        QVERIFY2(command.startsWith("engram render dense_memory beta=17 --at 9 --panel recall,energy --size 174mmx70mm"),
                 qPrintable(command));
        QTest::mouseClick(button(*dialog, "Export"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->outcome().isEmpty(), kWaitMs);
        QVERIFY(bytes(path("a.csv")).starts_with("energy/"));
        const std::string made = bytes(path("a.svg"));
        const FigureLayout layout = loadSession(path("a.svg").toStdString()).view.figure;
        QVERIFY((layout.panels == std::vector<std::string>{"recall", "energy"}) && layout.widthMm == 174 && layout.transparent &&
                !layout.textAsPaths);
        QVERIFY(QFile::remove(path("a.svg")));
        QProcess shell;
        shell.start("/bin/sh", {"-c", QString(command).replace(0, 6, ENGRAM_PROGRAM)});
        QVERIFY(shell.waitForFinished(kWaitMs) && shell.exitCode() == 0);
        QVERIFY(bytes(path("a.svg")) == made);
    }

    void whatACommandCannotSayComesFromTheSavedFile() {
        Session session = edited(nineSteps(), experiment("dense_memory"), "beta", 3.0, 4);
        session.step = 9;
        QVERIFY(!session.orders.empty());
        const auto unsaved = opened(session);
        QApplication::clipboard()->setText("nothing");
        QTest::mouseClick(button(*unsaved, "Copy as command"), Qt::LeftButton);
        QVERIFY(message(*unsaved).contains("save the session first"));
        QCOMPARE(QApplication::clipboard()->text(), QString("nothing"));
        saveSession(session, path("it's here.engram").toStdString());
        const auto saved = opened(session, path("it's here.engram"));
        QTest::mouseClick(button(*saved, "Copy as command"), Qt::LeftButton);
        QVERIFY2(QApplication::clipboard()->text().contains("here.engram"), qPrintable(QApplication::clipboard()->text()));
    }

    void theFormatIsChosenAndTheEndingFollows() {
        const auto dialog = opened(nineSteps());
        auto* format = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        QVERIFY(format && format->isVisible() && format->count() == 3);
        const auto choose = [&](const char* name) {
            format->setCurrentIndex(format->findText(QLatin1String(name)));
            emit format->activated(format->currentIndex());
            return QFileInfo(file(*dialog)->text()).fileName();
        };
        file(*dialog)->setText(path("a.b/figure.of.8.svg"));
        QCOMPARE(format->currentText(), QString("SVG"));
        QCOMPARE(choose("PDF"), QString("figure.of.8.pdf"));
        file(*dialog)->setText(path("v1.5"));
        QCOMPARE(choose("PNG"), QString("v1.5.png"));   // what is no ending of a figure stays
        file(*dialog)->setText(path("mine.PDF"));       // and what is typed is chosen
        QCOMPARE(format->currentText(), QString("PDF"));
        QTest::mouseClick(button(*dialog, "Export"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isVisible(), kWaitMs);
        QVERIFY(bytes(path("mine.PDF")).starts_with("%PDF"));
    }

    void mistakesAreSaidAndTheDialogStays() {
        const auto dialog = opened(nineSteps());
        tick(*dialog, "energy", false);
        QVERIFY(!button(*dialog, "Export")->isEnabled());
        tick(*dialog, "energy", true);
        file(*dialog)->setText("/no/such/folder/a.svg");
        QTest::mouseClick(button(*dialog, "Export"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(message(*dialog).contains("/no/such/folder"), kWaitMs);
        QVERIFY(dialog->isVisible() && dialog->isEnabled() && dialog->outcome().isEmpty());
    }

    void thePreviewIsSeenWithOtherEyesAndTheFileIsTrue() {
        const auto isGrey = [](const QImage& image) {
            for (int y = 0; y < image.height(); y += 3)
                for (int x = 0; x < image.width(); x += 3)
                    if (const QColor c = image.pixelColor(x, y); std::abs(c.red() - c.green()) > 1 || std::abs(c.red() - c.blue()) > 1)
                        return false;
            return true;
        };
        const auto dialog = opened(nineSteps());
        dialog->seeAs(Vision::Greyscale);
        QTest::mouseClick(button(*dialog, "Preview…"), Qt::LeftButton);
        auto* preview = dialog->findChild<FigurePreview*>();
        QVERIFY(preview);
        QTRY_VERIFY_WITH_TIMEOUT(!preview->picture().isNull(), kWaitMs);
        QVERIFY(isGrey(preview->picture()));
        if (const QString folder = qEnvironmentVariable("ENGRAM_SHOTS"); !folder.isEmpty()) preview->grab().save(folder + "/preview.png");
        auto* vision = preview->findChild<QComboBox*>();
        vision->setCurrentIndex(vision->findText("Usual colours"));
        QVERIFY(!isGrey(preview->picture()));
        vision->setCurrentIndex(vision->findText("Greyscale"));
        QVERIFY(preview->close());
        file(*dialog)->setText(path("seen.png"));
        QTest::mouseClick(button(*dialog, "Export"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->outcome().isEmpty(), kWaitMs);
        QVERIFY(!isGrey(QImage(path("seen.png"))));
    }

    void sizesOfOnesOwnAreNoPreset() {
        const auto dialog = opened(nineSteps());
        auto* preset = dialog->findChildren<QComboBox*>().at(0);
        QCOMPARE(preset->currentIndex(), 0);
        dialog->findChildren<QDoubleSpinBox*>().at(0)->setValue(97);
        QCOMPARE(preset->currentText(), QString("Custom size"));
    }
};

int main(int argc, char** argv) { return engram::test::windowMain<ExportTest>(argc, argv, "engram-export-test"); }

#include "test_gui_export.moc"
