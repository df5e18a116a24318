// Sweeps: plans that are refused before they run, tables that are the same whatever the number of threads, runs that fail, shards
// that merge, and sweeps that go on where they were stopped.
#include <csignal>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/csv.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/journal.h"
#include "core/base/text.h"
#include "core/sim/player.h"
#include "core/sim/sweep_table.h"
#include "tests/decay.h"
#include "tests/program.h"

using namespace engram;

using engram::test::Ended;
using engram::test::program;

namespace {

Session dense() {
    Session session = newSession("dense_memory");
    session.experiment = "dense_memory";
    return session;
}

SweepPlan smallPlan(std::int64_t seeds = 2) { return planSweep(dense(), {"beta=0.5:1.5:0.5", "corruption=0.1,0.4"}, seeds, 6); }

// What the verb does, in memory.
std::string tableOf(const SweepPlan& plan, int jobs, SweepShard shard = {}) {
    UnfinishedSweep rows(plan, shard);
    Sweep sweep(plan, rows.missing(), {jobs, false});
    while (!sweep.finished()) {
        sweep.wait(std::chrono::milliseconds(50));
        for (const SweepRow& row : sweep.take()) rows.add(row.run, sweepLine(plan, row));
    }
    return rows.table();
}

std::vector<std::string> rowsOf(const std::string& table) {
    std::vector<std::string> lines;
    for (const std::string& line : split(table, '\n'))
        if (!line.empty() && line[0] != '#') lines.push_back(line);
    lines.erase(lines.begin());  // the names of the columns
    return lines;
}

template <class Act>
QString refusal(Act act) {
    try {
        act();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

// An experiment that throws for two walkers: at the start where `at` is 0, else on the way.
Experiment moody() {
    Experiment e = test::decay();
    e.id = "moody";
    e.start = [inner = e.start](const Values& values, const Inputs& inputs) {
        if (std::get<std::int64_t>(values.at("walkers")) == 2) fail("two walkers, \"quarrel\" at\nonce");
        return inner(values, inputs);
    };
    return e;
}

QStringList sweepCommand(const QStringList& more) {
    return QStringList{"sweep", "dense_memory", "beta=0.5,1,2", "--seeds", "3", "--steps", "5", "--device", "cpu"} + more;
}

}  // namespace

class TestSweep : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString path(const char* name) const { return folder_.filePath(name); }
    std::string bytes(const QString& file) const { return readFile(file.toStdString(), 1 << 26); }

private slots:
    void initTestCase() {
        addExperiment(test::decay());
        addExperiment(moody());
    }

    void rangesAreWhatAPersonMeans() {
        const SweepPlan plan = planSweep(dense(), {"corruption=0:1:0.1", "count=5:1:-2", "model=A,C", "beta=1e-1:1:0.45"}, 1, {});
        QCOMPARE(plan.axes[0].values.size(), std::size_t(11));
        QVERIFY(plan.axes[0].values[3] == Value(0.3));
        QVERIFY((plan.axes[1].values == std::vector<Value>{std::int64_t(5), std::int64_t(3), std::int64_t(1)}));
        QVERIFY((plan.axes[2].values == std::vector<Value>{std::string("A"), std::string("C")}));
        QCOMPARE(plan.axes[3].values.size(), std::size_t(3));
        QCOMPARE(plan.runCount(), std::int64_t(11 * 3 * 2 * 3));
        const SweepPlan small = smallPlan();
        QVERIFY(small.values(0) == (std::vector<Value>{0.5, 0.1}) && small.values(2) == (std::vector<Value>{0.5, 0.4}) &&
                small.values(4) == (std::vector<Value>{1.0, 0.1}));
        QCOMPARE(small.seed(3), small.base.inputs.seed + 1);
        QVERIFY(small.session(5).values.at("beta") == Value(1.0));
        QCOMPARE(planSweep(dense(), {}, 7, {}).runCount(), std::int64_t(7));
    }

    void plansThatCannotBeAreRefusedByName_data() {
        QTest::addColumn<QStringList>("axes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& axes, const char* says) { QTest::newRow(name) << axes << QString(says); };
        row("too many", {"beta=1:1000:1", "alpha=0:2:0.000002"}, "1000001000 runs, more than 1000000");
        row("far too many", {"beta=0.001:10000:1e-300"}, "runs, more than 1000000");
        row("unknown", {"bta=1,2"}, "did you mean beta");
        row("no form", {"beta"}, "id=a:b:step");
        row("nothing", {"beta="}, "no values");
        row("a gap", {"beta=1,,2"}, "empty value");
        row("a trailing comma", {"beta=1,2,"}, "empty value");
        row("half a range", {"beta=1:2"}, "beta=a:b:step");
        row("zero step", {"beta=1:2:0"}, "step of zero");
        row("wrong way", {"beta=1:2:-1"}, "above zero");
        row("wrong way down", {"beta=2:1:1"}, "below zero");
        row("nan", {"beta=nan,2"}, "finite");
        row("nan range", {"beta=nan:2:1"}, "finite");
        row("infinite range", {"beta=1:inf:1"}, "finite");
        row("no number", {"beta=1:two:1"}, "'two'");
        row("out of range", {"beta=1,90000"}, "out of range");
        row("range out of range", {"count=-1:3:1"}, "out of range");
        row("not whole", {"count=1:3:0.5"}, "whole number");
        row("twice", {"beta=1,2", "beta=3,4"}, "swept twice");
        row("the same value", {"beta=1,1.0"}, "twice");
        row("range of names", {"model=A:C:1"}, "commas");
        row("name", {"model=A,D"}, "model");
    }
    void plansThatCannotBeAreRefusedByName() {
        QFETCH(QStringList, axes);
        QFETCH(QString, says);
        std::vector<std::string> texts;
        for (const QString& axis : axes) texts.push_back(axis.toStdString());
        const QString said = refusal([&] { planSweep(dense(), texts, 1, {}); });
        QVERIFY2(said.contains(says), qPrintable(said));
    }
    void moreRunsAreAllowedWhenAskedFor() {
        QVERIFY(refusal([] { planSweep(dense(), {"beta=1:10:1"}, 2, {}, 19); }).contains("20 runs, more than 19"));
        QCOMPARE(planSweep(dense(), {"beta=1:10:1"}, 2, {}, 20).runCount(), std::int64_t(20));
        QVERIFY(refusal([] { planSweep(dense(), {}, 0, {}); }).contains("at least one"));
        QVERIFY(refusal([] { planSweep(dense(), {}, 1, -3); }).contains("negative"));
    }

    void theTableIsTheSameForAnyNumberOfThreads() {
        const SweepPlan plan = smallPlan();
        const std::string one = tableOf(plan, 1);
        for (int jobs : {2, 5, 0}) QVERIFY(tableOf(plan, jobs) == one);
        const std::vector<std::string> rows = rowsOf(one);
        QCOMPARE(rows.size(), std::size_t(12));
        // And it is what a run by itself gives.
        const Experiment& e = experiment("dense_memory");
        for (std::int64_t run : {0, 7, 11}) {
            Player player(plan.session(run));
            player.goTo(6);
            const auto fields = csvFields(rows[std::size_t(run)]);
            QVERIFY(fields);
            QCOMPARE((*fields)[0], shortest(std::get<double>(plan.values(run)[0])));
            QCOMPARE((*fields)[2], std::to_string(plan.seed(run)));
            QCOMPARE((*fields)[3], std::string("6"));
            for (std::size_t m = 0; m < e.measures.size(); ++m) QCOMPARE((*fields)[5 + m], shortest(player.trace().at(6, int(m))));
        }
    }

    void threadsThatEndBeforeTheLastBeginsAreCounted() {
        const SweepPlan plan = planSweep(newSession("decay"), {"rate=0.1,0.2,0.3"}, 1, 0);  // runs that take no time
        for (int i = 0; i < 300; ++i) {
            Sweep sweep(plan, runsOf(plan, {}), {3, false});
            std::size_t rows = 0;
            QElapsedTimer timer;
            timer.start();
            while (!sweep.finished() && timer.elapsed() < 10'000) {
                sweep.wait(std::chrono::milliseconds(20));
                rows += sweep.take().size();
            }
            QVERIFY(sweep.finished());
            QCOMPARE(rows, std::size_t(3));
        }
    }

    void aRunThatFailsIsARowThatSaysWhy() {
        const SweepPlan plan = planSweep(newSession("moody"), {"walkers=1:3:1"}, 1, 2);
        const std::vector<std::string> rows = rowsOf(tableOf(plan, 2));
        QCOMPARE(rows.size(), std::size_t(3));
        QVERIFY(isFailure(rows[1]) && !isFailure(rows[0]) && !isFailure(rows[2]));
        QCOMPARE(csvFields(rows[1])->back(), std::string("two walkers, \"quarrel\" at once"));
        QCOMPARE(rows[0], std::string("1,7,2,no,0.25,"));
    }

    void withoutStepsARunGoesToItsOwnEnd() {
        const SweepPlan plan = planSweep(dense(), {"beta=2,8"}, 1, {});
        for (const std::string& row : rowsOf(tableOf(plan, 2))) QCOMPARE((*csvFields(row))[3], std::string("yes"));
    }

    void rowsComeByIndexAndStoppingDoesNotWait() {
        const SweepPlan plan = planSweep(newSession("decay"), {"rate=0.1:0.9:0.1"}, 1, 1'000'000'000);
        QElapsedTimer timer;
        timer.start();
        {
            Sweep endless(plan, runsOf(plan, {}), {3, true});
            endless.wait(std::chrono::milliseconds(50));
            QVERIFY(endless.take().empty() && !endless.finished());
        }
        QVERIFY(timer.elapsed() < 5000);
        std::atomic<int> arrivals = 0;
        const SweepPlan quick = smallPlan(1);
        Sweep sweep(quick, {4, 1}, {2, true}, [&] { ++arrivals; });
        std::set<std::int64_t> seen;
        while (!sweep.finished()) {
            sweep.wait(std::chrono::milliseconds(50));
            for (const SweepRow& row : sweep.take()) seen.insert(row.run);
        }
        QVERIFY((seen == std::set<std::int64_t>{1, 4}));
        QCOMPARE(arrivals.load(), 2);
        Sweep none(quick, {});
        QVERIFY(none.finished());
    }

    void shardsMergeToTheSameTable() {
        const SweepPlan plan = smallPlan();
        std::vector<std::pair<std::string, std::string>> parts;
        for (std::int64_t i : {2, 5, 1, 4, 3}) parts.emplace_back("part" + std::to_string(i), tableOf(plan, 2, {i, 5}));
        QVERIFY(mergeSweeps(parts) == tableOf(plan, 1));
        const auto without = [&](std::size_t i) {
            auto fewer = parts;
            fewer.erase(fewer.begin() + std::ptrdiff_t(i));
            return fewer;
        };
        QVERIFY(refusal([&] { mergeSweeps(without(3)); }).contains("missing: shard 4/5"));
        auto twice = parts;
        twice[0].second = parts[2].second;
        QVERIFY2(refusal([&] { mergeSweeps(twice); }).contains("shard 1/5 is there twice"),
                 qPrintable(refusal([&] { mergeSweeps(twice); })));
        auto other = parts;
        other[1].second = tableOf(planSweep(dense(), {"beta=0.5:1.5:0.5", "corruption=0.1,0.5"}, 2, 6), 2, {5, 5});
        const QString said = refusal([&] { mergeSweeps(other); });
        QVERIFY2(said.contains("part2 and part5 are parts of different sweeps"), qPrintable(said));
        auto divided = parts;
        divided[1].second = tableOf(plan, 2, {2, 4});
        QVERIFY(refusal([&] { mergeSweeps(divided); }).contains("not of one division"));
        auto cut = parts;
        cut[4].second.resize(cut[4].second.size() - 3);
        QVERIFY(refusal([&] { mergeSweeps(cut); }).contains("part3"));
        cut[4].second = parts[4].second.substr(0, parts[4].second.rfind('\n', parts[4].second.size() - 2) + 1);
        QVERIFY(refusal([&] { mergeSweeps(cut); }).contains("holds 1 rows, but its shard has 2"));
        QVERIFY(refusal([&] { mergeSweeps({{"x.csv", "a,b\n1,2\n"}}); }).contains("x.csv is no part of a sweep"));
        for (const char* text : {"3/2", "0/2", "a/b", "1", "1/2/3", "-1/2"})
            QVERIFY2(refusal([&] { parseShard(text); }).contains("--shard"), text);
    }

    void anUnfinishedSweepIsTakenUpWhereItWas() {
        const SweepPlan plan = smallPlan();
        const std::string whole = tableOf(plan, 1);
        const std::vector<std::string> rows = rowsOf(whole);
        UnfinishedSweep first(plan, {});
        std::string text = first.opening();
        for (std::int64_t run : {7, 2, 11}) text += std::to_string(run) + "," + rows[std::size_t(run)] + "\n";
        UnfinishedSweep second(plan, {});
        QCOMPARE(second.resume(text, "x.part"), std::string());
        QCOMPARE(second.doneCount(), std::int64_t(3));
        QVERIFY((second.missing() == std::vector<std::int64_t>{0, 1, 3, 4, 5, 6, 8, 9, 10}));
        for (std::int64_t run : second.missing()) second.add(run, rows[std::size_t(run)] + "\n");
        QVERIFY(second.table() == whole);
        // Killed while it wrote its first lines.
        UnfinishedSweep third(plan, {});
        QCOMPARE(third.resume(first.opening().substr(0, 60), "x.part"), first.opening().substr(60));
        UnfinishedSweep other(planSweep(dense(), {"beta=1,2"}, 2, 6), {}), shard(plan, {1, 2});
        QVERIFY(refusal([&] { other.resume(text, "x.part"); }).contains("x.part belongs to another sweep"));
        QVERIFY(refusal([&] { shard.resume(text, "x.part"); }).contains("x.part belongs to another sweep"));
        for (const char* bad : {"12,0.5\n", "x,1\n", "\n"})
            QVERIFY2(refusal([&] { third.resume(text + bad, "x.part"); }).contains("row 4 of x.part is damaged"), bad);
    }

    void journalsKeepWholeLines() {
        const std::string file = path("j").toStdString();
        {
            Journal journal(file);
            journal.append("one\ntwo\nthr");
            QVERIFY(refusal([&] { Journal again(file); }).contains("another program"));
        }
        {
            Journal journal(file);
            QCOMPARE(journal.found(), std::string("one\ntwo\n"));
            journal.append("three\n");
        }
        QCOMPARE(bytes(path("j")), std::string("one\ntwo\nthree\n"));
        Journal(file).remove();
        QVERIFY(!QFile::exists(path("j")));
        QVERIFY(refusal([] { Journal journal("/no/such/folder/j"); }).contains("/no/such/folder/j"));
    }

    void fieldsSurviveCsv() {
        const std::vector<std::string> odd{"", "a,b", "say \"no\"", "#1", " edge ", "plain"};
        const std::string line = csvLine(odd);
        QCOMPARE(std::count(line.begin(), line.end(), '\n'), 1);
        QVERIFY(csvFields(std::string_view(line).substr(0, line.size() - 1)) == odd);
        QVERIFY(!csvFields("\"open"));
        QVERIFY(!csvFields("\"a\"b"));
    }

    void theProgramWritesTheTableWhole() {
        const Ended direct = program(sweepCommand({"--jobs", "1"}));
        QVERIFY2(direct.code == 0, qPrintable(direct.err));
        QVERIFY(direct.err.isEmpty());
        QCOMPARE(program(sweepCommand({"--jobs", "3", "-o", path("t.csv")})).code, 0);
        QVERIFY(bytes(path("t.csv")) == direct.out.toStdString());
        QVERIFY(!QFile::exists(path("t.csv.part")));
        QCOMPARE(rowsOf(direct.out.toStdString()).size(), std::size_t(9));
        for (const char* i : {"1", "2"}) QCOMPARE(program(sweepCommand({"--shard", QString(i) + "/2", "-o", path(i)})).code, 0);
        QCOMPARE(program({"sweep", "--merge", path("2"), path("1"), "-o", path("m.csv")}).code, 0);
        QVERIFY(bytes(path("m.csv")) == direct.out.toStdString());
    }

    void theProgramGoesOnAfterCtrlC() {
        const QStringList command = {"sweep", "dense_memory", "beta=0.5:20:0.5", "--seeds", "20", "--steps", "60", "--jobs",
                                     "2",     "-o",           path("c.csv")};
        QProcess process;
        process.start(ENGRAM_PROGRAM, command);
        const QString part = path("c.csv.part");
        QTRY_VERIFY_WITH_TIMEOUT(QFile(part).size() > 6000, 30'000);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30'000));
        const QString said = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == 1 && said.contains("interrupted after") && said.contains("c.csv.part"), qPrintable(said));
        QVERIFY(QFile::exists(part) && !QFile::exists(path("c.csv")));
        QStringList changed = command;
        changed[2] = "beta=0.5:10:0.5";
        const Ended refused = program(changed);
        QVERIFY2(refused.code == 1 && refused.err.contains("belongs to another sweep"), qPrintable(refused.err));
        const Ended resumed = program(command);
        QVERIFY2(resumed.code == 0 && resumed.err.contains("goes on with"), qPrintable(resumed.err));
        QVERIFY(!QFile::exists(part));
        QStringList direct = command;
        direct.last() = path("d.csv");
        QCOMPARE(program(direct).code, 0);
        QVERIFY(bytes(path("c.csv")) == bytes(path("d.csv")));
    }

    void theProgramNamesMistakes_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& arguments, int code, const char* says) {
            QTest::newRow(name) << arguments << code << QString(says);
        };
        row("a billion runs", {"sweep", "dense_memory", "beta=1:1000:1", "alpha=0:1:0.001", "--seeds", "1000"}, 2,
            "1001000000 runs, more than 1000000; --most");
        row("nothing", {"sweep"}, 2, "missing");
        row("shard", {"sweep", "dense_memory", "beta=1,2", "--shard", "3/2"}, 2, "--shard 3/2");
        row("jobs", {"sweep", "dense_memory", "beta=1,2", "--jobs", "-2"}, 2, "--jobs -2");
        row("folder", {"sweep", "dense_memory", "beta=1,2", "-o", "/tmp"}, 1, "/tmp: it is a folder");
        row("no folder", {"sweep", "dense_memory", "beta=1,2", "-o", "/no/such/t.csv"}, 1, "/no/such/t.csv");
        row("full", {"sweep", "dense_memory", "beta=1,2", "--steps", "2", "-o", "/dev/full"}, 1, "/dev/full");
        row("merge missing", {"sweep", "--merge", "/no/such/part"}, 1, "/no/such/part");
        row("merge and sweep", {"sweep", "dense_memory", "--merge", "/no/such/part"}, 2, "--merge");
        row("all runs fail", {"sweep", "dense_memory", "count=60000", "size=256", "--steps", "1"}, 1, "1 of 1 runs failed");
    }
    void theProgramNamesMistakes() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Ended ended = program(arguments);
        QVERIFY2(ended.code == code && ended.err.contains(says), qPrintable(QString("%1: %2").arg(ended.code).arg(ended.err)));
        QCOMPARE(ended.err.trimmed().count('\n'), 0);
    }
};

QTEST_GUILESS_MAIN(TestSweep)
#include "test_sweep.moc"
