// Particles for the views in two and three dimensions: many small states under the reduced dynamics.
#pragma once

#include "core/experiments/dense_memory/state.h"

namespace engram::dense_memory {

void startParticles(const Params& p, State& s);     // none where there are pictures
void moveParticles(const Params& p, State& s);      // one step; particles start anew in turn

// Half the side of the square that the views of points in two dimensions show.
double planeReach(const State& s);

}  // namespace engram::dense_memory
