// Finding things in the real window: the palette, the list of changes, the strip of what was tried, the native panel of parameters for
// every experiment, and what helps eyes and ears.
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

#include "app/find/finding.h"
#include "app/find/number_box.h"
#include "app/find/trials.h"
#include "app/shell/controls.h"
#include "app/shell/theme.h"
#include "core/base/error.h"
#include "core/base/fuzzy.h"
#include "core/base/file.h"
#include "core/view/vision.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

class FindTest : public QObject, LiveWindow {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }
    void init() { QVERIFY(opens({1600, 900}) && atRest(*window_)); }
    void cleanup() { destroy(window_); }

    void thePaletteRunsCommands() {
        open();
        type("theme light");
        QCOMPARE(palette().shown().value(0), QString("Theme light"));
        press(Qt::Key_Return);
        QCOMPARE(document().session().view.theme, std::string("light"));
        QVERIFY(!palette().isVisible());
        QTRY_VERIFY(gl().hasFocus());
        open();
        type("zzzqqq");
        QVERIFY(palette().shown().isEmpty());
        QVERIFY(!palette().message().isEmpty());
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
        QVERIFY(!palette().isVisible());
        window_->commands().run("view.theme.dark");
    }

    void thePaletteFindsAllKinds() {
        open();
        const Experiment& e = document().experiment();
        for (const QString& name :
             {QString("Save as…"), QString::fromStdString(e.params.specs().front().label), QString::fromStdString(e.panels.front().title),
              QString::fromStdString(experiments().back().title), QString::fromStdString(e.examples.front().title)}) {
            palette().line().setText(name);
            QVERIFY2(palette().shown().value(0).startsWith(name), qPrintable(name + " finds " + palette().shown().value(0)));
        }
        press(Qt::Key_Escape);
    }

    // By what is said of it, by who wrote the paper, and by the words that people use for it.
    void thePaletteKnowsWhatThingsAreAbout_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("a description") << "kenyon" << "Word embeddings of a fly";
        QTest::newRow("an author") << "hopfield large associative" << "Dense memory";
        QTest::newRow("a title") << "fruit fly" << "Word embeddings of a fly";
        for (const char* word : {"pdf", "svg"}) QTest::newRow(word) << word << "Export figure…";
        for (const char* word : {"video", "movie", "mp4"}) QTest::newRow(word) << word << "Film…";
        QTest::newRow("dark") << "dark" << "Theme dark";
        QTest::newRow("projector") << "projector" << "Projector preset";
        QTest::newRow("fullscreen") << "fullscreen" << "Scene alone";
    }
    void thePaletteKnowsWhatThingsAreAbout() {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        open();
        palette().line().setText(typed);
        QVERIFY2(palette().shown().value(0) == first, qPrintable(typed + " finds " + palette().shown().join(" | ")));
        press(Qt::Key_Escape);
    }

    void wordsOfATitleComeFirst() {
        open();
        palette().line().setText("energy");
        const QStringList shown = palette().shown();
        const auto hasWord = [](const QString& title) { return foundAsWords("energy", title.toStdString()) == Found::Whole; };
        QVERIFY(shown.contains("Energy Transformer") && shown.contains("Hierarchical memory"));
        QVERIFY(std::ranges::is_partitioned(shown, hasWord));
        palette().line().setText("energy transformer");
        QCOMPARE(palette().shown().value(0), QString("Energy Transformer"));
        press(Qt::Key_Return);
        QTRY_COMPARE(document().experiment().id, std::string("energy_transformer"));
    }

    void theGalleryOpensTheBestAnswer() {
        auto* search = window_->gallery().findChild<QLineEdit*>();
        search->setText("energy");
        const QListWidget& list = window_->gallery().list();
        QCOMPARE(list.item(0)->text(), QString("Energy Transformer"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(document().experiment().id, std::string("energy_transformer"));
        search->clear();
        QCOMPARE(list.item(0)->text(), QString("Dense memory"));
    }

    void choosingAParameterGoesToIt() {
        open();
        type("memories k");
        press(Qt::Key_Return);
        QTRY_VERIFY(gl().hasFocus());
        QCOMPARE(int(gl().ui().focus), int(Focus::Parameters));
        QCOMPARE(gl().ui().parameters.focusedRow, std::string("count"));
        QTRY_VERIFY(gl().ui().parameters.drawn.contains("count"));
    }

    void typingSetsAValueOrIsRefusedInPlace() {
        open();
        type("beta 2.5");
        press(Qt::Key_Return);
        QCOMPARE(document().values().at("beta"), Value(2.5));
        QCOMPARE(document().undoCount(), 1);
        open();
        for (const char* typed : {"beta -4", "beta=much", "bta=3"}) {
            palette().line().setText(typed);
            QVERIFY2(palette().message().contains("beta"), qPrintable(palette().message()));
            press(Qt::Key_Return);
            QVERIFY(palette().isVisible());
            QCOMPARE(document().values().at("beta"), Value(2.5));
        }
        palette().line().setText("β = 3");
        press(Qt::Key_Return);
        QCOMPARE(document().values().at("beta"), Value(3.0));
        QCOMPARE(document().undoCount(), 2);
    }

    void openingAnExperimentFromThePalette() {
        open();
        type("clustering");
        press(Qt::Key_Return);
        QTRY_COMPARE(document().experiment().id, std::string("clam"));
    }

    void changesAreListedAndSetBackOneByOne() {
        document().set("beta", 2.5);
        document().set("count", std::int64_t(5));
        window_->commands().run("find.changes");
        QCOMPARE(palette().shown().size(), 2);
        press(Qt::Key_Return);
        QVERIFY(palette().isVisible());
        QCOMPARE(palette().shown().size(), 1);
        press(Qt::Key_Return);
        QCOMPARE(palette().shown().size(), 0);
        QVERIFY(document().experiment().params.changed(document().values()).empty());
        QCOMPARE(document().undoCount(), 4);
        press(Qt::Key_Escape);
    }

    void whatWasTriedIsKeptInOrderAndSurvivesARestart() {
        Tried& tried = window_->finding().tried();
        QTRY_COMPARE(tried.trials().size(), std::size_t(1));
        for (const double beta : {2.0, 3.5}) {
            document().set("beta", beta);
            gl().wake();
            rest();
        }
        QTRY_COMPARE(tried.trials().size(), std::size_t(3));
        QCOMPARE(tried.trials()[2].label, std::string("β 2 → 3.5"));
        for (int step = 0; step < 5; ++step) document().set("beta", 4.0 + step, true);   // one drag
        document().endEdit();
        gl().wake();
        rest();
        QTRY_COMPARE(tried.trials().size(), std::size_t(4));
        QCOMPARE(tried.trials()[3].label, std::string("β 3.5 → 8"));

        tried.go(1);
        QCOMPARE(document().values().at("beta"), Value(2.0));
        gl().wake();
        rest();
        QCOMPARE(tried.trials().size(), std::size_t(4));
        QCOMPARE(tried.current(), 1);
        QVERIFY(document().undo());
        gl().wake();
        rest();
        QCOMPARE(document().values().at("beta"), Value(8.0));
        QCOMPARE(tried.current(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(!tried.trials()[3].picture.isNull(), kWaitMs);

        const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/tried");
        QTRY_COMPARE_WITH_TIMEOUT(folder.entryList({"*.png"}).size(), 4, kWaitMs);
        const QDir kept(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
        const auto isKept = [&] {
            const QStringList files = kept.entryList({"autosave-*.engram"});
            return std::ranges::any_of(files, [&](const QString& file) {
                return readFile(kept.filePath(file).toStdString(), 1 << 20).find("beta = 8") != std::string::npos;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKept(), kWaitMs);
        window_.reset();
        writeFile((folder.path() + "/00000000000001-damaged.png").toStdString(), "\x89PNG\r\n\x1a\nnot much more");
        window_ = shownWindow({1600, 900});
        QVERIFY(window_);
        Tried& again = window_->finding().tried();
        QTRY_COMPARE(again.trials().size(), std::size_t(4));
        QCOMPARE(again.trials()[3].label, std::string("β 3.5 → 8"));
        QVERIFY(gl().ui().message.find("cannot be read") != std::string::npos);
        QCOMPARE(again.current(), 3);   // what a crash left is among them
        again.go(1);
        QCOMPARE(document().values().at("beta"), Value(2.0));
        QVERIFY(document().undo());
        QCOMPARE(document().values().at("beta"), Value(8.0));
    }

    void theOldestTrialsGiveWay() {
        const QTemporaryDir folder;
        for (std::size_t i = 0; i < kMostTrials + 3; ++i) {
            const Trial trial{.label = std::to_string(i),
                              .session = newSession("dense_memory"),
                              .picture = {},
                              .file = newTrialFile(folder.path().toStdString())};
            writeFile(trial.file, trialBytes(trial));
        }
        int damaged = 0;
        const auto trials = keptTrials(folder.path().toStdString(), damaged);
        QCOMPARE(trials.size(), kMostTrials);
        QCOMPARE(trials.back().label, std::to_string(kMostTrials + 2));
        QCOMPARE(damaged, 0);
        QCOMPARE(std::size_t(QDir(folder.path()).entryList({"*.png"}).size()), kMostTrials);   // nor do they stay on the disk
    }

    void theNativePanelMirrorsEveryParameter_data() {
        QTest::addColumn<QString>("id");
        for (const Experiment& e : experiments()) QTest::newRow(e.id.c_str()) << QString::fromStdString(e.id);
    }
    void theNativePanelMirrorsEveryParameter() {
        QFETCH(QString, id);
        gl().ui().command = [](std::string_view) {};   // choosing files opens no dialog here
        document().start(newSession(id.toStdString()));
        window_->commands().run("view.mirror");
        ParameterForm& form = window_->finding().form();
        const Experiment& e = document().experiment();
        for (const ParamSpec& spec : e.params.specs()) {
            QWidget* control = form.control(spec.id);
            QVERIFY2(control, spec.id.c_str());
            QVERIFY2(control->accessibleName().startsWith(QString::fromStdString(spec.label)), spec.id.c_str());
            QVERIFY2(!control->accessibleDescription().isEmpty(), spec.id.c_str());
            QCOMPARE(control->isEnabled(), e.params.idle(spec.id, document().values()).empty());
            if (control->isEnabled()) changeBothWays(spec, *control);
        }
        window_->commands().run("view.mirror");
    }

    void aRefusalIsSaidBeneathTheRow() {
        window_->commands().run("view.mirror");
        ParameterForm& form = window_->finding().form();
        auto& beta = *qobject_cast<NumberBox*>(form.control("beta"));
        beta.setFocus();
        beta.selectAll();
        QTest::keyClicks(&beta, "-3");
        QSignalSpy heard(&form, &ParameterForm::refused);
        QTest::keyClick(&beta, Qt::Key_Return);
        QVERIFY2(form.remark("beta").contains("out of range"), qPrintable(form.remark("beta")));
        QCOMPARE(heard.count(), 1);
        QCOMPARE(document().undoCount(), 0);
        QCOMPARE(beta.value(), asReal(document().values().at("beta")));
        for (int i = 0; i < 3; ++i) QTest::keyClick(&beta, Qt::Key_Up);
        QTest::keyClick(&beta, Qt::Key_Return);
        QCOMPARE(document().undoCount(), 1);   // steps of one visit are one edit
        QVERIFY(form.remark("beta").isEmpty());
        rest();   // what can be undone is known to the menu then
        QTest::keyClick(&beta, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().undoCount(), 0);
        window_->commands().run("view.mirror");
    }

    void theEndOfARunIsAnnouncedOnceAndCopied() {
        document().seek(0);
        rest();
        QSignalSpy heard(&window_->finding(), &Finding::announced);
        document().play(true);
        gl().wake();
        QTRY_VERIFY_WITH_TIMEOUT(gl().sentence().find("the run ended after") != std::string::npos && !document().playing(), kWaitMs);
        rest();
        QCOMPARE(heard.count(), 1);
        window_->commands().run("edit.copySummary");
        QCOMPARE(QApplication::clipboard()->text().toStdString(), gl().sentence());
        QCOMPARE(window_->statusBar()->findChild<QLabel*>("sentence")->text().toStdString(), gl().sentence());
    }

    void reducedMotionJumps() {
        gl().ui().focus = Focus::Scene;
        if (!gl().ui().stillness) window_->commands().run("view.stillness");
        window_->commands().run("view.top");
        QTest::qWait(100);
        QVERIFY(!gl().ui().scene.move);
        rest();
        window_->commands().run("view.stillness");
        window_->commands().run("view.top");
        QTRY_VERIFY(gl().ui().scene.move);
        rest();
    }

    // Every pixel is turned once and only once, also of what is not painted anew.
    void colourVisionIsAPassOverThePicture() {
        const QImage usual = gl().grabFramebuffer();
        const auto* tag = window_->findChild<QLabel*>("vision");
        QVERIFY(tag && tag->isHidden());
        window_->commands().run("view.vision.greyscale");
        QVERIFY(tag->isVisible() && tag->text().contains("preview"));
        rest();
        const QImage grey = gl().grabFramebuffer();
        const Rect r = gl().ui().layout.scene;
        for (int i = 1; i < 40; ++i) {
            const QPoint at(int(r.x + r.width * i / 40), int(r.y + r.height * i / 40));
            const QColor c = grey.pixelColor(at), before = usual.pixelColor(at);
            const Rgba wanted = seen({float(before.redF()), float(before.greenF()), float(before.blueF()), 1}, Vision::Greyscale);
            QVERIFY(std::abs(c.redF() - wanted.r) < 0.01f && std::abs(c.greenF() - wanted.g) < 0.01f);
        }
        gl().wake();
        rest();
        QCOMPARE(gl().grabFramebuffer(), grey);
        window_->commands().run("view.vision.usual");
        QVERIFY(tag->isHidden());
        rest();
        QCOMPARE(gl().grabFramebuffer(), usual);
    }

    void theThemeFollowsTheSystem() {
        const QPalette worn = QApplication::palette();
        const std::string wanted = systemIsDark() ? "dark" : "light";
        QCOMPARE(QApplication::palette(), worn);
        window_->setTheme("print");
        window_->commands().run("view.theme.system");
        QCOMPARE(document().session().view.theme, wanted);
        window_->commands().run("view.theme.print");
        QEvent themeChanged(QEvent::ThemeChange);
        QApplication::sendEvent(window_.get(), &themeChanged);
        QCOMPARE(document().session().view.theme, std::string("print"));   // chosen by hand
        window_->commands().run("view.theme.dark");
    }

private:
    Palette& palette() { return window_->finding().palette(); }

    void open() {
        QTest::keyClick(&gl(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette().isVisible());
    }
    void type(const char* text) { QTest::keyClicks(&palette().line(), text); }
    void press(Qt::Key key) { QTest::keyClick(&palette().line(), key); }

    // Another value in the document shows in the control, and another in the control is the document's, in one step.
    void changeBothWays(const ParamSpec& spec, QWidget& control) {
        const ParamTable& params = document().experiment().params;
        const auto shown = [&] {
            if (auto* box = qobject_cast<QCheckBox*>(&control)) return std::string(box->isChecked() ? "on" : "off");
            if (auto* list = qobject_cast<QComboBox*>(&control)) return list->currentData().toString().toStdString();
            if (auto* line = qobject_cast<QLineEdit*>(&control)) return line->text().toStdString();
            return control.findChild<QLineEdit*>()->text().toStdString();
        };
        const auto printed = [&] { return params.print(spec, document().values().at(spec.id)); };
        QCOMPARE(shown(), printed());
        const int before = document().undoCount();
        if (auto* box = qobject_cast<QCheckBox*>(&control)) {
            QTest::keyClick(box, Qt::Key_Space);
        } else if (auto* list = qobject_cast<QComboBox*>(&control)) {
            QTest::keyClick(list, list->currentIndex() + 1 < list->count() ? Qt::Key_Down : Qt::Key_Up);
        } else if (auto* number = qobject_cast<NumberBox*>(&control)) {
            number->stepBy(asReal(document().values().at(spec.id)) < spec.hard.high ? 1 : -1);
            document().endEdit();
        }
        const bool changed = document().undoCount() != before;
        QCOMPARE(shown(), printed());
        QVERIFY2(changed || !window_->finding().form().remark(spec.id).isEmpty() || spec.kind == Kind::List || spec.kind == Kind::Choice,
                 spec.id.c_str());
        if (!changed) return;
        QCOMPARE(document().undoCount(), before + 1);
        QVERIFY(document().undo());
        window_->finding().follow();
        QCOMPARE(shown(), printed());
    }
};

int main(int argc, char** argv) { return engram::test::windowMain<FindTest>(argc, argv, "engram-find-test"); }

#include "test_gui_find.moc"
