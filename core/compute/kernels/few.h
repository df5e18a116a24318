// States of few features (particles, basins in the plane): one lane a state, memories broadcast. A vector of states steps on until
// half of it has settled, with a list of the memories near enough to matter that holds while the states move little; those left then
// close up, in order, so that neighbours stay together and share their lists. States come in any order: cells of a grid sort them first.
#pragma once

#include "core/compute/kernels/few_once.h"

namespace engram::ENGRAM_KERNELS {

constexpr float kSlack = 10;  // logits: what a list of the memories that matter is made with to spare

// The memories that matter to a vector of states, kept in scratch with their logits beta (s - largest s) where the list was made. Near
// there, logits have moved by beta xi . (g - madeAt), but for what all share and softmax does not see.
template <int N>
struct NearList {
    Floats madeAt[N];
    float reachSquared = 0;  // how far activations may go from there
    int count = -1;
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

// How far an activation may move until a memory left out could matter, or a logit grow by more than kSlack.
template <int N>
static float reachOf(const FewStates& b) {
    float across = 0, out = 0;  // squares of the diagonal of the box round all memories, and of its farthest corner
    for (int d = 0; d < N; ++d) {
        float low = b.memories[d], high = low;
        for (int k = 1; k < b.memoryCount; ++k) {
            const float x = b.memories[k * N + d];
            low = x < low ? x : low;
            high = x > high ? x : high;
        }
        across += (high - low) * (high - low);
        out += low * low > high * high ? low * low : high * high;
    }
    return kSlack / (b.hidden.beta * __builtin_sqrtf(across > out ? across : out) + 1e-30f);
}

template <int N, bool Distance>
static void makeNearList(const FewStates& b, const FewScratch& scratch, const Floats* g, NearList<N>& list) {
    Floats most = all(kNothing);
    for (int k = 0; k < b.memoryCount; ++k) {
        const Floats s = similarity<N, Distance>(b.memories + k * N, g);
        store(scratch.similarities + k * kLanes, s);
        most = larger(s, most);
    }
    constexpr unsigned kAllLanes = (1u << kLanes) - 1;
    list.count = 0;
    for (int k = 0; k < b.memoryCount; ++k) {
        const Floats logit = b.hidden.beta * (load(scratch.similarities + k * kLanes) - most);
        store(scratch.similarities + list.count * kLanes, logit);
        for (int d = 0; d < N; ++d) scratch.near[list.count * N + d] = b.memories[k * N + d];
        list.count += lanesLess(logit, all(-kFar - kSlack)) != kAllLanes;
    }
    for (int d = 0; d < N; ++d) list.madeAt[d] = g[d];
}

// The same without a list, for a step that is the only one: similarities first, then the weights of those that matter.
template <int N, bool Distance>
ENGRAM_INLINE void addOnce(const FewStates& b, const FewScratch& scratch, const Floats* g, Floats* target, Floats& total) {
    Floats most = all(kNothing);
    for (int k = 0; k < b.memoryCount; ++k) {
        const Floats s = similarity<N, Distance>(b.memories + k * N, g);
        store(scratch.similarities + k * kLanes, s);
        most = larger(s, most);
    }
    constexpr unsigned kAllLanes = (1u << kLanes) - 1;
    const Floats least = most - kFar / b.hidden.beta;
    for (int k = 0; k < b.memoryCount; ++k) {
        const Floats s = load(scratch.similarities + k * kLanes);
        if (lanesLess(s, least) == kAllLanes) continue;
        addWeighted<N>(decay(b.hidden.beta * (s - most)), b.memories + k * N, target, total);
    }
}

template <int N>
ENGRAM_INLINE void addNear(const FewStates& b, const FewScratch& scratch, const Floats* g, const NearList<N>& list, Floats* target,
                           Floats& total) {
    Floats moved[N];
    for (int d = 0; d < N; ++d) moved[d] = b.hidden.beta * (g[d] - list.madeAt[d]);
    for (int i = 0; i < list.count; ++i) {
        const float* memory = scratch.near + i * N;
        Floats logit = load(scratch.similarities + i * kLanes);
        for (int d = 0; d < N; ++d) logit = fma(all(memory[d]), moved[d], logit);
        addWeighted<N>(decay(logit), memory, target, total);
    }
}

// One step of a vector of states: where they would go, and the largest move of each.
template <int N, bool Distance, HiddenKind Kind>
ENGRAM_INLINE Floats fewStep(const FewStates& b, const FewScratch& scratch, const Groups<N>& groups, const Floats* x, NearList<N>& list,
                             Floats* next) {
    Floats g[N], target[N], total{};
    activated<N>(b.features, x, g);
    for (int d = 0; d < N; ++d) target[d] = Floats{};
    if (Kind == HiddenKind::Softmax && Distance && groups.count > 0) {
        addGrouped<N>(b, scratch, groups, g, target, total);
    } else if (Kind == HiddenKind::Softmax && b.mostSteps == 1) {
        addOnce<N, Distance>(b, scratch, g, target, total);
    } else if (Kind == HiddenKind::Softmax) {
        Floats way{};
        for (int d = 0; d < N; ++d) way = fma(g[d] - list.madeAt[d], g[d] - list.madeAt[d], way);
        if (list.count < 0 || lanesLess(all(list.reachSquared), way) != 0) makeNearList<N, Distance>(b, scratch, g, list);
        addNear<N>(b, scratch, g, list, target, total);
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
    Floats most{}, bad{};
    for (int d = 0; d < N; ++d) {
        Floats step = b.rate * fma(target[d], scale, -x[d]);
        if (mean) step = total == 0.0f ? Floats{} : step;  // without weights a state stays
        most = larger(magnitude(step), most);
        bad += step - step;  // 0, or not a number where a state diverged
        next[d] = x[d] + step;
    }
    return bad == 0.0f ? most : all(__builtin_inff());
}

ENGRAM_INLINE Ints lanesOf(unsigned mask) {
    Ints bit;
    for (int j = 0; j < kLanes; ++j) bit[j] = 1 << j;
    return (allInts(int(mask)) & bit) != 0;
}

// Steps the `lanes` states from i on until at most `enough` are left; those go to `kept`, which it returns advanced.
template <int N, bool Distance, HiddenKind Kind>
static int runVector(const FewStates& b, const FewScratch& scratch, const Groups<N>& groups, int i, int lanes, int enough,
                     float reachSquared, int kept) {
    const auto at = [&](int d, long n) { return scratch.coordinates + d * scratch.padded + n; };
    Floats x[N], next[N];
    NearList<N> list{};
    list.reachSquared = reachSquared;
    int taken[kLanes], state[kLanes];
    for (int d = 0; d < N; ++d) x[d] = load(at(d, i));
    for (int j = 0; j < kLanes; ++j) {
        const int from = i + (j < lanes ? j : 0);
        for (int d = 0; d < N; ++d) x[d][j] = *at(d, from);
        taken[j] = scratch.taken[from];
        state[j] = scratch.index[from];
    }
    int mostTaken = 0;
    for (int j = 0; j < lanes; ++j) mostTaken = taken[j] > mostTaken ? taken[j] : mostTaken;
    unsigned active = (1u << lanes) - 1;
    int steps = 0;
    do {
        const Floats moved = fewStep<N, Distance, Kind>(b, scratch, groups, x, list, next);
        const Ints on = lanesOf(active);
        for (int d = 0; d < N; ++d) x[d] = on ? next[d] : x[d];
        ++steps;
        unsigned done = lanesLess(moved, all(b.tolerance)) & active;
        const unsigned settled = done;
        if (mostTaken + steps >= b.mostSteps)
            for (int j = 0; j < lanes; ++j) done |= (taken[j] + steps >= b.mostSteps ? 1u << j : 0u) & active;
        for (unsigned left = done; left != 0; left &= left - 1) {
            const int j = __builtin_ctz(left);
            for (int d = 0; d < N; ++d) b.states[state[j] * b.stride + d] = x[d][j];
            if (b.steps) b.steps[state[j]] = settled >> j & 1 ? taken[j] + steps : -b.mostSteps;
        }
        active &= ~done;
    } while (__builtin_popcount(active) > enough);
    for (int j = 0; j < lanes; ++j) {
        if (!(active >> j & 1)) continue;
        for (int d = 0; d < N; ++d) *at(d, kept) = x[d][j];
        scratch.taken[kept] = taken[j] + steps;
        scratch.index[kept++] = state[j];
    }
    return kept;
}

template <int N, bool Distance, HiddenKind Kind>
static void settleFew(const FewStates& b) {
    const FewScratch scratch(b.scratch, b.count, b.memoryCount);
    sortByPlace<N>(b.states, b.stride, b.count, scratch.index);
    for (int i = 0; i < b.count; ++i) {
        for (int d = 0; d < N; ++d) scratch.coordinates[d * scratch.padded + i] = b.states[scratch.index[i] * b.stride + d];
        scratch.taken[i] = 0;
    }
    const float reach = Kind == HiddenKind::Softmax && b.mostSteps > 1 ? reachOf<N>(b) : 0;
    const bool grouped = Distance && Kind == HiddenKind::Softmax && b.mostSteps == 1 && b.memoryCount >= kLeastGrouped;
    const Groups<N> groups = grouped ? groupsOf<N>(b, scratch) : Groups<N>{};
    int live = b.mostSteps > 0 ? b.count : 0;
    while (live > 0) {
        const int enough = live <= kLanes ? 0 : kLanes / 2;
        int kept = 0;
        for (int i = 0; i < live; i += kLanes)
            kept = runVector<N, Distance, Kind>(b, scratch, groups, i, live - i < kLanes ? live - i : kLanes, enough, reach * reach, kept);
        live = kept;
    }
}

template <int N>
static void settleFewOf(const FewStates& b) {
    switch (b.hidden.kind) {
        case HiddenKind::Softmax:
            return b.distance ? settleFew<N, true, HiddenKind::Softmax>(b) : settleFew<N, false, HiddenKind::Softmax>(b);
        case HiddenKind::Power:
            return b.distance ? settleFew<N, true, HiddenKind::Power>(b) : settleFew<N, false, HiddenKind::Power>(b);
        case HiddenKind::Exponential:
            return settleFew<N, false, HiddenKind::Exponential>(b);  // with distances it steps as softmax does
    }
}

static void fewSettle(const FewStates& b) {
    switch (b.featureCount) {
        case 1:
            return settleFewOf<1>(b);
        case 2:
            return settleFewOf<2>(b);
        case 3:
            return settleFewOf<3>(b);
        default:
            return settleFewOf<4>(b);
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
        case 1:
            return nearestFew<1>(b, nearest);
        case 2:
            return nearestFew<2>(b, nearest);
        case 3:
            return nearestFew<3>(b, nearest);
        default:
            return nearestFew<4>(b, nearest);
    }
}

}  // namespace engram::ENGRAM_KERNELS
