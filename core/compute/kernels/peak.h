// Nothing but multiply-adds, as many independent ones as hide their latency: what the units can do at most.
#pragma once

#include "core/compute/kernels/simd.h"

namespace engram::ENGRAM_KERNELS {

static float multiplyAdds(long rounds) {
    Floats sums[12];
#pragma GCC unroll 12
    for (int i = 0; i < 12; ++i) sums[i] = all(float(i));
    const Floats factor = all(0.999f), term = all(0.001f);
    for (long r = 0; r < rounds; ++r) {
#pragma GCC unroll 12
        for (int i = 0; i < 12; ++i) sums[i] = fma(sums[i], factor, term);
    }
    Floats total{};
#pragma GCC unroll 12
    for (int i = 0; i < 12; ++i) total += sums[i];
    return sum(total);
}

}  // namespace engram::ENGRAM_KERNELS
