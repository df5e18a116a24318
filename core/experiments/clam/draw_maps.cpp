// The plane: who belongs where, under the recursion on the left and under k-means on the right, with the ways of the centres.
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiments/clam/draw.h"

namespace engram::clam {

namespace {

constexpr int kMostNamed = 20;

Paint pointPaint(const Moment& m, const Labels& labels, const std::vector<int>& colours, std::size_t i) {
    const bool classes = m.params.colours == Colours::Classes && !m.state.world->truth.empty();
    return categoryPaint(classes ? m.state.world->truth[i] : colours[std::size_t(labels[i])]);
}

void addPoints(const Moment& m, const Labels& labels, const std::vector<int>& colours, Plot& plot) {
    const World& world = *m.state.world;
    std::vector<double> x, y;
    std::vector<Paint> paints;
    for (int q = 0; q < world.count(); ++q) {
        if (world.places.col(q).cwiseAbs().maxCoeff() > world.reach) continue;
        x.push_back(world.places(0, q)), y.push_back(world.places(1, q));
        paints.push_back(pointPaint(m, labels, colours, std::size_t(q)));
    }
    // A rim, for a dot in the colour of its ground would be lost in it.
    const double size = world.count() > 1000 ? 3.5 : 5;
    const Shared<double> sharedX = share(std::move(x)), sharedY = share(std::move(y));
    plot.marks.push_back(Scatter{"", sharedX, sharedY, {}, {Ink::Text, 0, 0.9f}, size + 2.5, false, {}});
    plot.marks.push_back(Scatter{"", sharedX, sharedY, share(std::move(paints)), {Ink::State}, size, false, {}});
}

Plot ground(const Moment& m, const MapView& view, const std::vector<int>& colours) {
    const World& world = *m.state.world;
    Plot plot;
    plot.equalAspect = true;
    const bool plane = world.dimension() > 2;
    const auto label = [&](std::size_t a) {
        return plane ? "component " + std::to_string(a + 1) : a < world.features.size() ? world.features[a] : "";
    };
    plot.x = {label(0), "", -world.reach, world.reach, Scale::Linear, true};
    plot.y = {label(1), "", -world.reach, world.reach, Scale::Linear, true};
    std::vector<float> ends;
    for (const float end : *view.ends.values) ends.push_back(float(colours[std::size_t(end)]));
    Basins basins;
    basins.ends = view.ends, basins.ends.values = share(std::move(ends));
    basins.tone = basins.time = view.ends;
    basins.tone.values = share(std::vector<float>(view.ends.values->size(), 0.75f));
    basins.time.values = share(std::vector<float>(view.ends.values->size(), 1.0f));
    for (int k = 0; k < m.params.clusters; ++k) basins.names.push_back("cluster " + std::to_string(k + 1));
    plot.marks.push_back(std::move(basins));
    return plot;
}

// Trails from first to last, then numbered discs; hollow without points.
void addCentres(const World& world, const std::vector<const Matrix*>& ways, const Labels& labels, const std::vector<int>& colours,
                bool movable, Plot& plot) {
    const Matrix& now = *ways.back();
    for (Eigen::Index k = 0; k < now.cols(); ++k) {
        std::vector<double> x, y;
        for (const Matrix* way : ways)
            if (way->col(k).cwiseAbs().maxCoeff() <= world.reach) x.push_back((*way)(0, k)), y.push_back((*way)(1, k));
        if (x.size() > 1) plot.marks.push_back(Journey{share(std::move(x)), share(std::move(y)), {Ink::Text}, false});
    }
    for (Eigen::Index k = 0; k < now.cols(); ++k) {
        if (now.col(k).cwiseAbs().maxCoeff() > world.reach) continue;
        const int colour = colours[std::size_t(k)];
        const bool used = std::find(labels.begin(), labels.end(), int(k)) != labels.end();
        plot.marks.push_back(Marker{now(0, k),
                                    now(1, k),
                                    categoryPaint(colour),
                                    {},
                                    now.cols() <= kMostNamed ? std::to_string(colour + 1) : "",
                                    !used,
                                    movable ? int(k) : -1});
    }
}

std::vector<int> unchanged(int clusters) {
    std::vector<int> colours;
    for (int k = 0; k < clusters; ++k) colours.push_back(k);
    return colours;
}

}  // namespace

Panel mapPanel(const Moment& m) {
    Panel panel{"map", "ClAM", "", true, Absent{"It has not been computed yet"}};
    if (!m.state.map) return panel;
    const State& s = m.state;
    const World& world = *s.world;
    const std::vector<int> colours = unchanged(m.params.clusters);
    Plot plot = ground(m, *s.map, colours);
    plot.marks.push_back(Curve{"", s.map->edgesX, s.map->edgesY, {Ink::Text, 0, 0.55f}, false, false, {}});
    addPoints(m, s.epoch->labels, colours, plot);
    std::vector<const Matrix*> ways;
    for (const Way* way = s.epoch->way.get(); way; way = way->before.get()) ways.push_back(&way->places);
    std::reverse(ways.begin(), ways.end());
    const bool movable = world.dimension() == 2;
    addCentres(world, ways, s.epoch->labels, colours, movable, plot);
    panel.subtitle = "clustering with associative memories; " + scoreWords(m, s.epoch->scores);
    if (!planeWords(world).empty()) panel.subtitle += "; " + planeWords(world);
    panel.subtitle += "; nearest prototype agrees on " + fixed(100 * s.map->agrees, 1) + " %";
    if (world.outside > 0)
        panel.subtitle += "; " + std::to_string(world.outside) + (world.outside == 1 ? " point lies" : " points lie") + " further out";
    if (movable) panel.hint = m.params.data == Data::Mouse ? "Drag a prototype, click for another point" : "Drag a prototype";
    if (movable && m.params.data == Data::Mouse) plot.groundItem = m.params.clusters;
    panel.content = std::move(plot);
    return panel;
}

Panel kmeansPanel(const Moment& m) {
    Panel panel{"kmeans", "k-means", "", true, Absent{"It has not been computed yet"}};
    if (!m.state.kmeansMap) return panel;
    const State& s = m.state;
    const KMeansRun::Iterate& now = kmeansNow(s);
    const std::vector<int> colours = matched(now.labels, s.epoch->labels, m.params.clusters);
    Plot plot = ground(m, *s.kmeansMap, colours);
    addPoints(m, now.labels, colours, plot);
    std::vector<const Matrix*> ways;
    for (int i = 0; i <= kmeansIteration(s); ++i) ways.push_back(&s.kmeans->iterates[std::size_t(i)].places);
    addCentres(*s.world, ways, now.labels, colours, false, plot);
    panel.subtitle = scoreWords(m, now.scores) + "; iteration " + std::to_string(kmeansIteration(s)) + " of " +
                     std::to_string(s.kmeans->iterates.size() - 1) + ", best of 10 starts";
    panel.content = std::move(plot);
    return panel;
}

Panel reliefPanel(const Moment& m) {
    Panel panel{"relief", "Energy", "", true, Absent{"It has not been computed yet"}};
    if (!m.state.relief) return panel;
    const World& world = *m.state.world;
    const ReliefView& view = *m.state.relief;
    Scene scene;
    scene.marks.push_back(view.surface);
    for (std::size_t i = 0; i < view.paths.size(); ++i) {
        scene.marks.push_back(Lines{view.paths[i], categoryPaint(view.ends[i]), LineKind::Crowd, 1.5f, true});
        scene.marks.push_back(Points{share(std::vector<Vec3>{view.paths[i]->back()}), {}, categoryPaint(view.ends[i]), 6, true});
    }
    const Matrix centres = world.placed(m.state.epoch->prototypes);
    for (Eigen::Index k = 0; k < centres.cols(); ++k) {
        if (centres.col(k).cwiseAbs().maxCoeff() > world.reach) continue;
        const Vec3 at{float(centres(0, k)), float(centres(1, k)), 0};
        scene.marks.push_back(Tag{at, Spot::State, categoryPaint(int(k)), std::to_string(k + 1), "", true});
    }
    scene.camera.elevationDeg = 48;
    const auto near = float(0.8 * world.reach);
    scene.framed = {{-near, -near, 0}, {near, -near, 0}, {near, near, 0}, {-near, near, 0}};
    scene.notes.push_back({{std::to_string(m.params.depth), {Ink::Cue}, true},
                           {" free steps of α = " + significant(m.params.alpha, 2) + " take a point "},
                           {fixed(100 * (1 - remainder(m.params.alpha, m.params.depth)), 0) + " %", {Ink::Cue}, true},
                           {" of the way"}});
    if (!planeWords(world).empty()) scene.notes.push_back({{"Energy " + planeWords(world) + "; paths leave it"}});
    ColourKey key;
    key.label = "energy E";
    key.surfaceRange = true;
    key.ticks = {view.surface.low, view.surface.high}, key.at = {0, 1};
    for (double& tick : key.ticks) tick = std::round(tick * 100) / 100;
    scene.key = key;
    panel.subtitle = "β = " + significant(m.params.beta, 3);
    if (m.params.mask > 0) panel.subtitle += "; raw prototypes, which overshoot what they stand for";
    panel.content = std::move(scene);
    return panel;
}

}  // namespace engram::clam
