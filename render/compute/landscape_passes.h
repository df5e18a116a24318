// Energies on a plane through the space of features. Overlaps are taken once with the three vectors that span the plane where that
// is enough, else every point becomes a state.
#pragma once

#include "render/compute/passes.h"

namespace engram {

int pointsAtOnce(const Device& device, const Call& call);

// Before the first part of a grid. The memories are bound.
void planePasses(Device& device, const Call& call, const PlaneGrid& grid);
// Slot::Results: the energies of the points first, first + 1, ...; as many as the call has states.
void landscapePasses(Device& device, const Call& call, const PlaneGrid& grid, int first);

}  // namespace engram
