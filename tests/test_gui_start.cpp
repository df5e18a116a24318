// How the window starts where something is wrong: damaged preferences, or asked to leave all that is kept alone. And the About box.
#include <QClipboard>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QTimer>

#include "app/language/language.h"
#include "app/shell/about.h"
#include "app/shell/safe_mode.h"
#include "core/session/session.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

class StartTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }
    void init() {
        QDir(settings_.path()).removeRecursively();
        QDir().mkpath(settings_.filePath("engram"));
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
    }
    void cleanup() { destroy(window_); }

    void damagedPreferencesGiveWayToDefaults_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("no settings at all") << QByteArray("[General\nthis is no settings file\n\0\xff\xfe", 40) << "could not be read";
        QTest::newRow("unknown theme") << QByteArray("[General]\ntheme=neon\ninstruments=false\n") << "theme";
        QTest::newRow("unknown preset") << QByteArray("[General]\npreset=cinema\n") << "preset";
        QTest::newRow("geometry") << QByteArray("[General]\ngeometry=@ByteArray(nonsense)\n") << "geometry";
    }
    void damagedPreferencesGiveWayToDefaults() {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        write(file);
        window_ = shownWindow({1280, 720});
        QVERIFY(window_);
        QVERIFY2(said().contains(says) && said().contains("engram.conf.damaged"), qPrintable(said()));
        QCOMPARE(window_->document().session().view.theme, std::string("dark"));
        QCOMPARE(read("engram.conf.damaged"), file);
        destroy(window_);
        window_ = shownWindow({1280, 720});  // it is said once
        QVERIFY(window_ && said().isEmpty());
    }

    void whatIsUsableGoesOnToBeUsed() {
        write("[General]\ntheme=neon\ninstruments=false\nrecent=/a.engram\n");
        const Preferences preferences;
        QCOMPARE(preferences.theme(), std::string("dark"));
        QVERIFY(!preferences.instruments());
        QCOMPARE(preferences.recent(), QStringList{"/a.engram"});
    }

    void aHugeWindowIsBroughtBackOntoTheScreen() {
        QMainWindow huge;
        huge.setGeometry(30'000, 20'000, 16'000, 12'000);
        Preferences().setGeometry(huge.saveGeometry());
        MainWindow window{WindowOptions{}};
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.screen()->geometry().contains(window.geometry()));
        QVERIFY(QString::fromStdString(window.canvas().ui().message).contains("geometry"));
    }

    void preferencesThatCannotBeReadAreNoReasonToStop() {
        QVERIFY(QDir().mkpath(settings_.filePath("engram/engram.conf")));
        window_ = shownWindow({1280, 720});
        QVERIFY(window_);
    }

    void safeModeLeavesEverythingAlone() {
        const QByteArray kept = "[General]\npreset=projector\ntheme=light\n";
        write(kept);
        const QString backup = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/autosave-0.engram";
        Session left = newSession("diffusion_memory");
        QVERIFY(QDir().mkpath(QFileInfo(backup).path()));
        saveSession(left, backup.toStdString());
        {
            const ForgottenPreferences forgotten;
            WindowOptions options;
            options.safeMode = true;
            MainWindow window(options);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            QCOMPARE(window.document().session().experiment, experiments().front().id);
            QCOMPARE(window.document().session().view.theme, std::string("dark"));
            const auto* label = window.findChild<QLabel*>("safeMode");
            QVERIFY(label && label->isVisible());
            window.setTheme("print");
            window.close();
        }
        QVERIFY(keepsToItself(settings_));
        QCOMPARE(read("engram.conf"), kept);
        QVERIFY(QFile::exists(backup));
    }

    // As from a double click: there is nowhere else to say it.
    void filesThatCannotBeOpenedAreNamedInTheWindow() {
        const QTemporaryDir folder;
        const auto put = [&](const char* name, const QByteArray& text) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        };
        put("cut.engram", "format = 1\nexperiment = \"dense_");
        put("new.engram", "format = 99\nexperiment = \"dense_memory\"\n");
        WindowOptions options;
        for (const char* name : {"cut.engram", "new.engram", "missing.engram", "missing.csv"})
            options.files.emplace_back(folder.filePath(name).toStdString());
        window_ = std::make_unique<MainWindow>(options);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QCOMPARE(window_->document().session().experiment, experiments().front().id);
        QPointer<QMessageBox> box;
        QTRY_VERIFY(box = window_->findChild<QMessageBox*>("startTrouble"));
        for (const char* words : {"cut.engram: not a session: the file is cut off (line 2)", "new.engram", "newer", "missing.engram", "missing.csv"})
            QVERIFY2(box->text().contains(words), qPrintable(box->text()));
        box->accept();
        QTRY_VERIFY(!box);
    }

    // The file it belongs to is kept with it, and that something else has written it meanwhile.
    void whatACrashLeftStillHasItsFile() {
        const QString file = settings_.filePath("lecture1.engram");
        const std::filesystem::path path = file.toStdString();
        saveSession(newSession("dense_memory"), path);
        WindowOptions options;
        options.files = {path};
        window_ = std::make_unique<MainWindow>(options);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        window_->document().set("beta", 2.5);
        const QString kept = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/autosave-0.engram";
        const auto isKept = [&] {
            QFile backup(kept);
            return backup.open(QIODevice::ReadOnly) && backup.readAll().contains("beta = 2.5");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKept(), kWaitMs);
        window_.reset();
        window_ = shownWindow({1280, 720});
        QVERIFY(window_);
        QCOMPARE(window_->windowTitle(), QString("lecture1.engram[*]"));
        QVERIFY(window_->isWindowModified() && !window_->document().changedOnDisk());
        std::filesystem::last_write_time(path, std::filesystem::last_write_time(path) + std::chrono::seconds(5));
        QVERIFY(window_->document().changedOnDisk());
        QTimer::singleShot(300, [] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(box && box->text().contains("lecture1.engram"));
            box->reject();
        });
        window_->commands().run("file.save");
        QVERIFY(window_->document().changed());
        QVERIFY(window_->savePath(path));
        QCOMPARE(loadSession(path).values.at("beta"), Value(2.5));
        QVERIFY(!window_->document().changedOnDisk());
    }

    void theWindowSpeaksTheLanguageThatWasChosen() {
        window_ = shownWindow({1280, 720});
        QVERIFY(window_);
        QCOMPARE(window_->menuBar()->actions().front()->text(), QString("File"));
        window_->commands().run("view.language.de");
        QVERIFY(!said().isEmpty());  // from the next start on
        destroy(window_);
        window_ = shownWindow({1280, 720});
        QVERIFY(window_);
        QCOMPARE(window_->menuBar()->actions().front()->text(), QString("Datei"));
        QVERIFY(window_->commands().find("view.language.de")->ticked());
        destroy(window_);
        speak("en");
    }

    // The program itself, as a menu of the desktop starts it, in a folder that stays as it is.
    void theWindowWritesNothingIntoItsFolder() {
        const QTemporaryDir folder, home;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("HOME", home.path());
        for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) environment.insert(name, home.filePath(name));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder.path());
        for (const QStringList& arguments : {QStringList(), QStringList{"--safe-mode"}}) {
            process.start(ENGRAM_PROGRAM, arguments);
            QVERIFY(process.waitForStarted());
            QVERIFY2(!process.waitForFinished(3000), process.readAllStandardError());  // it stays open
            process.terminate();
            QVERIFY(process.waitForFinished(kWaitMs));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    }

    void theAboutBoxSaysWhatTookPartAndIsCopied() {
        window_ = shownWindow({1280, 720});
        QVERIFY(window_);
        window_->commands().run("help.about");
        auto* about = window_->findChild<AboutDialog*>("about");
        QVERIFY(about && QTest::qWaitForWindowExposed(about));
        QTest::keyClick(about, Qt::Key_Tab);  // from Close round to Copy
        auto* copy = about->findChild<QPushButton*>("copy");
        // Of the dialog: whether that is the active window is up to who manages windows, if anybody does.
        for (int presses = 0; presses < 4 && about->focusWidget() != copy; ++presses) QTest::keyClick(about->focusWidget(), Qt::Key_Tab);
        QCOMPARE(about->focusWidget(), copy);
        QTest::keyClick(copy, Qt::Key_Space);
        const QString text = QGuiApplication::clipboard()->text();
        for (const char* word : {"Engram: ", "Krotov & Hopfield", "Energy Transformer, NeurIPS 2023", "The Engram authors", "Qt: ",
                                 "Dear ImGui: ", "Eigen: ", "oneTBB: ", "OpenGL ", "MIT"})
            QVERIFY2(text.contains(word), qPrintable(text));
        QTest::keyClick(about, Qt::Key_Escape);
        QTRY_VERIFY(!window_->findChild<AboutDialog*>("about"));
    }

private:
    QString said() const { return QString::fromStdString(window_->canvas().ui().message); }
    void write(const QByteArray& text) const {
        QFile file(settings_.filePath("engram/engram.conf"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    QByteArray read(const QString& name) const {
        QFile file(settings_.filePath("engram/" + name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir settings_;
    std::unique_ptr<MainWindow> window_;
};

int main(int argc, char** argv) { return engram::test::windowMain<StartTest>(argc, argv, "engram-test"); }

#include "test_gui_start.moc"
