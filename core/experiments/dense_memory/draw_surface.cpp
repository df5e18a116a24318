// The energy surface: three wells and one moving point.
#include <algorithm>

#include "core/base/text.h"
#include "core/experiments/dense_memory/draw.h"

namespace engram::dense_memory {

namespace {

constexpr double kElevationDeg = 44;   // steep enough that the near rim hides no well

Vec3 onPlane(double x, double y, double unit) { return {float(x / unit), float(y / unit), 0}; }

Lines trailOf(const Moment& m, double unit) {
    std::vector<Vec3> points;
    for (const Visit& visit : m.state.trail) points.push_back(onPlane(visit.x, visit.y, unit));
    return {share(std::move(points)), {Ink::State}, LineKind::Trail, 1.75f, true};
}

std::vector<Pin> pinsOf(const Moment& m, double unit) {
    std::vector<Pin> pins;
    const Vector v = shownState(m);
    const auto memories = planeMemories(m.params, m.state);
    for (std::size_t k = 0; k < memories.size(); ++k) {
        const int memory = memories[k];
        if (std::find(memories.begin(), memories.begin() + std::ptrdiff_t(k), memory) != memories.begin() + std::ptrdiff_t(k)) continue;
        const Matrix at = project(m.state.plane, m.state.stretch * m.state.world->patterns.rows.row(memory).transpose());
        pins.push_back({onPlane(at(0, 0), at(1, 0), unit), categoryPaint(categoryOf(m.params, m.state, memory)),
                        memoryPicture(*m.state.world, memory), "memory " + m.state.world->names[std::size_t(memory)],
                        fixed(overlapWith(m.state, v, memory), 2), true});
    }
    return pins;
}

ColourKey keyOf(const Surface& surface) {
    ColourKey key;
    const bool compressed = surface.high > surface.floor;
    key.label = compressed ? "energy E, log above " + significant(surface.floor, 2) : "energy E";
    if (compressed && std::abs(surface.floor) < 0.05 * (surface.floor - surface.low)) key.label = "energy E, log above 0";
    key.surfaceRange = true;
    const double low = surfaceHeight(surface, surface.low), high = surfaceHeight(surface, surface.high);
    for (const double tick : niceTicks(surface.low, surface.high, 4)) {
        key.ticks.push_back(tick);
        key.at.push_back((surfaceHeight(surface, tick) - low) / std::max(high - low, 1e-300));
    }
    return key;
}

}  // namespace

Panel surfacePanel(const Moment& m) {
    Panel panel{"surface", "Dense memory", "", true, Absent{surfaceAbsent(m.state)}};
    if (!m.state.surface) return panel;
    const SurfaceView& view = *m.state.surface;
    Scene scene;
    scene.marks.push_back(view.surface);
    for (const CrowdLine& line : view.crowd) {
        const auto memories = planeMemories(m.params, m.state);
        const bool pinned = std::find(memories.begin(), memories.end(), line.memory) != memories.end();
        const Paint paint = pinned ? categoryPaint(categoryOf(m.params, m.state, line.memory), 0.8f) : Paint{Ink::TextTertiary, 0, 0.8f};
        scene.marks.push_back(Lines{line.at, paint, LineKind::Crowd, 1.3f, true});
    }
    const std::vector<Pin> pins = pinsOf(m, view.unit);
    for (const Pin& pin : pins) scene.marks.push_back(pin);
    const Lines trail = trailOf(m, view.unit);
    scene.marks.push_back(trail);
    scene.marks.push_back(Tag{trail.at->front(), Spot::Cue, {Ink::Cue}, "cue", "", true});
    scene.marks.push_back(Tag{trail.at->back(), Spot::State, {Ink::State}, "state", stepWords(m), true});
    scene.camera.elevationDeg = kElevationDeg;
    scene.notes = {planeNote(m), outsideNote(m), loadNote(m)};
    scene.key = keyOf(view.surface);
    panel.content = std::move(scene);
    return panel;
}

}  // namespace engram::dense_memory
