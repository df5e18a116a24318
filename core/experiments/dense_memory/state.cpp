#include "core/experiments/dense_memory/state.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/experiments/dense_memory/flow.h"
#include "core/experiments/dense_memory/system.h"

namespace engram::dense_memory {

namespace {

constexpr std::size_t kTrailLength = 600;

void paintCue(const Params& p, State& s, const Poke& stroke) {
    const World& world = *s.world;
    const int cue = cueShown(p, s), memory = memoryOf(s, cue);
    auto cues = std::make_shared<Matrix>(*s.cues);
    auto now = std::make_shared<DenseState>(*s.now);
    // Features other than model B's have a length of their own; the stroke is as strong as it looks.
    const Real strength = p.model == Model::B ? 1 : now->v.col(cue).norm() / std::max(world.lengths[memory], 1e-300);
    const Real entry = (stroke.value - world.patterns.offset[memory]) / world.patterns.gain[memory];
    for (int y = 0; y < world.height; ++y)
        for (int x = 0; x < world.width; ++x) {
            if (std::hypot(x - stroke.x, y - stroke.y) > stroke.radius) continue;
            const int i = y * world.width + x;
            const Real next = asynchronous(p) ? (entry < 0 ? -1.0 : 1.0) : entry;
            // The state moves by what the cue moved, so that the stroke shows while the run goes on.
            now->v(i, cue) = asynchronous(p) ? next : now->v(i, cue) + strength * (next - (*cues)(i, cue));
            (*cues)(i, cue) = next;
        }
    if (asynchronous(p)) *now = onSlowManifold(*s.system, now->v);
    s.cues = cues, s.now = now;
    ++s.versions.cue;
    if (std::find(s.painted.begin(), s.painted.end(), cue) == s.painted.end()) s.painted.push_back(cue);
    if (p.input != 0) buildSystem(p, s);
}

void dragMemory(const Params& p, State& s, const Poke& drag) {
    s.world = moved(*s.world, drag.item, Vector{{drag.x, drag.y}});
    buildSystem(p, s);
    buildPlane(p, s);
}

}  // namespace

int cueShown(const Params& p, const State& s) { return std::clamp(p.shown, 1, int(s.cues->cols())) - 1; }

int memoryOf(const State& s, int cue) { return cue % s.world->memoryCount(); }

std::array<int, 3> planeMemories(const Params& p, const State& s) {
    const auto index = [&](int number) { return std::clamp(number, 1, s.world->memoryCount()) - 1; };
    return {index(p.plane1), index(p.plane2), index(p.plane3)};
}

int nearestMemory(const State& s, const Vector& v) {
    Eigen::Index nearest = 0;
    (s.world->patterns.rows * v).cwiseQuotient(s.world->lengths.cwiseMax(1e-300)).maxCoeff(&nearest);
    return int(nearest);
}

int categoryOf(const Params& p, const State& s, int memory) {
    const auto pinned = planeMemories(p, s);
    const auto place = std::find(pinned.begin(), pinned.end(), memory);
    if (place != pinned.end()) return int(place - pinned.begin());
    return 3 + memory - int(std::count_if(pinned.begin(), pinned.end(), [&](int other) { return other < memory; }));
}

double planeUnit(const Params& p, const State& s) {
    const auto memories = planeMemories(p, s);
    double sum = 0;
    for (const int m : memories) sum += s.world->lengths[m];
    return std::max(1e-300, s.stretch * sum / 3);
}

Place placeOn(const Params& p, const Plane& plane, double length, const Vector& v) {
    constexpr double kFarthest = 3;       // times `length`: states at right angles to the plane never meet it
    Place place{0, 0, v};
    const Vector normal = plane.origin - plane.origin.dot(plane.u) * plane.u - plane.origin.dot(plane.w) * plane.w;
    const double square = normal.squaredNorm();
    if (p.model != Model::B && square > 1e-12 * length * length) {
        const double along = v.dot(normal), limit = kFarthest * length / std::max(v.norm(), 1e-300);
        place.shown *= along > 0 ? std::min(square / along, limit) : limit;
    }
    const Matrix at = project(plane, place.shown);
    place.x = at(0, 0), place.y = at(1, 0);
    return place;
}

Place placeOf(const Params& p, const State& s, const Vector& v) { return placeOn(p, s.plane, planeUnit(p, s), v); }

DenseSystem systemForCue(const State& s, int cue) {
    DenseSystem system = *s.system;
    system.clamped = nullptr;
    if (system.input && system.input->cols() > 1) system.input = std::make_shared<Matrix>(system.input->col(cue));
    return system;
}

void remember(const Params& p, State& s) {
    const Vector v = s.now->v.col(cueShown(p, s));
    const Place place = placeOf(p, s, v);
    if (s.trail.size() == kTrailLength) s.trail.erase(s.trail.begin() + 1);   // the first stays: it is the cue
    s.trail.push_back({std::make_shared<const Eigen::VectorXf>(v.cast<float>()), place.x, place.y});
}

State init(const Params& p, const Inputs& inputs) {
    State s;
    s.seed = inputs.seed;
    s.world = makeWorld(p, inputs);
    buildCues(p, s);
    buildSystem(p, s);
    s.now = std::make_shared<const DenseState>(onSlowManifold(*s.system, *s.cues));
    buildPlane(p, s);
    startParticles(p, s);
    remember(p, s);
    return s;
}

void changed(const Params& before, const Params& now, State& s) {
    const auto live = [](const Params& p) {
        return std::array{p.beta, p.slope, p.alpha, p.asymmetry, p.input, double(p.clamp), p.tauF, p.tauH};
    };
    const auto planes = [](const Params& p) { return std::array{p.plane1, p.plane2, p.plane3}; };
    const bool systemChanged = live(before) != live(now);
    if (systemChanged) buildSystem(now, s);
    if (systemChanged || planes(before) != planes(now)) buildPlane(now, s);
    if (before.shown != now.shown) {
        s.trail.clear();
        remember(now, s);
        ++s.versions.cue;
    }
    if (systemChanged || before.dt != now.dt || before.integrator != now.integrator) s.settled = false;
}

void poke(const Params& p, State& s, const Poke& poke) {
    if (poke.panel == "recall" && poke.item == 0 && s.world->hasPictures()) paintCue(p, s, poke);
    const bool draggable = p.patterns == Source::Points && p.dimension == 2;
    if (poke.panel == "plane" && draggable && poke.item >= 0 && poke.item < s.world->memoryCount()) dragMemory(p, s, poke);
    s.settled = false;
}

std::int64_t bytes(const State& s) {
    // The trail shares all but its newest entry with the snapshot before it.
    const Eigen::Index entries = s.now->v.size() + s.now->h.size() + s.particles.at->size();
    return std::int64_t(sizeof(State)) + entries * std::int64_t(sizeof(Real)) + s.now->v.rows() * std::int64_t(sizeof(float)) +
           std::int64_t(s.trail.size() * sizeof(Visit));
}

}  // namespace engram::dense_memory
