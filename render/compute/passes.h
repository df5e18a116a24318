// The calls of a Backend as sequences of kernels over a batch that fits and lies in Slot::States, with the memories bound. Few
// features go through one kernel that keeps states in registers, the rest through products of matrices.
#pragma once

#include <vector>

#include "render/compute/device.h"

namespace engram {

// Of a state that settles, as the kernels keep it (shaders/compute/progress.glsl).
struct Progress {
    std::uint32_t moved = 0;
    std::int32_t taken = 0;  // steps; 0: still moving
};

struct Stepping {
    float rate = 1;
    int steps = 0;
    float tolerance = 0;
    std::vector<Progress>* progress = nullptr;  // where states are to stop on their own: how each of the call fared
};

// How many states a batch may have at once.
int statesAtOnce(const Device& device, int featureCount, int memoryCount);
// For calls that keep no similarities: those of few features, and points of a plane.
int entriesAtOnce(const Device& device, int perEntry);

// Slot::Scores: the similarities of all memories with the columns in Slot::Activations.
void scorePasses(Device& device, const Call& call);

void energyPasses(Device& device, const Call& call);    // Slot::Results: an energy a state
void gradientPasses(Device& device, const Call& call);  // Slot::Results: a gradient a state
void nearestPasses(Device& device, const Call& call);   // Slot::Results: an index a state
void stepPasses(Device& device, const Call& call, const Stepping& stepping);

}  // namespace engram
