// The energy on a plane by the processor. With exponentials of affine overlaps the sum over memories is a product of two matrices,
// exp(x-part) and exp(y-part), tile by tile: no exponential, only a multiply-add, for a memory at a point.
#pragma once

#include "core/compute/cpu_memories.h"
#include "core/compute/laws.h"

namespace engram {

void cpuLandscape(const Laws& laws, const CpuMemories& memories, const PlaneGrid& grid, AlignedFloats& store, float* result);

}  // namespace engram
