// The window killed at ten moments that it cannot foresee, while it runs, saves and exports: at most the last second of work is lost.
#include <csignal>
#include <optional>

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/file.h"
#include "core/base/random.h"
#include "core/session/recipe.h"
#include "core/session/session.h"

using namespace engram;

namespace {

constexpr int kWaitMs = 60'000;
constexpr int kSecond = 1000;  // what may be lost
constexpr int kSlack = 1000;   // of a machine that runs other tests meanwhile

}  // namespace

class KillTest : public QObject {
    Q_OBJECT
    QTemporaryDir home_;
    QProcess program_;
    QByteArray window_;
    Random random_{7, 0};

    QString path(const char* name) const { return home_.filePath(name); }
    QString autosave() const { return path("data/engram/autosave-0.engram"); }

    static QByteArray xdotool(const QStringList& arguments) {
        QProcess tool;
        tool.start("xdotool", arguments);
        tool.waitForFinished(kWaitMs);
        return tool.readAllStandardOutput().trimmed();
    }
    void press(const QString& keys) { xdotool({"key", "--window", window_, keys}); }

    // The window, shown and with the keyboard; true once its first picture is there.
    bool begins(const QStringList& arguments) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("HOME", home_.path());
        environment.insert("XDG_DATA_HOME", path("data"));
        environment.insert("XDG_CONFIG_HOME", path("config"));
        environment.insert("QT_QPA_PLATFORM", "xcb");
        program_.setProcessEnvironment(environment);
        program_.start(ENGRAM_PROGRAM, arguments);
        if (!program_.waitForStarted(kWaitMs)) return false;
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < kWaitMs && program_.state() != QProcess::NotRunning; QTest::qWait(50)) {
            window_ = xdotool({"search", "--onlyvisible", "--pid", QString::number(program_.processId())}).split('\n').last();
            if (!window_.isEmpty()) break;
        }
        QTest::qWait(kSecond);
        xdotool({"windowfocus", window_});
        return !window_.isEmpty();
    }
    void kill() {
        ::kill(pid_t(program_.processId()), SIGKILL);
        program_.waitForFinished(kWaitMs);
    }
    std::optional<Session> kept(const QString& file) const {
        if (!QFile::exists(file)) return std::nullopt;
        return loadSession(file.toStdString());  // throws where the file is not whole
    }
    int moment(int least, int most) { return least + int(random_.uniform() * (most - least)); }

private slots:
    void initTestCase() {
        QProcess tool;
        tool.start("xdotool", {"version"});
        QVERIFY2(tool.waitForStarted() && tool.waitForFinished(), "xdotool is not installed; ./test installs it");
    }
    void cleanup() {
        if (program_.state() != QProcess::NotRunning) kill();
    }

    void aRunGoesOnWhereItWasKilled() {
        Session slow = newSession("dense_memory");
        slow.values["dt"] = 0.01;  // so that it is under way at every kill
        QVERIFY(QDir(home_.path()).mkpath("data/engram"));
        writeFile(autosave().toStdString(), toToml(slow));
        std::int64_t before = 0;
        for (int i = 0; i < 4; ++i) {
            QVERIFY(begins({}));
            press("space");
            QTest::qWait(moment(2 * kSecond, 3 * kSecond));
            kill();
            const QDateTime now = QDateTime::currentDateTime();
            const auto session = kept(autosave());
            QVERIFY2(session, "nothing was kept");
            const qint64 age = QFileInfo(autosave()).lastModified().msecsTo(now);
            QVERIFY2(age < kSecond + kSlack, qPrintable(QString("what was kept is %1 ms old").arg(age)));
            QVERIFY2(session->step > before, "the run has not gone on from where it was");
            before = session->step;
        }
    }

    void aSaveIsWholeOrHasNotBegun() {
        const QString file = path("work.engram");
        Session session = newSession("dense_memory");
        session.step = 3;
        writeFile(file.toStdString(), toToml(session));
        std::int64_t before = session.step;
        for (int i = 0; i < 3; ++i) {
            QVERIFY(begins({file}));
            press("space");
            QElapsedTimer timer;
            const int ends = moment(kSecond / 2, 2 * kSecond);
            for (timer.start(); timer.elapsed() < ends;) press("ctrl+s");
            kill();
            const auto saved = kept(file);
            QVERIFY(saved && saved->step >= before);
            before = saved->step;
        }
        QVERIFY2(before > session.step, "no save came through");
    }

    void anExportIsWholeOrHasNotBegun() {
        const QString figure = path("Pictures/dense_memory.svg");
        QVERIFY(QDir(home_.path()).mkpath("Pictures"));
        int made = 0;
        for (int i = 0; i < 3; ++i) {
            QFile::remove(figure);
            QVERIFY(begins({path("work.engram")}));
            press("ctrl+e");
            QTest::qWait(kSecond);
            const QByteArray dialog = xdotool({"search", "--onlyvisible", "--name", "Export figure"}).split('\n').last();
            QVERIFY(!dialog.isEmpty());
            xdotool({"windowfocus", dialog});
            xdotool({"key", "--window", dialog, "Return"});
            QTest::qWait(moment(0, 2 * kSecond));
            kill();
            if (!QFile::exists(figure)) continue;
            ++made;
            loadSession(figure.toStdString());  // opens again, so it is whole
        }
        QVERIFY2(made > 0, "no export came through");
    }
};

// With a window system of its own: a display that nobody is connected to starts anew, and a program that comes meanwhile finds none.
QTEST_MAIN(KillTest)
#include "test_gui_kill.moc"
