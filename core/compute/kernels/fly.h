// Which cell each window drives most.
#pragma once

#include "core/compute/fly_kernels.h"
#include "core/compute/kernels/simd.h"

namespace engram::ENGRAM_KERNELS {

template <int Vectors>
static void flyPanel(const FlyWindows& w) {
    const float* table = w.table + w.first;
    Ints lane;
    for (int i = 0; i < kLanes; ++i) lane[i] = w.first + i;
    for (int a = 0; a < w.windows; ++a) {
        const int* inputs = w.inputs + long(a) * w.width;
        Floats sums[Vectors];
#pragma GCC unroll 16
        for (int v = 0; v < Vectors; ++v) sums[v] = Floats{};
        for (int c = 0; c < w.width; ++c) {
            if (inputs[c] < 0) continue;
            const float* row = table + inputs[c] * w.stride;
#pragma GCC unroll 16
            for (int v = 0; v < Vectors; ++v) sums[v] += load(row + v * kLanes);
        }
        Floats best = fma(sums[0], load(w.scale + w.first), load(w.bias + w.first));
        Ints where = lane;
#pragma GCC unroll 16
        for (int v = 1; v < Vectors; ++v) {
            const Floats drive = fma(sums[v], load(w.scale + w.first + v * kLanes), load(w.bias + w.first + v * kLanes));
            const Ints larger = drive > best;
            best = larger ? drive : best;
            where = larger ? lane + v * kLanes : where;
        }
        const float top = topOf(best);
        int first = 0x7fffffff;
        for (int i = 0; i < kLanes; ++i) first = best[i] == top && where[i] < first ? where[i] : first;
        w.best[a] = top, w.winner[a] = first;
    }
}

void flyDrives(const FlyWindows& windows) {
    constexpr int kPerLine = kFlyLine / kLanes;
    switch (windows.lines) {
        case 1: return flyPanel<1 * kPerLine>(windows);
        case 2: return flyPanel<2 * kPerLine>(windows);
        case 3: return flyPanel<3 * kPerLine>(windows);
        default: return flyPanel<4 * kPerLine>(windows);
    }
}

}  // namespace engram::ENGRAM_KERNELS
