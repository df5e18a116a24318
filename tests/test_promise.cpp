// The promise of the design: an experiment of one file and one line appears in the panel's table, the command line, sessions and
// sweep-ready values, is run by the worker and drawn, with no other edit. tests/decay.h is that experiment.
#include <QtTest>

#include "core/base/text.h"
#include "core/session/edit.h"
#include "core/sim/worker.h"
#include "render/figure/layout.h"
#include "render/figure/svg.h"
#include "tests/decay.h"

using namespace engram;
using engram::test::decay;

class TestPromise : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { addExperiment(decay()); }  // the one line

    void isListedWithItsTable() {
        const Experiment& e = experiment("decay");
        QCOMPARE(e.params.specs().size(), std::size_t(3));
        QCOMPARE(e.params.at("rate").group, std::string("Motion"));
        QVERIFY(e.params.at("walkers").effect == Effect::Restart);
    }

    void takesTheCommandLinesAssignments() {
        const Experiment& e = experiment("decay");
        Values values = e.params.defaults();
        for (const char* assignment : {"rate=0.25", "walkers=5", "noisy=on"}) e.params.set(values, assignment);
        QVERIFY(values.at("rate") == Value(0.25) && values.at("walkers") == Value(std::int64_t(5)) && values.at("noisy") == Value(true));
    }

    void sweepReadyValuesReadBack() {
        const Experiment& e = experiment("decay");
        const ParamSpec& rate = e.params.at("rate");
        for (int i = 0; i <= 4; ++i) {
            const Value value = e.params.checked(rate, rate.soft.low + (rate.soft.high - rate.soft.low) * i / 4);
            QVERIFY(e.params.parse(rate, e.params.print(rate, value)) == value);
        }
    }

    void isSavedAndEdited() {
        const Experiment& e = experiment("decay");
        Session s = edited(newSession("decay"), e, "rate", Value(0.125), 4);
        s.step = 9;
        QVERIFY(fromToml(toToml(s), "x") == s);
    }

    void runsOnTheWorkerAndIsDrawn() {
        Session s = newSession("decay");
        s.step = 2;
        Worker worker([] {});
        worker.load(s);
        worker.waitIdle();
        const auto frame = worker.latest();
        QCOMPARE(frame->moment.trace.column(0), (std::vector<double>{1, 0.5, 0.25}));
        const Board board = experiment("decay").draw(frame->moment);
        QVERIFY(board.find("curve") != nullptr);
        QCOMPARE(board.sentence, std::string("Step 2"));
    }
};

QTEST_GUILESS_MAIN(TestPromise)
#include "test_promise.moc"
