// One landscape under two rules: the particles of the memory on the left, those of the diffusion on the right.
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiments/diffusion_memory/draw.h"

namespace engram::diffusion_memory {

namespace {

constexpr double kElevationDeg = 58, kNear = 1.35;
constexpr std::ptrdiff_t kMostWorded = 2;  // partings told in words; more would hide the view
constexpr int kMostPins = 3;               // memories with a picture of their own

using Places = Eigen::Matrix2Xf Way::*;

Vec3 placed(float x, float y) { return {x, y, 0}; }

// What shows one rule: which swarm, which ways, and how much smaller the lens of the process makes it.
struct Side {
    const Swarm& swarm;
    Places places;
    const Surface& surface;
    double lens = 1;
};

Surface through(double lens, Surface surface) {
    if (lens == 1) return surface;
    const auto square = float(lens * lens);
    std::vector<float> energies = *surface.energy.values;
    for (float& e : energies) e *= square;
    surface.energy.values = share(std::move(energies));
    for (double* side :
         {&surface.energy.x0, &surface.energy.x1, &surface.energy.y0, &surface.energy.y1, &surface.fogStart, &surface.fogEnd})
        *side *= lens;
    return surface;
}

void addMemories(const Moment& m, double lens, Scene& scene) {
    const World& world = *m.state.world;
    std::vector<Vec3> at;
    std::vector<Paint> paints;
    for (int k = 0; k < world.count(); ++k) {
        const Eigen::Vector2d place = lens * world.placeOf(world.points.col(k));
        if (world.hasPictures() && k < kMostPins) {
            scene.marks.push_back(Pin{placed(float(place[0]), float(place[1])), categoryPaint(k), pictureOf(world, world.points.col(k)),
                                      world.names[std::size_t(k)], "", true});
            continue;
        }
        at.push_back(placed(float(place[0]), float(place[1])));
        paints.push_back(categoryPaint(k));
    }
    if (!at.empty())
        scene.marks.push_back(
            Points{share(std::move(at)), share(std::move(paints)), {Ink::Memory}, world.count() > 100 ? 4.0f : 14.0f, true});
}

void addParticles(const Moment& m, const Side& side, Scene& scene) {
    const auto lens = float(side.lens);
    const World& world = *m.state.world;
    std::vector<Vec3> at;
    const Eigen::Matrix2Xf& places = *m.state.way.*side.places;
    for (Eigen::Index q = numberedCount(m.state); q < places.cols(); ++q) at.push_back(placed(lens * places(0, q), lens * places(1, q)));
    if (side.swarm.crowd.cols() > 0) {
        const Eigen::Matrix2Xf crowd = project(world.plane, side.swarm.crowd.cast<Real>()).cast<float>();
        for (Eigen::Index q = 0; q < crowd.cols(); ++q) at.push_back(placed(lens * crowd(0, q), lens * crowd(1, q)));
    }
    const bool many = at.size() > 400;
    if (!at.empty())
        scene.marks.push_back(Points{share(std::move(at)), {}, {Ink::State, 0, many ? 0.55f : 0.9f}, many ? 2.0f : 5.0f, true});
}

// Trails of the numbered particles, through the lens as it is now.
void addNumbered(const Moment& m, const Side& side, Scene& scene) {
    const auto lens = float(side.lens);
    const std::vector<const Way*> ways = waysOf(m.state);
    const auto all = m.state.parted.begin();
    const auto partings = std::count_if(all, all + numberedCount(m.state), [](int level) { return level >= 0; });
    for (int q = 0; q < numberedCount(m.state); ++q) {
        std::vector<Vec3> at;
        for (const Way* way : ways) at.push_back(placed(lens * (way->*side.places)(0, q), lens * (way->*side.places)(1, q)));
        const bool parted = m.state.parted[std::size_t(q)] >= 0;
        const Vec3 cue = at.front(), now = at.back();
        if (at.size() > 1) scene.marks.push_back(Lines{share(std::move(at)), {Ink::State}, LineKind::Trail, 1.5f, true});
        scene.marks.push_back(Tag{cue, Spot::Cue, {Ink::Cue}, "", "", true});
        scene.marks.push_back(
            Tag{now,
                Spot::State,
                {parted ? Ink::Rising : Ink::State},
                std::to_string(q + 1),
                parted && partings <= kMostWorded ? "parted at level " + std::to_string(m.state.parted[std::size_t(q)]) : "",
                true});
    }
}

Scene sceneOf(const Moment& m, const Side& side) {
    Scene scene;
    scene.marks.push_back(through(side.lens, side.surface));
    addMemories(m, side.lens, scene);
    addParticles(m, side, scene);
    addNumbered(m, side, scene);
    scene.camera.elevationDeg = kElevationDeg;
    const auto near = float(kNear * side.lens * m.state.world->extent);  // starts may lie far out in the noise
    scene.framed = {{-near, -near, 0}, {near, -near, 0}, {near, near, 0}, {-near, near, 0}};
    if (m.state.world->hasPictures()) scene.notes.push_back({{"On the plane through the first three memories; noise lies mostly outside"}});
    if (m.state.world->coinciding > 0)
        scene.notes.push_back(
            {{std::to_string(m.state.world->coinciding), {Ink::Cue}, true}, {" memories lie where another does, and share its well"}});
    return scene;
}

ColourKey keyOf(const Surface& surface) {
    ColourKey key;
    key.label = "energy E, log above " + significant(surface.floor, 2);
    key.surfaceRange = true;
    const double low = surfaceHeight(surface, surface.low), high = surfaceHeight(surface, surface.high);
    const double step = std::pow(10, std::floor(std::log10(surface.floor - surface.low))), count = (surface.floor - surface.low) / step;
    for (double tick = std::ceil(surface.low / step) * step; tick <= surface.floor; tick += count < 2.5 ? step / 2
                                                                                            : count < 5 ? step
                                                                                                        : 2 * step) {
        key.ticks.push_back(tick);
        key.at.push_back((surfaceHeight(surface, tick) - low) / (high - low));
    }
    return key;
}

}  // namespace

Panel memoryPanel(const Moment& m) {
    Panel panel{"memory", "Memory", "β = " + significant(m.params.betaFixed, 3) + " at every step", true,
                Absent{"It has not been computed yet"}};
    if (!m.state.memoryView) return panel;
    Scene scene = sceneOf(m, {*m.state.memory, &Way::memory, m.state.memoryView->surface, 1});
    scene.notes.push_back({{betaWords(m.params.betaFixed)}});
    panel.content = std::move(scene);
    return panel;
}

Panel diffusionPanel(const Moment& m) {
    const double sigma = sigmaNow(m.state);
    Panel panel{"diffusion", "Diffusion", "evaluated at " + timeWords(m), true, Absent{"It has not been computed yet"}};
    if (!m.state.diffusionView) return panel;
    const double lens = m.params.process == Process::VariancePreserving ? 1 / std::sqrt(1 + sigma * sigma) : 1;
    Scene scene = sceneOf(m, {*m.state.diffusion, &Way::diffusion, m.state.diffusionView->surface, lens});
    scene.key = keyOf(m.state.diffusionView->surface);
    if (sigma > 0) scene.notes.push_back({{betaWords(betaOf(sigma))}});
    if (lens != 1)
        scene.notes.push_back({{"VP: everything is drawn a = "},
                               {significant(lens, 3), {Ink::Cue}, true},
                               {" as large, s = " + significant(lens * sigma, 3) + "; β is that of x / a"}});
    panel.content = std::move(scene);
    return panel;
}

}  // namespace engram::diffusion_memory
