// From parameters and memories to the dense system of core/model.
#pragma once

#include "core/experiments/dense_memory/state.h"

namespace engram::dense_memory {

// Sets s.system from the parameters, the world, the cues and the seed.
void buildSystem(const Params& p, State& s);
// Sets the plane through the chosen memories, where recalled states lie on it, and projects the trail anew.
void buildPlane(const Params& p, State& s);
// The cues of the batch, corrupted copies of the memories in turn, and the state started from them.
void buildCues(const Params& p, State& s);

}  // namespace engram::dense_memory
