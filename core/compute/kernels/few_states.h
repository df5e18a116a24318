// What the kernels of states of few features share: their scratch, similarities to a memory, and the order by place.
#pragma once

#include "core/compute/kernels/rows.h"

namespace engram::ENGRAM_KERNELS {

// Weights below exp(-kFar) of the largest are lost in the rounding of the sum.
constexpr float kFar = 18;

struct FewScratch {
    float *coordinates, *similarities;  // features x padded states; memories x lanes
    float* near;                        // the memories of a list, or of all groups, one after the other
    float* ends;                        // of the boxes round groups
    int *index, *taken;                 // the state in a lane, and its steps
    long padded;

    FewScratch(float* memory, int count, int memoryCount) : padded((count + 31L) / 16 * 16) {
        coordinates = memory;
        similarities = coordinates + kMostFewFeatures * padded;
        near = similarities + 16L * memoryCount;
        ends = near + long(kMostFewFeatures) * memoryCount;
        index = reinterpret_cast<int*>(ends + 2L * kMostFewFeatures * (memoryCount / 16 + 32));
        taken = index + padded;
    }
};

template <int N, bool Distance>
ENGRAM_INLINE Floats similarity(const float* memory, const Floats* g) {
    Floats s{};
    for (int d = 0; d < N; ++d) {
        const Floats part = Distance ? g[d] - memory[d] : all(memory[d]);
        s = fma(part, Distance ? part : g[d], s);
    }
    return Distance ? -0.5f * s : s;
}

template <int N>
ENGRAM_INLINE void addWeighted(Floats weight, const float* memory, Floats* target, Floats& total) {
    total += weight;
    for (int d = 0; d < N; ++d) target[d] = fma(weight, all(memory[d]), target[d]);
}

// Fills index with points, `stride` apart, in the order of the cells they lie in, so that a vector holds neighbours.
template <int N>
static void sortByPlace(const float* points, long stride, int count, int* index) {
    constexpr int kBits = 8 / N, kSide = 1 << kBits, kCells = 1 << (kBits * N);
    float low[N], perCell[N];
    for (int d = 0; d < N; ++d) {
        float high = low[d] = points[d];
        for (int i = 1; i < count; ++i) {
            const float x = points[i * stride + d];
            low[d] = x < low[d] ? x : low[d];
            high = x > high ? x : high;
        }
        perCell[d] = high > low[d] ? kSide / (high - low[d]) : 0;
    }
    const auto cellOf = [&](int i) {
        int cell = 0;
        for (int d = 0; d < N; ++d) {
            const float at = (points[i * stride + d] - low[d]) * perCell[d];
            const int along = at > 0 ? (at < kSide ? int(at) : kSide - 1) : 0;  // also where it is not a number
            cell = cell * kSide + (cell & 1 ? kSide - 1 - along : along);       // to and fro: rows join at their ends
        }
        return cell;
    };
    int first[kCells + 1] = {};
    for (int i = 0; i < count; ++i) ++first[cellOf(i) + 1];
    for (int c = 0; c < kCells; ++c) first[c + 1] += first[c];
    for (int i = 0; i < count; ++i) index[first[cellOf(i)]++] = i;
}

}  // namespace engram::ENGRAM_KERNELS
