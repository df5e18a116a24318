// States of few features (particles, basins in the plane): one lane a state, memories broadcast. Settled states leave their lane to
// those behind them, in order, so neighbours stay together and share the memories that matter to them.
#pragma once

#include "core/compute/kernels/rows.h"

namespace engram::ENGRAM_KERNELS {

// What is left of a weight below exp(-kFar) is lost in the rounding of a sum that holds the largest, which is 1.
constexpr float kFar = 25;

struct FewScratch {
    float *coordinates, *similarities;   // features x padded states; memories x lanes
    int *index, *near;                   // the state in a lane; the memories near enough to matter
    long padded;

    FewScratch(float* memory, int count, int memoryCount) : padded((count + 31L) / 16 * 16) {
        coordinates = memory;
        similarities = coordinates + kMostFewFeatures * padded;
        index = reinterpret_cast<int*>(similarities + 16L * memoryCount);
        near = index + padded;
    }
};

template <int N>
ENGRAM_INLINE void activated(const FeatureLaw& law, const Floats* x, Floats* g) {
    if (law.kind == FeatureKind::Spherical) {
        Floats square{};
        for (int d = 0; d < N; ++d) square = fma(x[d], x[d], square);
        const Floats inverse = square > 0.0f ? 1.0f / root(square) : Floats{};
        for (int d = 0; d < N; ++d) g[d] = x[d] * inverse;
    } else {
        for (int d = 0; d < N; ++d) g[d] = law.kind == FeatureKind::LogCosh ? tangent(law.slope * x[d]) : x[d];
    }
}

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

// One step of a vector of states; returns the largest move of each.
template <int N, bool Distance, HiddenKind Kind>
ENGRAM_INLINE Floats fewStep(const FewStates& b, const FewScratch& scratch, Floats* x) {
    Floats g[N], target[N], total{};
    activated<N>(b.features, x, g);
    for (int d = 0; d < N; ++d) target[d] = Floats{};
    if (Kind == HiddenKind::Softmax) {
        Floats most = all(kNothing);
        for (int k = 0; k < b.memoryCount; ++k) {
            const Floats s = similarity<N, Distance>(b.memories + k * N, g);
            store(scratch.similarities + k * kLanes, s);
            most = larger(s, most);
        }
        const Floats least = most - kFar / b.hidden.beta;
        constexpr unsigned kAllLanes = (1u << kLanes) - 1;
        int nearCount = 0;
        for (int k = 0; k < b.memoryCount; ++k) {
            scratch.near[nearCount] = k;
            nearCount += lanesLess(load(scratch.similarities + k * kLanes), least) != kAllLanes;
        }
        for (int i = 0; i < nearCount; ++i) {
            const int k = scratch.near[i];
            const Floats s = load(scratch.similarities + k * kLanes);
            addWeighted<N>(decay(b.hidden.beta * (s - most)), b.memories + k * N, target, total);
        }
    } else {
        const Floats floor = all(b.hidden.rectified ? 0.0f : kNothing);
        for (int k = 0; k < b.memoryCount; ++k) {
            const Floats s = similarity<N, Distance>(b.memories + k * N, g);
            const Floats f = Kind == HiddenKind::Power ? raised(larger(floor, s), b.hidden.order - 1) : exponential(b.hidden.beta * s);
            addWeighted<N>(f, b.memories + k * N, target, total);
        }
    }
    const bool mean = Distance || Kind == HiddenKind::Softmax;
    const Floats scale = mean ? 1.0f / total : all(1.0f);
    Floats most{};
    for (int d = 0; d < N; ++d) {
        Floats step = b.rate * fma(target[d], scale, -x[d]);
        if (mean) step = total == 0.0f ? Floats{} : step;    // without weights a state stays
        most = larger(magnitude(step), most);
        x[d] += step;
    }
    return most;
}

template <int N>
static void emit(const FewStates& b, int state, int steps, const Floats* x, int lane) {
    for (int d = 0; d < N; ++d) b.states[state * b.stride + d] = x[d][lane];
    if (b.steps) b.steps[state] = steps;
}

template <int N, bool Distance, HiddenKind Kind>
static void settleFew(const FewStates& b) {
    const FewScratch scratch(b.scratch, b.count, b.memoryCount);
    const auto at = [&](int d, long i) { return scratch.coordinates + d * scratch.padded + i; };
    for (int d = 0; d < N; ++d)
        for (long i = 0; i < scratch.padded; ++i) *at(d, i) = b.states[(i < b.count ? i : b.count - 1) * b.stride + d];
    for (int i = 0; i < b.count; ++i) scratch.index[i] = i;

    int live = b.count;
    for (int t = 1; t <= b.mostSteps && live > 0; ++t) {
        int kept = 0;
        for (int i = 0; i < live; i += kLanes) {
            const int lanes = live - i < kLanes ? live - i : kLanes;
            Floats x[N];
            for (int d = 0; d < N; ++d) x[d] = load(at(d, i));
            const Floats moved = fewStep<N, Distance, Kind>(b, scratch, x);
            const unsigned settled = lanesLess(moved, all(b.tolerance)) & ((1u << lanes) - 1);
            if (settled == 0 && kept == i) {
                for (int d = 0; d < N; ++d) store(at(d, i), x[d]);
                kept += lanes;
                continue;
            }
            for (int j = 0; j < lanes; ++j) {
                const int state = scratch.index[i + j];
                if (settled >> j & 1) {
                    emit<N>(b, state, t, x, j);
                } else {
                    for (int d = 0; d < N; ++d) *at(d, kept) = x[d][j];
                    scratch.index[kept++] = state;
                }
            }
        }
        live = kept;
    }
    for (int i = 0; i < live; ++i) {
        Floats x[N];
        for (int d = 0; d < N; ++d) x[d] = all(*at(d, i));
        emit<N>(b, scratch.index[i], -b.mostSteps, x, 0);
    }
}

template <int N>
static void settleFewOf(const FewStates& b) {
    switch (b.hidden.kind) {
        case HiddenKind::Softmax: return b.distance ? settleFew<N, true, HiddenKind::Softmax>(b) : settleFew<N, false, HiddenKind::Softmax>(b);
        case HiddenKind::Power: return b.distance ? settleFew<N, true, HiddenKind::Power>(b) : settleFew<N, false, HiddenKind::Power>(b);
        case HiddenKind::Exponential: return settleFew<N, false, HiddenKind::Exponential>(b);  // with distances it steps as softmax does
    }
}

static void fewSettle(const FewStates& b) {
    switch (b.featureCount) {
        case 1: return settleFewOf<1>(b);
        case 2: return settleFewOf<2>(b);
        case 3: return settleFewOf<3>(b);
        default: return settleFewOf<4>(b);
    }
}

template <int N>
static void nearestFew(const FewStates& b, int* nearest) {
    float* inverse = b.scratch;
    for (int k = 0; k < b.memoryCount; ++k) {
        const float norm = length(b.memories + k * N, N);
        inverse[k] = norm > 0 ? 1 / norm : 0;
    }
    for (int i = 0; i < b.count; i += kLanes) {
        const int lanes = b.count - i < kLanes ? b.count - i : kLanes;
        Floats x[N], best = all(kNothing);
        for (int d = 0; d < N; ++d) {
            x[d] = Floats{};
            for (int j = 0; j < lanes; ++j) x[d][j] = b.states[(i + j) * b.stride + d];
        }
        Ints winner{};
        for (int k = 0; k < b.memoryCount; ++k) {
            const float* memory = b.memories + k * N;
            const Floats s = b.distance ? similarity<N, true>(memory, x) : inverse[k] * similarity<N, false>(memory, x);
            winner = s > best ? allInts(k) : winner;
            best = larger(s, best);
        }
        for (int j = 0; j < lanes; ++j) nearest[i + j] = winner[j];
    }
}

static void fewNearest(const FewStates& b, int* nearest) {
    switch (b.featureCount) {
        case 1: return nearestFew<1>(b, nearest);
        case 2: return nearestFew<2>(b, nearest);
        case 3: return nearestFew<3>(b, nearest);
        default: return nearestFew<4>(b, nearest);
    }
}

}  // namespace engram::ENGRAM_KERNELS
