// The program killed at moments it cannot foresee: no half-written file is left where a result belongs, and a sweep goes on.
#include <csignal>
#include <cstring>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/file.h"
#include "core/base/random.h"
#include "core/base/text.h"

using namespace engram;

namespace {

constexpr std::uint64_t kMost = 1 << 26;

int run(const QStringList& arguments) {
    QProcess process;
    process.start(ENGRAM_PROGRAM, arguments);
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

// False where it had ended before.
bool killedAfter(const QStringList& arguments, int ms) {
    QProcess process;
    process.start(ENGRAM_PROGRAM, arguments);
    if (process.waitForFinished(ms)) return false;
    ::kill(pid_t(process.processId()), SIGKILL);
    process.waitForFinished(10'000);
    return process.exitStatus() == QProcess::CrashExit;
}

// Killed some time after `file` has grown beyond `size`; false where the program had ended before.
bool killedOnceLarger(const QStringList& arguments, const QString& file, qint64 size, int ms) {
    QProcess process;
    process.start(ENGRAM_PROGRAM, arguments);
    QElapsedTimer timer;
    timer.start();
    while (QFile(file).size() <= size)
        if (process.waitForFinished(2) || timer.elapsed() > 60'000) return false;
    if (process.waitForFinished(ms)) return false;
    ::kill(pid_t(process.processId()), SIGKILL);
    process.waitForFinished(10'000);
    return process.exitStatus() == QProcess::CrashExit;
}

// How long the command takes when left alone.
int timeOf(const QStringList& arguments) {
    QElapsedTimer timer;
    timer.start();
    return run(arguments) == 0 ? int(timer.elapsed()) : -1;
}

}  // namespace

class TestKill : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString path(const char* name) const { return folder_.filePath(name); }
    std::string bytes(const QString& file) const { return readFile(file.toStdString(), kMost); }

    // Killed at `times` moments within the time it takes, the file is always the one before or the one after, whole.
    void killWhileWriting(QStringList command, const char* name, int times, Random& random) {
        const QString wanted = path((std::string("whole-") + name).c_str()), target = path(name);
        command.append(wanted);
        const int ms = timeOf(command);
        QVERIFY(ms > 0);
        const std::string whole = bytes(wanted), before = "what was there before\n";
        command.last() = target;
        for (int i = 0; i < times; ++i) {
            writeFile(target.toStdString(), before);
            killedAfter(command, int(random.uniform() * ms * 1.1));
            const std::string now = bytes(target);
            QVERIFY2(now == before || now == whole, name);
        }
    }

private slots:
    void figuresAndResultsAreWholeOrUntouched() {
        Random random(2, 0);
        killWhileWriting({"render", "dense_memory", "--panel", "energy", "--at", "10", "-o"}, "f.svg", 4, random);
        killWhileWriting({"run", "dense_memory", "--steps", "3000", "--csv"}, "r.csv", 3, random);
    }

    void filmsAreWholeOrUntouched() {
        QProcess ffmpeg;
        ffmpeg.start("ffmpeg", {"-version"});
        QVERIFY2(ffmpeg.waitForStarted() && ffmpeg.waitForFinished(), "ffmpeg is not installed; ./test installs it");
        Random random(4, 0);
        killWhileWriting({"video", "dense_memory", "--panel", "recall", "--size", "320x180", "--fps", "25", "--seconds", "2", "-o"},
                         "f.mp4", 3, random);
    }

    void aSweepKilledTimeAndAgainEndsAsIfItNeverWas() {
        QStringList command = {"sweep", "dense_memory", "beta=0.5:16:0.5", "--seeds", "20", "--steps", "40", "--jobs",
                               "2",     "-o",           path("whole.csv")};
        const int ms = timeOf(command);
        QVERIFY(ms > 0);
        const std::string whole = bytes(path("whole.csv"));
        command.last() = path("s.csv");
        Random random(3, 0);
        qint64 most = 0;
        bool sawPart = false;
        for (int i = 0; i < 3; ++i) {
            if (!killedOnceLarger(command, path("s.csv.part"), most, int(0.15 * random.uniform() * ms))) break;
            if (QFile::exists(path("s.csv"))) QVERIFY(bytes(path("s.csv")) == whole);
            const qint64 size = QFile(path("s.csv.part")).size();
            sawPart |= size > 0;
            constexpr qint64 kRow = 512;  // more than any row takes: the last one may have been torn
            QVERIFY2(size >= most - kRow, "rows that were kept are gone");
            most = std::max(most, size);
        }
        QVERIFY(sawPart);
        // As if the last row had been torn: its rest is run again.
        if (QFile part(path("s.csv.part")); part.exists()) QVERIFY(part.resize(std::max<qint64>(part.size() - 3, 0)));
        QCOMPARE(run(command), 0);
        QVERIFY(bytes(path("s.csv")) == whole);
        QVERIFY(!QFile::exists(path("s.csv.part")));
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "test_kill.moc"
