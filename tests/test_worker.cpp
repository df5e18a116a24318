// The worker: the same trace to the bit as inline, on any number of threads; seeking, editing on the way, and bad sessions.
#include <QtTest>
#include <thread>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/experiment/defined.h"
#include "core/session/edit.h"
#include "core/sim/player.h"
#include "core/sim/recording.h"
#include "core/sim/worker.h"

using namespace engram;

namespace {

Session sessionAt(std::int64_t step) {
    Session s = newSession("dense_memory");
    s.step = step;
    return s;
}

std::vector<std::vector<double>> columns(const Trace& trace) {
    std::vector<std::vector<double>> all;
    for (int m = 0; m < trace.measureCount(); ++m) all.push_back(trace.column(m));
    return all;
}

Trace inlineTrace(const Session& session, std::int64_t steps) {
    Player player(session);
    player.goTo(steps);
    return player.trace();
}

// Bit for bit, so that NaN would count as different from everything.
bool same(const Trace& a, const Trace& b) { return a.size() == b.size() && columns(a) == columns(b); }

}  // namespace

class TestWorker : public QObject {
    Q_OBJECT
private slots:
    void everyExperimentIsTheSameInlineAndOnTheWorkerOnOneAndTwoThreads() {
        for (const Experiment& e : experiments()) {
            Session session = newSession(e.id);
            session.step = 30;
            limitThreads(1);
            const Trace one = inlineTrace(session, 30);
            limitThreads(2);
            const Trace two = inlineTrace(session, 30);
            limitThreads(0);
            Worker worker([] {});
            worker.load(session);
            worker.waitIdle();
            QVERIFY2(same(one, two), e.id.c_str());
            QVERIFY2(same(one, worker.latest()->moment.trace), e.id.c_str());
        }
    }

    // What an experiment claims of its defaults holds, whatever it is.
    void whatIsClaimedNeverToRiseDoesNot() {
        for (const Experiment& e : experiments()) {
            const Session session = newSession(e.id);
            const std::string claimed = e.guarantees.neverRises(session.values);
            if (claimed.empty()) continue;
            const Trace trace = inlineTrace(session, 100);
            const int measure = e.measure(claimed);
            for (int i = 1; i < trace.size(); ++i)
                QVERIFY2(trace.at(i, measure) <= trace.at(i - 1, measure) + 1e-9 * (1 + std::abs(trace.at(i, measure))), e.id.c_str());
        }
    }

    // From one end of a long run to the other and back: what scrubbing needs.
    void noSeekOfALongRunTakesLong() {
        constexpr std::int64_t kSteps = 10'000;
        constexpr double kMostMs = 50;
        Worker worker([] {});
        worker.want({"surface", "energy"});
        worker.load(sessionAt(kSteps));
        worker.waitIdle();
        QCOMPARE(worker.latest()->recorded, kSteps);
        QVERIFY(worker.latest()->recordedBytes <= worker.latest()->budgetBytes);
        for (const std::int64_t step : {std::int64_t(0), kSteps, std::int64_t(1), std::int64_t(4999), std::int64_t(9998), std::int64_t(2503), std::int64_t(7777)}) {
            double best = 1e9;   // another program may take the core for a moment, so the best of three
            for (int i = 0; i < 3; ++i) {
                worker.seek(step == 0 ? kSteps : 0);
                worker.waitIdle();
                QElapsedTimer timer;
                timer.start();
                worker.seek(step);
                worker.waitIdle();
                best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
                QCOMPARE(worker.latest()->moment.step, step);
            }
            QVERIFY2(best < kMostMs, qPrintable(QString("to step %1 in %2 ms").arg(step).arg(best)));
        }
    }

    void anotherSeedIsAnotherTrace() {
        Session a = sessionAt(0), b = a;
        b.inputs.seed = a.inputs.seed + 1;
        QVERIFY(!same(inlineTrace(a, 10), inlineTrace(b, 10)));
    }

    void seeksBackAndForth() {
        Worker worker([] {});
        worker.load(sessionAt(40));
        worker.waitIdle();
        for (const std::int64_t step : {40, 3, 17, 0, 60, 59}) {
            worker.seek(step);
            worker.waitIdle();
            QCOMPARE(worker.latest()->moment.step, step);
            QVERIFY(same(worker.latest()->moment.trace, inlineTrace(sessionAt(0), step)));
        }
        QCOMPARE(worker.latest()->recorded, 60);
        QVERIFY(same(worker.latest()->whole, inlineTrace(sessionAt(0), 60)));
    }

    void anEditOnTheWayEqualsItsReplay() {
        const Experiment& e = experiment("dense_memory");
        const Session start = sessionAt(20);
        Worker worker([] {});
        worker.load(start);
        worker.waitIdle();
        Session s = edited(start, e, "beta", Value(6.0), 20);
        s = edited(s, e, "beta", Value(5.0), 20);  // two movements of one drag
        worker.load(s);
        worker.waitIdle();
        s.step = 35;
        worker.load(s);
        worker.waitIdle();
        QVERIFY(same(worker.latest()->moment.trace, inlineTrace(s, 35)));
        QVERIFY(!same(worker.latest()->moment.trace, inlineTrace(start, 35)));
        s = start;  // undo
        s.step = 35;
        worker.load(s);
        worker.waitIdle();
        QVERIFY(same(worker.latest()->moment.trace, inlineTrace(start, 35)));
    }

    void anEditInThePastRewinds() {
        const Experiment& e = experiment("dense_memory");
        Worker worker([] {});
        worker.load(sessionAt(30));
        worker.waitIdle();
        Session s = edited(sessionAt(30), e, "beta", Value(5.0), 10);
        worker.load(s);
        worker.waitIdle();
        QVERIFY(same(worker.latest()->moment.trace, inlineTrace(s, 30)));
    }

    void aBrushStrokeReplays() {
        Session s = sessionAt(12);
        s = poked(s, Poke{"recall", 0, 10, 10, 4, 1}, 5);
        QVERIFY(!same(inlineTrace(s, 12), inlineTrace(sessionAt(0), 12)));
        Worker worker([] {});
        worker.load(sessionAt(5));
        worker.waitIdle();
        worker.load(s);
        worker.waitIdle();
        QVERIFY(same(worker.latest()->moment.trace, inlineTrace(s, 12)));
    }

    void aBadSessionLeavesTheRunAsItWas() {
        Worker worker([] {});
        worker.load(sessionAt(8));
        worker.waitIdle();
        Session bad = sessionAt(8);
        bad.values["patterns"] = std::string("idx");
        bad.inputs.data = "/no/such/file.gz";
        worker.load(bad);
        worker.waitIdle();
        const auto frame = worker.latest();
        QVERIFY2(frame->trouble.find("/no/such/file.gz") != std::string::npos, frame->trouble.c_str());
        QCOMPARE(frame->moment.step, 8);
        QVERIFY(frame->session == sessionAt(8));
    }

    void playsByItselfAndStopsWhenSettled() {
        std::atomic<int> published = 0;
        Worker worker([&] { ++published; });
        worker.pace(2000);
        worker.load(sessionAt(0));
        worker.play(true);
        QTRY_VERIFY_WITH_TIMEOUT(worker.latest() && worker.latest()->moment.settled && !worker.latest()->playing, 10000);
        worker.waitIdle();
        const int before = published;
        QTest::qWait(200);
        QCOMPARE(published.load(), before);  // nothing moves when nothing changes
    }

    void aFrameComesAtMostSixtyTimesASecond() {
        std::atomic<int> published = 0;
        Worker worker([&] { ++published; });
        worker.pace(5000);
        worker.load(sessionAt(0));
        worker.play(true);
        QTest::qWait(500);
        QVERIFY2(published < 40, qPrintable(QString::number(published.load())));
    }

    // Steps that take most of the time wait for whoever looks, and go on without one.
    void dearStepsWaitToBeSeen() {
        struct Params {};
        Defined<Params, int> slow;
        slow.about.id = "slow";
        slow.about.measures = {{"steps", "Steps", "", ""}};
        slow.init = [](const Params&, const Inputs&) { return 0; };
        slow.step = [](const Params&, int& count) {
            std::this_thread::sleep_for(std::chrono::milliseconds(25));
            ++count;
        };
        slow.measure = [](const Params&, const int& count) { return std::vector<double>{double(count)}; };
        slow.draw = [](const View<Params, int>&) { return Board(); };
        addExperiment(slow.experiment());
        Worker worker([] {});
        worker.load(newSession("slow"));
        worker.waitIdle();
        worker.play(true);
        QTest::qWait(1000);
        const std::int64_t alone = worker.latest()->moment.step;
        QVERIFY2(alone >= 3 && alone <= 9, qPrintable(QString::number(alone)));
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 1000) worker.latest(), QTest::qWait(5);
        const std::int64_t watched = worker.latest()->moment.step - alone;
        QVERIFY2(watched >= 15, qPrintable(QString::number(watched)));
    }

    void ordersNeverWaitForAStep() {
        Session s = sessionAt(100'000);
        Experiment const& e = experiment("dense_memory");
        e.params.set(s.values, "count=200");
        e.params.set(s.values, "cues=200");
        Worker worker([] {});
        worker.load(s);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 1000; ++i) worker.pace(30), worker.latest();
        QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    }

    void theRecordingKeepsItsBudget() {
        Player player(sessionAt(0));
        Recording recording(std::int64_t(400) * 1024);
        recording.add(player.snapshot());
        const Trace all = inlineTrace(sessionAt(0), 500);
        for (int i = 0; i < 500; ++i) player.advance(), recording.add(player.snapshot());
        QVERIFY(recording.stride() > 1);
        QVERIFY(recording.bytes() <= recording.budget());
        QCOMPARE(recording.lastStep(), 500);
        const Snapshot* kept = recording.at(333);
        QVERIFY(kept && kept->step <= 333 && kept->step > 333 - recording.stride());
        player.restore(*kept, player.session());
        player.goTo(333);
        QVERIFY(same(player.trace(), all.cut(334)));
    }
};

QTEST_GUILESS_MAIN(TestWorker)
#include "test_worker.moc"
