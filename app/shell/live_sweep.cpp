#include "app/shell/live_sweep.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "app/language/language.h"
#include "app/widgets/track.h"
#include "core/sim/sweep_table.h"

namespace engram {

namespace {

constexpr int kAlone = 25, kOfTwo = 12;      // values of one axis, and of each of two
constexpr std::int64_t kSeedsAlone = 4;

std::vector<std::int64_t> allRuns(const SweepPlan& plan) {
    std::vector<std::int64_t> runs(std::size_t(plan.runCount()));
    std::iota(runs.begin(), runs.end(), 0);
    return runs;
}

std::vector<Value> finer(const GridAxis& axis, const ParamSpec& spec, int count) {
    if (spec.kind != Kind::Number && spec.kind != Kind::Int) return axis.values;
    const double low = trackPlace(spec, asReal(axis.values.front())), high = trackPlace(spec, asReal(axis.values.back()));
    std::vector<Value> values;
    for (int i = 0; i < count; ++i) {
        const Value value = trackValue(spec, low + (high - low) * i / (count - 1));
        if (values.empty() || values.back() != value) values.push_back(value);
    }
    return values;
}

}  // namespace

LiveSweep::LiveSweep(SweepPlan plan, int measure, std::function<void()> arrived)
    : plan_(std::move(plan)), sweep_(plan_, allRuns(plan_), {1, true}, std::move(arrived)) {
    show(measure);
}

bool LiveSweep::refresh() {
    const std::vector<SweepRow> came = sweep_.take();
    if (came.empty()) return false;
    rows_.insert(rows_.end(), came.begin(), came.end());
    show(measure_);
    return true;
}

void LiveSweep::show(int measure) {
    measure_ = measure;
    panel_ = sweepPanel(plan_, rows_, measure_);
    speakIn(panel_);
    ++number_;
}

std::string LiveSweep::table() const {
    std::vector<SweepRow> ordered = rows_;
    std::sort(ordered.begin(), ordered.end(), [](const SweepRow& a, const SweepRow& b) { return a.run < b.run; });
    std::string text = sweepHead(plan_, {});
    for (const SweepRow& row : ordered) text += sweepLine(plan_, row);
    return text;
}

SweepPlan finerPlan(const Session& session, const Experiment& experiment) {
    SweepPlan plan = planSweep(session, {}, 1, std::nullopt);
    plan.base.values = session.valuesAt(std::numeric_limits<std::int64_t>::max());   // the same wherever one stands
    plan.base.orders.clear();
    const std::vector<GridAxis>& grid = session.view.grid;
    plan.seeds = grid.size() > 1 ? 1 : kSeedsAlone;
    // The plan's first axis changes slowest and goes up; the grid's first goes across.
    for (auto axis = grid.rbegin(); axis != grid.rend(); ++axis)
        plan.axes.push_back({axis->id, finer(*axis, experiment.params.at(axis->id), grid.size() > 1 ? kOfTwo : kAlone)});
    return plan;
}

}  // namespace engram
