#include "core/experiments/dense_memory/capacity_lab.h"

#include <algorithm>
#include <cmath>

#include "core/model/capacity.h"

namespace engram::dense_memory {

namespace {

constexpr int kRounds = 25, kTrialsARound = 8;
constexpr double kLeastLoad = 0.04, kMostLoad = 60;  // K / N

CapacityView emptyLab() {
    CapacityView lab;
    for (const int features : {64, 32})
        for (const int order : {2, 3, 4, kExponential}) {
            CapacityCurve curve{order, features, {}, {}};
            for (double load = kLeastLoad; load < kMostLoad * 1.01; load *= std::pow(10, 0.2))
                if (const int count = int(std::lround(load * features));
                    count >= 2 && (curve.counts.empty() || count > curve.counts.back()))
                    curve.counts.push_back(count);
            curve.errors.resize(curve.counts.size());
            lab.curves.push_back(std::move(curve));
        }
    return lab;
}

Paint paintOf(int order) { return categoryPaint(order == kExponential ? 3 : order - 2); }

Curve theoryOf(const CapacityCurve& curve, bool named) {
    std::vector<double> load, error;
    for (double x = kLeastLoad; x < kMostLoad * 1.01; x *= 1.05)
        load.push_back(x), error.push_back(bitErrorRate(curve.order, curve.features, x * curve.features));
    Paint paint = paintOf(curve.order);
    if (!named) paint.alpha = 0.5f;
    return {named ? "n = " + std::to_string(curve.order) : "", share(std::move(load)), share(std::move(error)), paint, false, true, {}};
}

Scatter measuredOf(const CapacityCurve& curve, bool hollow) {
    std::vector<double> load, error, bars;
    for (std::size_t i = 0; i < curve.counts.size(); ++i) {
        if (curve.errors[i].trials == 0) continue;
        load.push_back(double(curve.counts[i]) / curve.features);
        error.push_back(curve.errors[i].mean());
        bars.push_back(curve.errors[i].standardError());
    }
    return {"N = " + std::to_string(curve.features),
            share(std::move(load)),
            share(std::move(error)),
            {},
            paintOf(curve.order),
            6,
            hollow,
            bars};
}

// The exponential has no closed form here: what was measured is joined.
Curve joined(const Scatter& points) { return {"exponential", points.x, points.y, points.paint, false, false, {}}; }

}  // namespace

bool fillCapacity(std::uint64_t seed, std::chrono::milliseconds time, std::shared_ptr<const CapacityView>& view) {
    if (view && view->rounds == kRounds) return false;
    const auto end = std::chrono::steady_clock::now() + time;
    auto lab = std::make_shared<CapacityView>(view ? *view : emptyLab());
    while (lab->rounds < kRounds && std::chrono::steady_clock::now() < end) {
        CapacityCurve& curve = lab->curves[lab->nextCurve];
        addTrials(curve.order, curve.features, curve.counts[lab->nextPoint], seed, lab->rounds * kTrialsARound, kTrialsARound,
                  curve.errors[lab->nextPoint]);
        if (++lab->nextPoint < curve.counts.size()) continue;
        lab->nextPoint = 0;
        if (++lab->nextCurve < lab->curves.size()) continue;
        lab->nextCurve = 0;
        ++lab->rounds;
    }
    view = lab;
    return lab->rounds < kRounds;
}

Panel capacityPanel(const Moment& m) {
    Panel panel{"capacity", "Capacity", "", true, Absent{"The study has not begun yet."}};
    if (!m.state.capacity) return panel;
    const CapacityView& lab = *m.state.capacity;
    Plot plot;
    plot.x = {"load K / N", "", kLeastLoad, kMostLoad, Scale::Log, true};
    plot.y = {"wrong neurons after one update", "", 0, 0.5, Scale::Linear, true};
    const int largest = lab.curves.front().features;
    for (const CapacityCurve& curve : lab.curves)
        if (curve.order != kExponential) plot.marks.push_back(theoryOf(curve, curve.features == largest));
    for (const CapacityCurve& curve : lab.curves) {
        Scatter points = measuredOf(curve, curve.features != largest);
        if (curve.order == kExponential && curve.features == largest && !points.x->empty()) plot.marks.push_back(joined(points));
        plot.marks.push_back(std::move(points));
    }
    const double load = double(m.state.world->memoryCount()) / double(m.state.world->featureCount());
    if (load >= kLeastLoad && load <= kMostLoad)
        plot.marks.push_back(
            Curve{"K / N here", share(std::vector{load, load}), share(std::vector{0.0, 0.5}), {Ink::Accent}, false, false, {}});
    panel.content = std::move(plot);
    panel.subtitle = "random signs, " + std::to_string(lab.rounds * kTrialsARound) + " of " + std::to_string(kRounds * kTrialsARound) +
                     " draws a point; dashed: theory";
    return panel;
}

}  // namespace engram::dense_memory
