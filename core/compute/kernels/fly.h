// Which cell each window drives most. As many lines of cells at a time as the registers hold: a whole row of 400 in one go.
#pragma once

#include "core/compute/fly_kernels.h"
#include "core/compute/kernels/simd.h"

namespace engram::ENGRAM_KERNELS {

constexpr int kFlyVectors = kLanes == 16 ? 25 : 12, kFlyVectorsALine = kFlyLine / kLanes;
constexpr int kFlyLinesAtOnce = kFlyVectors / kFlyVectorsALine;

struct FlyTop {
    Floats drive;
    Ints cell;
};

template <int Lines>
ENGRAM_INLINE void flyLines(const FlyWindows& w, const int* inputs, int firstLine, Ints lane, FlyTop& top) {
    constexpr int kVectors = Lines * kFlyVectorsALine;
    const int first = firstLine * kFlyLine;
    const long stride = long(w.lines) * kFlyLine;
    Floats sums[kVectors];
#pragma GCC unroll 25
    for (int v = 0; v < kVectors; ++v) sums[v] = Floats{};
    for (int c = 0; c < w.width; ++c) {
        if (inputs[c] < 0) continue;
        const float* row = w.table + inputs[c] * stride + first;
#pragma GCC unroll 25
        for (int v = 0; v < kVectors; ++v) sums[v] += load(row + v * kLanes);
    }
#pragma GCC unroll 25
    for (int v = 0; v < kVectors; ++v) {
        const Floats drive = fma(sums[v], load(w.scale + first + v * kLanes), load(w.bias + first + v * kLanes));
        const Ints larger = drive > top.drive;
        top.drive = larger ? drive : top.drive;
        top.cell = larger ? lane + (first + v * kLanes) : top.cell;
    }
}

template <int Lines>
static void flyRest(const FlyWindows& w) {
    Ints lane;
    for (int i = 0; i < kLanes; ++i) lane[i] = i;
    for (int a = 0; a < w.windows; ++a) {
        const int* inputs = w.inputs + long(a) * w.width;
        FlyTop top{all(-__builtin_inff()), lane};
        int line = 0;
        for (; line + kFlyLinesAtOnce <= w.lines; line += kFlyLinesAtOnce) flyLines<kFlyLinesAtOnce>(w, inputs, line, lane, top);
        if constexpr (Lines > 0) flyLines<Lines>(w, inputs, line, lane, top);
        const float best = topOf(top.drive);
        const Ints cells = top.drive == best ? top.cell : allInts(0x7fffffff);
        int first = cells[0];
        for (int i = 1; i < kLanes; ++i) first = cells[i] < first ? cells[i] : first;
        w.best[a] = best, w.winner[a] = first;
    }
}

template <int Lines>
static void flyFrom(const FlyWindows& w, int rest) {
    if constexpr (Lines < kFlyLinesAtOnce) {
        if (rest == Lines)
            flyRest<Lines>(w);
        else
            flyFrom<Lines + 1>(w, rest);
    }
}

void flyDrives(const FlyWindows& windows) { flyFrom<0>(windows, windows.lines % kFlyLinesAtOnce); }

}  // namespace engram::ENGRAM_KERNELS
