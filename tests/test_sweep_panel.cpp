// A sweep as a plot: means and errors where they belong, holes where runs are missing, and the run under a place.
#include <QTest>

#include "app/shell/live_sweep.h"
#include "core/sim/sweep_panel.h"
#include "tests/decay.h"

using namespace engram;

namespace {

SweepPlan planOf(const std::vector<std::string>& axes, std::int64_t seeds) { return planSweep(newSession("decay"), axes, seeds, 3); }

SweepRow row(std::int64_t run, double mean) { return {run, 3, false, {mean}, {}}; }

template <class Mark>
const Mark* find(const Panel& panel) {
    for (const PlotMark& mark : std::get<Plot>(panel.content).marks)
        if (const Mark* found = std::get_if<Mark>(&mark)) return found;
    return nullptr;
}

}  // namespace

class SweepPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { addExperiment(test::decay()); }

    void oneAxisIsACurveWithErrors() {
        const SweepPlan plan = planOf({"rate=0.1,0.2,0.4"}, 2);
        const std::vector<SweepRow> rows{row(4, 3), row(5, 5), row(0, 1), row(1, 2)};   // in any order, the second value not there yet
        const Panel panel = sweepPanel(plan, rows, 0);
        QCOMPARE(panel.subtitle, std::string("4 of 6 runs"));
        const Curve* curve = find<Curve>(panel);
        QCOMPARE(*curve->x, (std::vector<double>{0.1, 0.4}));
        QCOMPARE(*curve->y, (std::vector<double>{1.5, 4}));
        QCOMPARE(find<Scatter>(panel)->error, (std::vector<double>{0.5, 1}));           // sqrt(var / n) of two
    }

    void twoAxesAreAMapOfBlocks() {
        const SweepPlan plan = planOf({"walkers=1,2", "rate=0.1,0.2,0.3"}, 1);
        std::vector<SweepRow> rows;
        for (int i = 0; i < 5; ++i) rows.push_back(row(i, i));
        const Panel panel = sweepPanel(plan, rows, 0);
        const Field& field = find<Heatmap>(panel)->field;
        const auto at = [&](int column, int j) {  // the middle of a block
            return (*field.values)[std::size_t((j * 2 + 1) * field.rows / 4) * std::size_t(field.columns) +
                                   std::size_t((column * 2 + 1) * field.columns / 6)];
        };
        QCOMPARE(at(0, 0), 0.0f);
        QCOMPARE(at(2, 0), 2.0f);
        QCOMPARE(at(1, 1), 4.0f);
        QVERIFY(std::isnan(at(2, 1)));                                                  // not run yet: no colour
        QCOMPARE(find<Heatmap>(panel)->high, 4.0);
        QCOMPARE(runAt(plan, 0.29, 1.9), std::optional<std::int64_t>(5));
        QCOMPARE(runAt(plan, -7, -7), std::optional<std::int64_t>(0));
        QCOMPARE(asReal(plan.session(*runAt(plan, 0.2, 2)).values.at("rate")), 0.2);
    }

    void failedRunsAreSaidAndLeftOut() {
        const SweepPlan plan = planOf({"rate=0.1,0.2"}, 1);
        const Panel panel = sweepPanel(plan, {{0, 0, false, {}, "it broke"}, row(1, 2)}, 0);
        QCOMPARE(panel.subtitle, std::string("2 of 2 runs, 1 failed"));
        QCOMPARE(find<Curve>(panel)->x->size(), std::size_t(1));
    }

    void moreAxesHaveAReason() {
        const Panel panel = sweepPanel(planOf({"rate=0.1,0.2", "walkers=1,2", "noisy=true,false"}, 1), {}, 0);
        QVERIFY(std::holds_alternative<Absent>(panel.content));
        QVERIFY(std::holds_alternative<Absent>(sweepPanel(planOf({}, 1), {}, 0).content));
    }

    void aLiveSweepFillsIn() {
        Session session = newSession("decay");
        session.view.grid = {{"rate", {0.1, 0.9}}, {"walkers", {std::int64_t(1), std::int64_t(4)}}};
        const SweepPlan plan = finerPlan(session, experiment("decay"));
        QCOMPARE(plan.axes.size(), std::size_t(2));
        QCOMPARE(plan.axes[1].id, std::string("rate"));                                 // goes across
        QCOMPARE(plan.axes[0].values.size(), std::size_t(4));                           // there are no more whole numbers
        SweepPlan few = plan;
        few.steps = 5;
        LiveSweep sweep(few, 0, {});
        QTRY_VERIFY_WITH_TIMEOUT((sweep.refresh(), sweep.finished()), 30'000);
        QCOMPARE(sweep.panel().subtitle, std::to_string(few.runCount()) + " of " + std::to_string(few.runCount()) + " runs");
        const std::string table = sweep.table();
        QCOMPARE(std::count(table.begin(), table.end(), '\n') >= few.runCount(), true);
        QVERIFY(table.find("\n\n") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(SweepPanelTest)
#include "test_sweep_panel.moc"
