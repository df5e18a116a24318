// The state of a dense memory run: a value that copies fast, because everything large is shared and immutable. Views that take time
// (landscape, basins, gap) are made on demand by look() and kept here with the version of what they were made from.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/experiments/dense_memory/world.h"
#include "core/model/plane.h"

namespace engram::dense_memory {

// What is drawn depends on these; each grows when its thing changes.
struct Versions {
    int system = 0, plane = 0, cue = 0;
    bool operator==(const Versions&) const = default;
};

// One step of the shown cue: the state itself, so that it can be projected on another plane later, and where it is on this one.
struct Visit {
    std::shared_ptr<const Eigen::VectorXf> v;
    double x = 0, y = 0;
};

struct SurfaceView;
struct PlaneView;
struct PlaneWork;
struct CapacityView;
struct SphereView;
struct GapView;

// Small states that only show the flow; each starts anew after a while.
struct Particles {
    std::shared_ptr<const Matrix> at;     // features x particles
};

struct State {
    std::shared_ptr<const World> world;
    std::shared_ptr<const Matrix> cues;           // features x cues, as they are after the brush
    std::shared_ptr<const HeldMask> known;        // entries the corruption left alone
    std::shared_ptr<const Matrix> feedbackNoise;  // features x memories, made when first needed
    std::shared_ptr<const DenseSystem> system;
    std::shared_ptr<const DenseState> now;
    Plane plane;
    double stretch = 1;                           // length that states are drawn at, against the stored memory's
    std::vector<int> painted;                     // the cues that a brush has changed
    std::vector<Visit> trail;                     // newest last
    Particles particles;
    std::uint64_t seed = 0;
    std::int64_t steps = 0;
    double time = 0;
    bool settled = false;
    Versions versions;

    std::shared_ptr<const SurfaceView> surface;
    std::shared_ptr<const PlaneView> basins;
    std::shared_ptr<const PlaneWork> basinWork;
    std::shared_ptr<const CapacityView> capacity;
    std::shared_ptr<const SphereView> sphere;
    std::shared_ptr<const GapView> gap;
};

State init(const Params& p, const Inputs& inputs);
void step(const Params& p, State& s);
std::vector<double> measure(const Params& p, const State& s);
bool settled(const Params& p, const State& s);
bool converged(const State& s);   // settled, and not for want of patience
void changed(const Params& before, const Params& now, State& s);
void poke(const Params& p, State& s, const Poke& poke);
std::int64_t bytes(const State& s);

int cueShown(const Params& p, const State& s);
int memoryOf(const State& s, int cue);                                   // the memory a cue was made from
std::array<int, 3> planeMemories(const Params& p, const State& s);
int nearestMemory(const State& s, const Vector& v);                      // by cosine
int categoryOf(const Params& p, const State& s, int memory);             // the plane's memories come first
// The system as the cue shown sees it: its own input, nothing held.
DenseSystem systemForCue(const State& s, int cue);
// Where a state stands on the plane. The length of model B's states means something; of the others only the direction does, so they
// are scaled until they meet the plane. `shown` is the scaled state.
struct Place {
    double x = 0, y = 0;
    Vector shown;
};
Place placeOn(const Params& p, const Plane& plane, double length, const Vector& v);
Place placeOf(const Params& p, const State& s, const Vector& v);
// Length of a memory as it is drawn on the plane.
double planeUnit(const Params& p, const State& s);
void remember(const Params& p, State& s);                                // adds the state of the cue shown to the trail

}  // namespace engram::dense_memory
