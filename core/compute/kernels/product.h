// The packed matrix product: a tile of rows x two vectors stays in registers while the depth streams by; the panel of a depth block
// stays in the first-level cache for all rows. Each depth block is summed by itself, which also keeps rounding down.
#pragma once

#include "core/compute/kernels/simd.h"

namespace engram::ENGRAM_KERNELS {

constexpr int kPanelWidth = 2 * kLanes;
constexpr int kTileRows = kLanes == 16 ? 12 : 6;   // 2 kTileRows + 3 registers of 32 or 16
constexpr int kDepthBlock = 256;                   // a panel of it is half of the first-level cache, or less

template <int Rows>
static void tile(const float* a, long strideA, const float* panel, const float* next, int depth, const float* start,
                 long startStride, float* c, long strideC) {
    Floats sums[Rows][2];
#pragma GCC unroll 16
    for (int r = 0; r < Rows; ++r) sums[r][0] = sums[r][1] = Floats{};
    const float* row[Rows];
#pragma GCC unroll 16
    for (int r = 0; r < Rows; ++r) row[r] = a + r * strideA;
    for (int k = 0; k < depth; ++k) {
        __builtin_prefetch(next + k * kPanelWidth, 0, 2);    // the panel to come, out of memory all cores share
        const Floats left = load(panel + k * kPanelWidth), right = load(panel + k * kPanelWidth + kLanes);
#pragma GCC unroll 16
        for (int r = 0; r < Rows; ++r) {
            const Floats x = all(row[r][k]);
            sums[r][0] = fma(x, left, sums[r][0]);
            sums[r][1] = fma(x, right, sums[r][1]);
        }
    }
#pragma GCC unroll 16
    for (int r = 0; r < Rows; ++r) {
        store(c + r * strideC, start ? load(start + r * startStride) + sums[r][0] : sums[r][0]);
        store(c + r * strideC + kLanes, start ? load(start + r * startStride + kLanes) + sums[r][1] : sums[r][1]);
    }
}

using Tile = void (*)(const float*, long, const float*, const float*, int, const float*, long, float*, long);
constexpr Tile kTiles[] = {nullptr, tile<1>, tile<2>, tile<3>, tile<4>, tile<5>, tile<6>,
#if defined(__AVX512F__)
                           tile<7>, tile<8>, tile<9>, tile<10>, tile<11>, tile<12>
#endif
};

static void product(const float* a, long strideA, int rows, const float* panels, int depth, int panelCount, const float* start, float* c,
                    long strideC) {
    const int groups = (rows + kTileRows - 1) / kTileRows;   // of nearly equal height: a tile of one row would wait for its sums
    for (int first = 0; first == 0 || first < depth; first += kDepthBlock) {
        const int deep = depth - first < kDepthBlock ? depth - first : kDepthBlock;
        for (int p = 0; p < panelCount; ++p) {
            const float* panel = panels + (long(p) * depth + first) * kPanelWidth;
            for (int g = 0; g < groups; ++g) {
                const int top = int(long(rows) * g / groups), height = int(long(rows) * (g + 1) / groups) - top;
                float* corner = c + top * strideC + p * kPanelWidth;
                const float* from = first > 0 ? corner : (start ? start + p * kPanelWidth : nullptr);
                kTiles[height](a + top * strideA + first, strideA, panel, panel + long(depth) * kPanelWidth, deep, from,
                               first > 0 ? strideC : 0, corner, strideC);
            }
        }
    }
}

}  // namespace engram::ENGRAM_KERNELS
