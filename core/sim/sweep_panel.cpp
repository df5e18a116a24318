#include "core/sim/sweep_panel.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/text.h"
#include "core/view/plot_range.h"

namespace engram {

namespace {

constexpr int kPixelsACell = 8;          // a cell of the map is a block, not a slope
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// Where the values of an axis stand in the plot: numbers at their place, names at 0, 1, 2, ...
struct Places {
    std::vector<double> at;
    Scale scale = Scale::Linear;

    Places(const SweepAxis& axis, const ParamSpec& spec) {
        const bool numbers = spec.kind == Kind::Number || spec.kind == Kind::Int;
        for (std::size_t i = 0; i < axis.values.size(); ++i) at.push_back(numbers ? asReal(axis.values[i]) : double(i));
        if (numbers && spec.scale == Scale::Log && *std::min_element(at.begin(), at.end()) > 0) scale = Scale::Log;
    }
    double along(double value) const { return scale == Scale::Log ? std::log(value) : value; }
    double back(double place) const { return scale == Scale::Log ? std::exp(place) : place; }
    // Half a cell beyond the first and the last value.
    std::pair<double, double> edges() const {
        if (at.size() < 2) return scale == Scale::Log ? std::pair{at[0] / 1.5, at[0] * 1.5} : std::pair{at[0] - 0.5, at[0] + 0.5};
        const double first = along(at[0]), second = along(at[1]), last = along(at.back()), before = along(at[at.size() - 2]);
        return {back(first - (second - first) / 2), back(last + (last - before) / 2)};
    }
    std::size_t nearest(double value) const {
        const double place = scale == Scale::Log && !(value > 0) ? -std::numeric_limits<double>::infinity() : along(value);
        std::size_t best = 0;
        for (std::size_t i = 1; i < at.size(); ++i)
            if (std::abs(along(at[i]) - place) < std::abs(along(at[best]) - place)) best = i;
        return best;
    }
};

struct Mean {
    double sum = 0, squares = 0;
    int count = 0;
    void add(double v) { sum += v, squares += v * v, ++count; }
    double mean() const { return count > 0 ? sum / count : kNone; }
    double error() const {                 // standard error of the mean
        if (count < 2) return 0;
        const double variance = std::max(0.0, (squares - sum * sum / count) / (count - 1));
        return std::sqrt(variance / count);
    }
};

// By combination of values, in the order of the plan.
std::vector<Mean> meansOf(const SweepPlan& plan, const std::vector<SweepRow>& rows, int measure) {
    std::vector<Mean> means(std::size_t(plan.runCount() / plan.seeds));
    for (const SweepRow& row : rows)
        if (std::size_t(measure) < row.measures.size() && std::isfinite(row.measures[std::size_t(measure)]))
            means.at(std::size_t(row.run / plan.seeds)).add(row.measures[std::size_t(measure)]);
    return means;
}

Axis axisOf(const ParamSpec& spec, const Places& places) {
    const auto [low, high] = places.edges();
    return {spec.symbol.empty() ? spec.label : spec.symbol, spec.unit, std::min(low, high), std::max(low, high), places.scale, true};
}

Plot curveOf(const SweepPlan& plan, const std::vector<Mean>& means, const ParamSpec& spec, const Measure& about) {
    const Places places(plan.axes[0], spec);
    std::vector<double> x, y, error, ends;
    for (std::size_t i = 0; i < means.size(); ++i) {
        if (means[i].count == 0) continue;
        x.push_back(places.at[i]), y.push_back(means[i].mean()), error.push_back(means[i].error());
        ends.push_back(y.back() - error.back()), ends.push_back(y.back() + error.back());
    }
    Plot plot;
    plot.x = axisOf(spec, places);
    plot.y = rangeAround(ends);
    plot.y.label = about.label, plot.y.unit = about.unit;
    plot.marks.push_back(Curve{"", share(x), share(y), {Ink::Falling}, true, false, {}});
    plot.marks.push_back(Scatter{"", share(std::move(x)), share(std::move(y)), {}, {Ink::State}, 5, false, std::move(error)});
    return plot;
}

Plot mapOf(const SweepPlan& plan, const std::vector<Mean>& means, const ParamSpec& first, const ParamSpec& second, const Measure& about) {
    const Places down(plan.axes[0], first), across(plan.axes[1], second);
    const int rows = int(down.at.size()), columns = int(across.at.size());
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const Mean& m : means)
        if (m.count > 0) low = std::min(low, m.mean()), high = std::max(high, m.mean());
    if (!(high > low)) low = std::isfinite(low) ? low - 0.5 : 0, high = low + 1;
    std::vector<float> values(std::size_t(rows * kPixelsACell) * std::size_t(columns * kPixelsACell));
    for (int j = 0; j < rows * kPixelsACell; ++j)
        for (int i = 0; i < columns * kPixelsACell; ++i)
            values[std::size_t(j) * std::size_t(columns * kPixelsACell) + std::size_t(i)] =
                float(means[std::size_t(j / kPixelsACell) * std::size_t(columns) + std::size_t(i / kPixelsACell)].mean());
    Plot plot;
    plot.x = axisOf(second, across), plot.y = axisOf(first, down);
    Field field{columns * kPixelsACell, rows * kPixelsACell, plot.x.low, plot.x.high, plot.y.low, plot.y.high, share(std::move(values))};
    plot.marks.push_back(Heatmap{std::move(field), "ember", low, high, 0, 1, 0, about.label});
    return plot;
}

}  // namespace

Panel sweepPanel(const SweepPlan& plan, const std::vector<SweepRow>& rows, int measure) {
    const Experiment& e = experiment(plan.base.experiment);
    const Measure& about = e.measures.at(std::size_t(measure));
    const auto failed = std::count_if(rows.begin(), rows.end(), [](const SweepRow& row) { return !row.error.empty(); });
    const std::string done = std::to_string(rows.size()) + " of " + std::to_string(plan.runCount()) + " runs";
    Panel panel{"sweep", about.label, failed > 0 ? done + ", " + std::to_string(failed) + " failed" : done, true,
                Absent{"A plot needs one or two swept parameters"}};
    if (plan.axes.empty() || plan.axes.size() > 2) return panel;
    const std::vector<Mean> means = meansOf(plan, rows, measure);
    const ParamSpec& first = e.params.at(plan.axes[0].id);
    panel.content =
        plan.axes.size() == 1 ? curveOf(plan, means, first, about) : mapOf(plan, means, first, e.params.at(plan.axes[1].id), about);
    return panel;
}

std::optional<std::int64_t> runAt(const SweepPlan& plan, double x, double y) {
    const Experiment& e = experiment(plan.base.experiment);
    if (plan.axes.empty() || plan.axes.size() > 2) return std::nullopt;
    const Places first(plan.axes[0], e.params.at(plan.axes[0].id));
    if (plan.axes.size() == 1) return std::int64_t(first.nearest(x)) * plan.seeds;
    const Places second(plan.axes[1], e.params.at(plan.axes[1].id));
    return (std::int64_t(first.nearest(y)) * std::int64_t(second.at.size()) + std::int64_t(second.nearest(x))) * plan.seeds;
}

}  // namespace engram
