// Basins to drag in, and what the first particle knows: its picture, its posterior, the moment of recognition.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/text.h"
#include "core/experiments/diffusion_memory/draw.h"

namespace engram::diffusion_memory {

namespace {

constexpr int kMostMarkers = 60, kMostBars = 12;

Vector firstWeights(const State& s) {
    const double sigma = sigmaNow(s);
    if (sigma > 0) return posterior(s.world->points, s.diffusion->tracked.col(0), sigma).weights.col(0);
    Vector sure = Vector::Zero(s.world->count());
    sure[nearestMemory(*s.world, s.diffusion->tracked.col(0))] = 1;
    return sure;
}

// Pairs of ends as one curve with gaps.
Curve edgesOf(const std::vector<Vec3>& ends) {
    std::vector<double> x, y;
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2)
        for (const double gap : {0.0, 1.0, std::numeric_limits<double>::quiet_NaN()}) {
            const Vec3& end = ends[i + (gap == 1.0)];
            x.push_back(std::isnan(gap) ? gap : double(end[0])), y.push_back(std::isnan(gap) ? gap : double(end[1]));
        }
    return {"", share(std::move(x)), share(std::move(y)), {Ink::Text, 0, 0.85f}, false, true, {}};
}

}  // namespace

Panel basinsPanel(const Moment& m) {
    Panel panel{"basins", "Basins of the noise", "", true, Absent{"Basins are drawn for points of the plane. Set data=circle."}};
    if (!planar(m.params)) return panel;
    panel.content = Absent{"It has not been computed yet"};
    if (!m.state.basins) return panel;
    const BasinsView& view = *m.state.basins;
    const World& world = *m.state.world;
    Plot plot;
    plot.x = {"", "", -view.key.reach, view.key.reach, Scale::Linear, false};
    plot.y = plot.x;
    plot.equalAspect = true;
    plot.marks.push_back(view.basins);
    plot.marks.push_back(edgesOf(*view.cells));
    const bool flow = m.params.basinsOf == Rule::Diffusion;
    const Eigen::Matrix2Xf& at = flow ? m.state.way->diffusion : m.state.way->memory;
    std::vector<double> x, y;
    for (Eigen::Index q = 0; q < at.cols(); ++q) x.push_back(double(at(0, q))), y.push_back(double(at(1, q)));
    plot.marks.push_back(Scatter{"", share(std::move(x)), share(std::move(y)), {}, {Ink::State, 0, 0.9f}, 5, false, {}});
    for (int k = 0; k < std::min(world.count(), kMostMarkers); ++k)
        plot.marks.push_back(Marker{world.points(0, k),
                                    world.points(1, k),
                                    categoryPaint(k),
                                    {},
                                    world.names[std::size_t(k)],
                                    world.count() <= kMostBars && k < int(view.hasBasin.size()) && !view.hasBasin[std::size_t(k)],
                                    k});
    plot.groundItem = world.count() < kMostMemories ? world.count() : -1;
    panel.subtitle = std::string(flow ? "where noise at σ = " + significant(m.params.sigmaMax, 3) + " flows" +
                                            (m.params.score == Score::Trained ? " by the exact score" : "")
                                      : "descent at " + betaWords(m.params.betaFixed)) +
                     "; dashed: Voronoi cells, the same in " + fixed(100 * view.agrees, 0) + " % of the plane";
    panel.hint = "drag memories, click beside them for more";
    panel.content = std::move(plot);
    return panel;
}

Panel picturesPanel(const Moment& m) {
    Panel panel{"pictures", "Particle 1", timeWords(m), true, Absent{"Points have no picture. Set data=glyphs."}};
    const World& world = *m.state.world;
    if (!world.hasPictures()) return panel;
    const double sigma = sigmaNow(m.state);
    const Vector x = m.state.diffusion->tracked.col(0), remembered = m.state.memory->tracked.col(0);
    const Vector mean = sigma > 0 ? Vector(posterior(world.points, x, sigma).mean.col(0)) : x;
    const int nearest = nearestMemory(world, x), own = nearestMemory(world, remembered);
    Tiles tiles;
    // Shrunk as a variance preserving process would, so that it can be seen at any noise.
    tiles.tiles.push_back(
        {pictureOf(world, Vector(x / std::sqrt(1 + sigma * sigma))), "noisy x", "σ = " + significant(sigma, 3), {Ink::Cue}, false});
    tiles.tiles.push_back({pictureOf(world, mean), "estimate", "denoised", {Ink::State}, false});
    tiles.tiles.push_back(
        {pictureOf(world, world.points.col(nearest)), "nearest memory", world.names[std::size_t(nearest)], categoryPaint(nearest), false});
    tiles.tiles.push_back({pictureOf(world, remembered), "fixed β", "nearest " + world.names[std::size_t(own)], categoryPaint(own), false});
    panel.content = std::move(tiles);
    return panel;
}

Panel weightsPanel(const Moment& m) {
    const World& world = *m.state.world;
    const Vector weights = firstWeights(m.state);
    std::vector<int> order(static_cast<std::size_t>(world.count()));
    std::iota(order.begin(), order.end(), 0);
    const bool all = world.count() <= kMostBars;
    if (!all) {
        std::partial_sort(order.begin(), order.begin() + kMostBars, order.end(),
                          [&](int a, int b) { return weights[a] > weights[b] || (weights[a] == weights[b] && a < b); });
        order.resize(kMostBars);
    }
    Plot plot;
    Bars bars;
    for (const int k : order)
        bars.bars.push_back({weights[k], categoryPaint(k), pictureOf(world, world.points.col(k)), world.names[std::size_t(k)], 0});
    plot.y = {"", "", 0, 1, Scale::Linear, true};
    plot.x = {"", "", 0, double(order.size()), Scale::Linear, false};
    plot.marks.push_back(std::move(bars));
    return {"weights", "Weights of particle 1",
            significant(double(m.state.way->effective), 2) + " of " + std::to_string(world.count()) + " take part" +
                (all ? "" : "; the largest"),
            false, std::move(plot)};
}

Panel recognitionPanel(const Moment& m) {
    Plot plot;
    std::vector<double> sigmas, effective;
    for (const Way* way : waysOf(m.state))
        if (way->sigma > 0) sigmas.push_back(way->sigma), effective.push_back(double(way->effective));
    const double count = m.state.world->count();
    plot.x = {"noise σ", "", m.params.sigmaMin, m.params.sigmaMax, Scale::Log, true};
    plot.y = {"memories that take part", "", 0, std::max(1.0, count) * 1.05, Scale::Linear, true};
    plot.marks.push_back(Curve{"", share(std::move(sigmas)), share(std::move(effective)), {Ink::Falling}, true, false, {}});
    if (const double sigma = sigmaNow(m.state); sigma > 0) plot.now = sigma;
    return {"recognition", "The moment of recognition", "exp of the entropy of the weights of particle 1", false, std::move(plot)};
}

}  // namespace engram::diffusion_memory
