// Curves and bars: a completion, scores beside those of k-means, how many points a cluster has, how hard assignments are.
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiments/clam/draw.h"
#include "core/view/plot_range.h"

namespace engram::clam {

namespace {

constexpr int kMostFeatures = 60;

Curve traced(const Moment& m, int measure, const std::string& label, Paint paint, bool strong, bool dashed) {
    std::vector<double> x, y;
    for (int i = 0; i < m.trace.size(); ++i) x.push_back(i), y.push_back(m.trace.at(i, measure));
    return {label, share(std::move(x)), share(std::move(y)), paint, strong, dashed, {}};
}

Plot curvesOf(const Moment& m, Axis y) {
    Plot plot;
    plot.x = {"epoch", "", 0, double(m.params.epochs), Scale::Linear, true};
    plot.y = std::move(y);
    plot.now = double(m.step);
    return plot;
}

std::vector<double> valuesOf(const Moment& m, std::initializer_list<int> measures) {
    std::vector<double> all{0};
    for (const int measure : measures)
        for (int i = 0; i < m.trace.size(); ++i) all.push_back(m.trace.at(i, measure));
    return all;
}

}  // namespace

// Each hidden coordinate from where it starts, step by step; what it should become is a ring.
Panel completionPanel(const Moment& m) {
    const World& world = *m.state.world;
    const int point = std::clamp(m.params.point, 1, world.count()) - 1, d = std::min(world.dimension(), kMostFeatures);
    const Clam clam = clamOf(m.params, m.state.epoch->prototypes);
    const Matrix x = world.points.col(point), mask = shownMask(m.params, m.state, point);
    Matrix v = m.params.mask > 0 ? hide(x, mask, fill(m.params, m.state)) : x;
    std::vector<Vector> path{v};
    for (int t = 0; t < clam.steps; ++t) engram::step(clam, &mask, v), path.push_back(v);
    Plot plot;
    std::vector<double> seenX, seenY, trueX, trueY, startX, startY, endX, endY, all;
    for (int j = 0; j < d; ++j) {
        all.insert(all.end(), {x(j, 0), path.front()[j], path.back()[j]});
        if (mask(j, 0) == 0) {
            seenX.push_back(j + 1), seenY.push_back(x(j, 0));
            continue;
        }
        std::vector<double> wayX(path.size(), j + 1), wayY;
        for (const Vector& at : path) wayY.push_back(at[j]);
        plot.marks.push_back(Curve{"", share(wayX), share(wayY), {Ink::State}, true, false, {}});
        std::vector<Paint> paints;
        for (std::size_t t = 0; t < path.size(); ++t)
            paints.push_back({Ink::State, 0, float(0.25 + 0.5 * double(t) / double(path.size()))});
        plot.marks.push_back(
            Scatter{"", share(std::move(wayX)), share(std::move(wayY)), share(std::move(paints)), {Ink::State}, 4, false, {}});
        trueX.push_back(j + 1), trueY.push_back(x(j, 0));
        startX.push_back(j + 1), startY.push_back(path.front()[j]);
        endX.push_back(j + 1), endY.push_back(path.back()[j]);
    }
    plot.marks.push_back(Scatter{"seen", share(std::move(seenX)), share(std::move(seenY)), {}, {Ink::Memory}, 6, false, {}});
    plot.marks.push_back(Scatter{"starts", share(std::move(startX)), share(std::move(startY)), {}, {Ink::Cue}, 7, true, {}});
    plot.marks.push_back(Scatter{"is", share(std::move(trueX)), share(std::move(trueY)), {}, {Ink::True}, 10, true, {}});
    plot.marks.push_back(Scatter{"becomes", share(std::move(endX)), share(std::move(endY)), {}, {Ink::State}, 8, false, {}});
    plot.x = {"feature", "", 0, d + 1.0, Scale::Linear, true};
    plot.y = rangeAround(all);
    plot.y.label = "value";
    std::string text = "Point " + std::to_string(point + 1) + ": " + std::to_string(int(mask.sum())) + " of " +
                       std::to_string(world.dimension()) + (m.params.mask > 0 ? " hidden, " : " moving, ") + "squared error " +
                       significant((mask.array() * (x - path.front()).array().square()).sum(), 2) + " at the start, " +
                       significant((mask.array() * (x - path.back()).array().square()).sum(), 2) + " after " + std::to_string(clam.steps) +
                       " steps";
    if (world.dimension() > d) text += "; the first " + std::to_string(d) + " features";
    return {"completion", "A point completed", text, false, std::move(plot)};
}

Panel silhouettePanel(const Moment& m) {
    Plot plot = curvesOf(m, {"", "", 0, 1, Scale::Linear, true});
    plot.y = rangeAround(valuesOf(m, {kSilhouette, kRival + kSilhouette}));
    plot.marks.push_back(traced(m, kRival + kSilhouette, "k-means", {Ink::TextTertiary}, false, true));
    plot.marks.push_back(traced(m, kSilhouette, "ClAM", {Ink::Falling}, true, false));
    return {"silhouettes", "Silhouette",
            "With " + std::to_string(m.state.epoch->scores.used) + " of " + std::to_string(m.params.clusters) +
                " clusters used; k-means uses " + std::to_string(kmeansNow(m.state).scores.used),
            false, std::move(plot)};
}

Panel agreementPanel(const Moment& m) {
    Panel panel{"agreement", "Agreement with classes", "", false, Absent{"No classes are known for these points"}};
    if (m.state.world->truth.empty()) return panel;
    Plot plot = curvesOf(m, {"", "", 0, 1, Scale::Linear, true});
    plot.marks.push_back(traced(m, kRival + kNmi, "", {Ink::TextTertiary}, false, true));
    plot.marks.push_back(traced(m, kRival + kAri, "", {Ink::TextTertiary}, false, true));
    plot.marks.push_back(traced(m, kAri, "ARI", categoryPaint(1), true, false));
    plot.marks.push_back(traced(m, kNmi, "NMI", {Ink::Falling}, true, false));
    panel.subtitle = "Dashed: k-means, NMI " + fixed(kmeansNow(m.state).scores.nmi, 2) + ", ARI " + fixed(kmeansNow(m.state).scores.ari, 2);
    panel.content = std::move(plot);
    return panel;
}

Panel lossPanel(const Moment& m) {
    Plot plot = curvesOf(m, rangeAround(valuesOf(m, {kLoss})));
    plot.y.low = 0;
    plot.marks.push_back(traced(m, kLoss, "loss", {Ink::Falling}, true, false));
    return {"training", "Loss",
            m.params.mask > 0 ? "Of completions, mean over all coordinates" : "Nothing is hidden: of what moving points change", false,
            std::move(plot)};
}

Panel usedPanel(const Moment& m) {
    const auto sizesOf = [&](const Labels& labels, const std::vector<int>* colours) {
        std::vector<double> sizes(std::size_t(m.params.clusters));
        for (const int label : labels) ++sizes[std::size_t(colours ? (*colours)[std::size_t(label)] : label)];
        return sizes;
    };
    const Labels &own = m.state.epoch->labels, &other = kmeansNow(m.state).labels;
    const std::vector<int> colours = matched(other, own, m.params.clusters);
    const std::vector<double> sizes = sizesOf(own, nullptr), rival = sizesOf(other, &colours);
    Bars bars;
    bars.hasReference = true;
    double most = 1;
    for (int k = 0; k < m.params.clusters; ++k) {
        const double share = sizes[std::size_t(k)] / m.state.world->count(), theirs = rival[std::size_t(k)] / m.state.world->count();
        bars.bars.push_back({share, categoryPaint(k), {}, std::to_string(k + 1), theirs});
        most = std::max({share, theirs, k == 0 ? 0.0 : most});
    }
    Plot plot;
    plot.x = {"cluster", "", 0, double(m.params.clusters), Scale::Linear, true};
    plot.y = {"share of points", "", 0, std::min(1.0, 1.15 * most), Scale::Linear, true};
    plot.marks.push_back(std::move(bars));
    return {"used", "Clusters used",
            std::to_string(m.state.epoch->scores.used) + " of " + std::to_string(m.params.clusters) + "; lines: k-means, " +
                std::to_string(kmeansNow(m.state).scores.used),
            false, std::move(plot)};
}

// How many clusters a point is shared by.
Panel softnessPanel(const Moment& m) {
    constexpr int kBins = Softness::kBins;
    const Softness& softness = m.state.epoch->softness;
    Bars bars;
    double top = 0;
    for (int b = 0; b < kBins; ++b) {
        const double share = softness.shares[std::size_t(b)], from = 1 + (m.params.clusters - 1.0) * b / kBins;
        bars.bars.push_back({share, {Ink::State}, {}, b % 5 == 0 ? fixed(from, 1) : "", 0});
        top = std::max(top, share);
    }
    Plot plot;
    plot.x = {"effective clusters of a point", "", 0, double(kBins), Scale::Linear, true};
    plot.y = {"share of points", "", 0, std::min(1.0, 1.1 * top), Scale::Linear, true};
    plot.marks.push_back(std::move(bars));
    return {"softness", "Soft or hard",
            "β = " + significant(m.params.beta, 3) + ": on average " + fixed(softness.mean, 2) + " clusters share a point", false,
            std::move(plot)};
}

}  // namespace engram::clam
