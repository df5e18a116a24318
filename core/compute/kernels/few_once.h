// A single softmax step by distances of states of few features: memories are sorted by place into groups with a box round each, and a
// vector of neighbouring states looks at the groups alone that are near enough to matter. Where logits of the nearest memories cannot lie
// far apart, as where the noise is large, weights are relative to what the boxes say instead of to the largest: one pass instead of two.
#pragma once

#include "core/compute/kernels/few_states.h"

namespace engram::ENGRAM_KERNELS {

constexpr int kGroup = 16, kLeastGrouped = 64;  // memories in a group, and from how many on it pays
constexpr float kSafeSpread = 60;               // of logits to base 2: a weight that small is still a normal number

// Memories in the order of their groups, and boxes: low and high ends of each feature, a row of groups each.
template <int N>
struct Groups {
    const float* rows = nullptr;
    const float* ends = nullptr;  // low of feature 0, high of feature 0, low of feature 1, ...
    int count = 0, padded = 0;    // groups, and in whole vectors: those too many are infinitely far
};

// Scratch of memories: rows, then boxes, in the room of a list of memories; similarities are there for the order in the meantime.
template <int N>
static Groups<N> groupsOf(const FewStates& b, const FewScratch& scratch) {
    Groups<N> groups;
    groups.count = (b.memoryCount + kGroup - 1) / kGroup;
    groups.padded = (groups.count + kLanes - 1) / kLanes * kLanes;
    float *rows = scratch.near, *ends = scratch.ends;
    int* order = reinterpret_cast<int*>(scratch.similarities);
    sortByPlace<N>(b.memories, N, b.memoryCount, order);
    for (int k = 0; k < b.memoryCount; ++k)
        for (int d = 0; d < N; ++d) rows[k * N + d] = b.memories[order[k] * N + d];
    for (int d = 0; d < N; ++d)
        for (int i = 0; i < groups.padded; ++i) {
            float low = __builtin_inff(), high = low;
            for (int k = i * kGroup; k < (i + 1) * kGroup && k < b.memoryCount; ++k) {
                const float x = rows[k * N + d];
                low = x < low ? x : low;
                high = k == i * kGroup || x > high ? x : high;
            }
            ends[2 * d * groups.padded + i] = low;
            ends[(2 * d + 1) * groups.padded + i] = high;
        }
    groups.rows = rows, groups.ends = ends;
    return groups;
}

// exp2 of what is not above 0, to 3e-7 of itself (least-squares of the largest error); below 2^-125 as good as that.
ENGRAM_INLINE Floats halved(Floats y) {
    const Floats inside = larger(all(-125.0f), y);
    const Floats shifted = inside + kRounder;
    const Floats r = inside - (shifted - kRounder);
    Floats p = fma(all(1.327647245e-3f), r, all(9.675540961e-3f));
    p = fma(p, r, all(5.550713092e-2f));
    p = fma(p, r, all(2.402212024e-1f));
    p = fma(p, r, all(6.931469440e-1f));
    p = fma(p, r, all(1.000000119f));
    return fromBits(bits(p) + (bits(shifted) << 23));
}

template <int N>
ENGRAM_INLINE Floats squaredDistance(const float* memory, const Floats* g) {
    Floats square{};
    for (int d = 0; d < N; ++d) square = fma(g[d] - memory[d], g[d] - memory[d], square);
    return square;
}

// Squared distances between the box round the states and those round the groups from `first` on: the least, and the most.
template <int N>
ENGRAM_INLINE void boxDistances(const Groups<N>& groups, int first, const float* low, const float* high, Floats& least, Floats& most) {
    least = most = Floats{};
    for (int d = 0; d < N; ++d) {
        const Floats from = load(groups.ends + 2 * d * groups.padded + first), to = load(groups.ends + (2 * d + 1) * groups.padded + first);
        const Floats gap = larger(larger(from - high[d], low[d] - to), Floats{}), span = larger(to - low[d], high[d] - from);
        least = fma(gap, gap, least);
        most = fma(span, span, most);
    }
}

template <int N>
ENGRAM_INLINE void addGrouped(const FewStates& b, const FewScratch& scratch, const Groups<N>& groups, const Floats* g, Floats* target,
                              Floats& total) {
    const float scale = b.hidden.beta * 0.5f * 1.44269504f;  // logits to base 2, of squared distances
    Floats bad{};
    float low[N], high[N];
    for (int d = 0; d < N; ++d) {
        bad += g[d] - g[d];
        high[d] = topOf(g[d]);
        low[d] = -topOf(-g[d]);
    }
    Floats nearest = all(__builtin_inff()), surely = nearest;
    for (int i = 0; i < groups.padded; i += kLanes) {
        Floats least, most;
        boxDistances<N>(groups, i, low, high, least, most);
        nearest = smaller(least, nearest);
        surely = smaller(most, surely);
    }
    const bool sound = sum(bad) == 0;  // else boxes say nothing: all groups, and the longer way
    const float from = -topOf(-nearest), within = -topOf(-surely);
    const float limit = sound ? within + 1.44269504f * kFar / scale : __builtin_inff();
    const auto eachGroup = [&](auto&& body) {
        for (int i = 0; i < groups.padded; i += kLanes) {
            Floats least, most;
            boxDistances<N>(groups, i, low, high, least, most);
            unsigned near = ~lanesLess(all(limit), least) & ((1u << kLanes) - 1);
            if (groups.count - i < kLanes) near &= (1u << (groups.count - i)) - 1;
            for (; near != 0; near &= near - 1) {
                const int first = (i + __builtin_ctz(near)) * kGroup;
                body(first, first + kGroup < b.memoryCount ? first + kGroup : b.memoryCount);
            }
        }
    };
    if (sound && scale * (within - from) < kSafeSpread) {
        const Floats shift = all(scale * from);
        eachGroup([&](int first, int last) {
            for (int k = first; k < last; ++k) {
                const float* memory = groups.rows + k * N;
                addWeighted<N>(halved(fma(squaredDistance<N>(memory, g), all(-scale), shift)), memory, target, total);
            }
        });
        return;
    }
    Floats closest = all(__builtin_inff());
    float* squares = scratch.similarities;
    eachGroup([&](int first, int last) {
        for (int k = first; k < last; ++k, squares += kLanes) {
            const Floats square = squaredDistance<N>(groups.rows + k * N, g);
            store(squares, square);
            closest = smaller(square, closest);
        }
    });
    squares = scratch.similarities;
    eachGroup([&](int first, int last) {
        for (int k = first; k < last; ++k, squares += kLanes)
            addWeighted<N>(halved(scale * (closest - load(squares))), groups.rows + k * N, target, total);
    });
}

}  // namespace engram::ENGRAM_KERNELS
