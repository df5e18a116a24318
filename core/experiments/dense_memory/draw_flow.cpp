// Model C on a real sphere, and the plane with basins, particles and memories to drag.
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiments/dense_memory/draw.h"

namespace engram::dense_memory {

namespace {

constexpr int kMostNamed = 24;            // memories with a pin or a marker of their own; more would hide the view
constexpr float kAbove = 1.008f;          // points on the sphere stand a little above it

Vec3 onSphere(const Vector& v, float radius) {
    const double length = std::max(v.norm(), 1e-300);
    return {float(radius * v[0] / length), float(radius * v[1] / length), float(radius * v[2] / length)};
}

std::vector<Vec3> particlesOnSphere(const State& s) {
    std::vector<Vec3> points;
    for (Eigen::Index i = 0; i < s.particles.at->cols(); ++i) points.push_back(onSphere(s.particles.at->col(i), kAbove));
    return points;
}

std::vector<int> namedMemories(const Moment& m) {
    std::vector<int> named;
    if (m.params.patterns == Source::Points) {
        for (int k = 0; k < std::min(m.state.world->memoryCount(), kMostNamed); ++k) named.push_back(k);
        return named;
    }
    for (const int memory : planeMemories(m.params, m.state))
        if (std::find(named.begin(), named.end(), memory) == named.end()) named.push_back(memory);
    return named;
}

Journey journeyOf(const State& s) {
    std::vector<double> x, y;
    for (const Visit& visit : s.trail) x.push_back(visit.x), y.push_back(visit.y);
    return {share(std::move(x)), share(std::move(y)), {Ink::State}, true};
}

Scatter particlesOnPlane(const State& s) {
    std::vector<double> x, y;
    for (Eigen::Index i = 0; i < s.particles.at->cols(); ++i) x.push_back((*s.particles.at)(0, i)), y.push_back((*s.particles.at)(1, i));
    return {"", share(std::move(x)), share(std::move(y)), {}, {Ink::State, 0, 0.45f}, 2, false, {}};
}

Heatmap contoursOf(const PlaneView& view) {
    Heatmap contours{view.energy, "deep", view.low, view.high, 0, 0, (view.high - view.low) / 20, ""};
    return contours;
}

}  // namespace

Panel spherePanel(const Moment& m) {
    Panel panel{"sphere", "Memory on a sphere", "", true, Absent{sphereAbsent(m.params, m.state)}};
    if (!m.state.sphere) return panel;
    Scene scene;
    scene.marks.push_back(m.state.sphere->globe);
    scene.marks.push_back(Points{share(particlesOnSphere(m.state)), {}, {Ink::State, 0, 0.75f}, 2.5f, false});
    const Vector v = shownState(m);
    for (const int memory : namedMemories(m))
        scene.marks.push_back(Pin{onSphere(m.state.world->patterns.rows.row(memory), kAbove),
                                  categoryPaint(categoryOf(m.params, m.state, memory)),
                                  {},
                                  m.state.world->names[std::size_t(memory)],
                                  fixed(overlapWith(m.state, v, memory), 2),
                                  false});
    std::vector<Vec3> trail;
    for (const Visit& visit : m.state.trail) trail.push_back(onSphere(visit.v->cast<Real>(), 1.5f * kAbove - 0.5f));
    const Vec3 cue = trail.front(), state = trail.back();
    scene.marks.push_back(Lines{share(std::move(trail)), {Ink::State}, LineKind::Trail, 1.75f, false});
    scene.marks.push_back(Tag{cue, Spot::Cue, {Ink::Cue}, "cue", "", false});
    scene.marks.push_back(Tag{state, Spot::State, {Ink::State}, "state", stepWords(m), false});
    scene.camera.target = {0, 0, 0};
    scene.camera.distance = 4.9;
    // The first look is at the cue, a little from the side, so that the journey is on the near half.
    scene.camera.azimuthDeg = std::atan2(cue[1], cue[0]) * 180 / 3.14159265358979 + 90 + 12;
    scene.camera.elevationDeg = std::clamp(std::asin(std::clamp(double(cue[2]), -1.0, 1.0)) * 180 / 3.14159265358979 + 12, 8.0, 60.0);
    scene.notes = {{{"Features live on the sphere; the length of the state plays no part"}}};
    const Globe& globe = m.state.sphere->globe;
    ColourKey key;
    key.label = "energy E", key.surfaceRange = true;
    for (const double tick : niceTicks(globe.low, globe.high, 4))
        key.ticks.push_back(tick), key.at.push_back((tick - globe.low) / std::max(globe.high - globe.low, 1e-300));
    scene.key = key;
    panel.content = std::move(scene);
    return panel;
}

Panel planePanel(const Moment& m) {
    Panel panel{"plane", "Basins", "", true, Absent{surfaceAbsent(m.state)}};
    if (!m.state.basins) return panel;
    const PlaneView& view = *m.state.basins;
    const bool points = m.params.patterns == Source::Points && m.params.dimension == 2;
    Plot plot;
    plot.x = {"", "", -view.reach, view.reach, Scale::Linear, false};
    plot.y = plot.x;
    plot.equalAspect = true;
    Basins basins = view.basins;
    if (!asynchronous(m.params)) basins.stepTime = m.params.dt / m.params.tauF;   // a sweep is no time
    basins.length = planeUnit(m.params, m.state);
    plot.marks.push_back(std::move(basins));
    plot.marks.push_back(contoursOf(view));
    if (points) plot.marks.push_back(particlesOnPlane(m.state));
    plot.marks.push_back(Curve{"", view.reducedX, view.reducedY, {Ink::Predicted}, false, true, {}});
    plot.marks.push_back(journeyOf(m.state));
    for (const int memory : namedMemories(m)) {
        const Matrix at = project(m.state.plane, m.state.stretch * m.state.world->patterns.rows.row(memory).transpose());
        plot.marks.push_back(Marker{at(0, 0), at(1, 0), categoryPaint(categoryOf(m.params, m.state, memory)),
                                    memoryPicture(*m.state.world, memory), m.state.world->names[std::size_t(memory)],
                                    !view.hasBasin[std::size_t(memory)], points ? memory : -1});
    }
    panel.content = std::move(plot);
    if (points) panel.hint = "drag the memories";
    if (points) panel.subtitle = std::to_string(m.state.particles.at->cols()) + " particles flow, dashed: hidden neurons left out";
    else panel.subtitle = planeNote(m)[0].text + "; " + percent(shareOutsidePlane(m)) + " of the state lies outside it";
    return panel;
}

}  // namespace engram::dense_memory
