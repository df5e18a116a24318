// The packed matrix product: a tile of rows x two vectors stays in registers while the depth streams by; the panel of a depth block
// stays in the first-level cache for all rows, the rows' part of a depth block in the second. Each depth block is summed by itself,
// which also keeps rounding down. The left factor may lie the other way round (Flipped): its rows side by side, a step of the depth apart
// by the stride; the sums are the same.
#pragma once

#include "core/compute/kernels/simd.h"

namespace engram::ENGRAM_KERNELS {

constexpr int kPanelWidth = 2 * kLanes;
constexpr int kTileRows = kLanes == 16 ? 12 : 6;   // 2 kTileRows + 3 registers of 32 or 16
constexpr int kDepthBlock = kLanes == 16 ? 200 : 400;   // at most: a panel of it fills four fifths of the first-level cache
constexpr int kUnrolled = 8;

// Beside its sums it fetches, from `next` on, what comes next: a line for every line of panel in kUnrolled steps.
template <int Rows, bool Flipped>
static void tile(const float* a, long strideA, const float* panel, const float* next, int depth, const float* start,
                 long startStride, float* c, long strideC) {
    Floats sums[Rows][2];
#pragma GCC unroll 16
    for (int r = 0; r < Rows; ++r) sums[r][0] = sums[r][1] = Floats{};
    const float* row[Rows];
#pragma GCC unroll 16
    for (int r = 0; r < Rows; ++r) row[r] = Flipped ? a + r : a + r * strideA;
    const long hop = Flipped ? strideA : 1;
    const auto step = [&](int k) __attribute__((always_inline)) {
        const Floats left = load(panel + k * kPanelWidth), right = load(panel + k * kPanelWidth + kLanes);
#pragma GCC unroll 16
        for (int r = 0; r < Rows; ++r) {
            const Floats x = all(row[r][k * hop]);
            sums[r][0] = fma(x, left, sums[r][0]);
            sums[r][1] = fma(x, right, sums[r][1]);
        }
    };
    int k = 0;
    for (; k + kUnrolled <= depth; k += kUnrolled) {
        for (int line = 0; line < kPanelWidth; line += 16) __builtin_prefetch(next + line, 0, 2);
        next += (kPanelWidth + 15) / 16 * 16;
#pragma GCC unroll 8
        for (int i = 0; i < kUnrolled; ++i) step(k + i);
    }
    for (; k < depth; ++k) step(k);
#pragma GCC unroll 16
    for (int r = 0; r < Rows; ++r) {
        store(c + r * strideC, start ? load(start + r * startStride) + sums[r][0] : sums[r][0]);
        store(c + r * strideC + kLanes, start ? load(start + r * startStride + kLanes) + sums[r][1] : sums[r][1]);
    }
}

using Tile = void (*)(const float*, long, const float*, const float*, int, const float*, long, float*, long);
template <bool Flipped>
static constexpr Tile kTiles[] = {nullptr,          tile<1, Flipped>, tile<2, Flipped>,  tile<3, Flipped>,  tile<4, Flipped>,
                           tile<5, Flipped>, tile<6, Flipped>,
#if defined(__AVX512F__)
                           tile<7, Flipped>, tile<8, Flipped>, tile<9, Flipped>, tile<10, Flipped>, tile<11, Flipped>, tile<12, Flipped>
#endif
};

// Onto: added to what c holds; there is no `start` then.
template <bool Flipped, bool Onto>
static void product(const float* a, long strideA, int rows, const float* panels, int depth, int panelCount, const float* start, float* c,
                    long strideC) {
    if (rows < 1) return;
    const int groups = (rows + kTileRows - 1) / kTileRows;   // of nearly equal height: a tile of one row would wait for its sums
    const int blocks = depth > kDepthBlock ? (depth + kDepthBlock - 1) / kDepthBlock : 1;   // of nearly equal depth, so that none is short
    for (int block = 0; block < blocks; ++block) {
        const int first = int(long(depth) * block / blocks), deep = int(long(depth) * (block + 1) / blocks) - first;
        const long ahead = (long(deep) * kPanelWidth + 16 * groups - 1) / (16 * groups) * 16;   // of the next panel, for each group
        for (int p = 0; p < panelCount; ++p) {
            const float* panel = panels + (long(p) * depth + first) * kPanelWidth;
            for (int g = 0; g < groups; ++g) {
                const int top = int(long(rows) * g / groups), height = int(long(rows) * (g + 1) / groups) - top;
                float* corner = c + top * strideC + p * kPanelWidth;
                const float* from = Onto || block > 0 ? corner : (start ? start + p * kPanelWidth : nullptr);
                const float* left = Flipped ? a + first * strideA + top : a + top * strideA + first;
                kTiles<Flipped>[height](left, strideA, panel, panel + long(depth) * kPanelWidth + g * ahead, deep, from,
                                        Onto || block > 0 ? strideC : 0, corner, strideC);
            }
        }
    }
}

template <bool Flipped>
static void productOnto(const float* a, long strideA, int rows, const float* panels, int depth, int panelCount, float* c, long strideC) {
    product<Flipped, true>(a, strideA, rows, panels, depth, panelCount, nullptr, c, strideC);
}

}  // namespace engram::ENGRAM_KERNELS
