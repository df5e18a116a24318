// The recursion v <- v + alpha m o (S rho - v), S = softmax(base + beta rho v), and its gradient. Blocks of four prototypes or coordinates
// share what they load. A unit defines ENGRAM_KERNELS and ENGRAM_ISA_NAME and includes this file.
#pragma once

#include "core/compute/attract.h"
#include "core/compute/kernels/functions.h"

namespace engram::ENGRAM_KERNELS {

constexpr int kBlock = 4;

// out_k = start_k + factor sum_j rho_kj x_j.
ENGRAM_INLINE void acrossCoordinates(const AttractGroup& g, const float* x, const float* start, float factor, float* out) {
    for (int k = 0; k < g.prototypes; k += kBlock) {
        Floats sum[kBlock]{};
        const float* rho = g.rho + long(k) * g.moving;
        for (int j = 0; j < g.moving; ++j) {
            const Floats at = load(x + j * kLanes);
            for (int i = 0; i < kBlock; ++i) sum[i] = fma(all(rho[i * g.moving + j]), at, sum[i]);
        }
        for (int i = 0; i < kBlock; ++i) {
            const long to = long(k + i) * kLanes;
            store(out + to, start ? fma(all(factor), sum[i], load(start + to)) : factor * sum[i]);
        }
    }
}

// then(j, sum_k weight_k rho_kj) for all moving j.
template <class Then>
ENGRAM_INLINE void acrossPrototypes(const AttractGroup& g, const float* weights, const Then& then) {
    for (int j = 0; j < g.moving; j += kBlock) {
        Floats sum[kBlock]{};
        for (int k = 0; k < g.prototypes; ++k) {
            const Floats weight = load(weights + k * kLanes);
            const float* rho = g.rho + long(k) * g.moving + j;
            for (int i = 0; i < kBlock; ++i) sum[i] = fma(weight, all(rho[i]), sum[i]);
        }
        for (int i = 0; i < kBlock; ++i) then(j + i, sum[i]);
    }
}

static void attractForward(const AttractGroup& g) {
    for (int t = 0; t < g.steps; ++t) {
        const float* v = g.v + long(t) * g.moving * kLanes;
        float* next = g.v + long(t + 1) * g.moving * kLanes;
        float* s = g.s + long(t) * g.prototypes * kLanes;
        acrossCoordinates(g, v, g.base, g.beta, s);
        Floats most = load(s), total{};
        for (int k = 1; k < g.prototypes; ++k) most = larger(most, load(s + k * kLanes));
        for (int k = 0; k < g.prototypes; ++k) {
            const Floats e = decay(load(s + k * kLanes) - most);
            store(s + k * kLanes, e);
            total += e;
        }
        const Floats inverse = 1.0f / total;
        for (int k = 0; k < g.prototypes; ++k) store(s + k * kLanes, load(s + k * kLanes) * inverse);
        acrossPrototypes(g, s, [&](int j, Floats target) {
            const Floats at = load(v + j * kLanes);
            store(next + j * kLanes, fma(load(g.hidden + j * kLanes), target - at, at));
        });
    }
}

// Over all steps at once, so that a sum stays in a register: of S_k u_j + beta dl_k v_j.
static void attractGradient(const AttractGroup& g, float* gradient) {
    constexpr int kTwo = 2;
    const long coordinates = long(g.moving) * kLanes, prototypes = long(g.prototypes) * kLanes;
    for (int k = 0; k < g.prototypes; k += kTwo)
        for (int j = 0; j < g.moving; j += kBlock) {
            Floats sum[kTwo][kBlock]{};
            for (int t = 0; t < g.steps; ++t) {
                const float *u = g.u + t * coordinates + j * kLanes, *v = g.v + t * coordinates + j * kLanes;
                const float *s = g.s + t * prototypes + k * kLanes, *dl = g.dl + t * prototypes + k * kLanes;
                Floats weight[kTwo], slope[kTwo];
                for (int i = 0; i < kTwo; ++i) weight[i] = load(s + i * kLanes), slope[i] = load(dl + i * kLanes);
                for (int b = 0; b < kBlock; ++b) {
                    const Floats push = load(u + b * kLanes), at = load(v + b * kLanes);
                    for (int i = 0; i < kTwo; ++i) sum[i][b] = fma(slope[i], at, fma(weight[i], push, sum[i][b]));
                }
            }
            for (int i = 0; i < kTwo; ++i)
                for (int b = 0; b < kBlock; ++b) gradient[long(k + i) * g.moving + j + b] = engram::ENGRAM_KERNELS::sum(sum[i][b]);
        }
}

// dl holds beta times the slope of a logit.
static void attractBackward(const AttractGroup& g, float* gradient, float* dlSum) {
    for (int k = 0; k < g.prototypes; ++k) store(dlSum + k * kLanes, Floats{});
    for (int t = g.steps - 1; t >= 0; --t) {
        float* u = g.u + long(t) * g.moving * kLanes;
        float* dl = g.dl + long(t) * g.prototypes * kLanes;
        const float* s = g.s + long(t) * g.prototypes * kLanes;
        for (int j = 0; j < g.moving; ++j) store(u + j * kLanes, load(g.hidden + j * kLanes) * load(g.slope + j * kLanes));
        acrossCoordinates(g, u, nullptr, 1, dl);
        Floats mean{};
        for (int k = 0; k < g.prototypes; ++k) mean = fma(load(s + k * kLanes), load(dl + k * kLanes), mean);
        for (int k = 0; k < g.prototypes; ++k) {
            const Floats slope = g.beta * load(s + k * kLanes) * (load(dl + k * kLanes) - mean);
            store(dl + k * kLanes, slope);
            store(dlSum + k * kLanes, load(dlSum + k * kLanes) + slope);
        }
        acrossPrototypes(
            g, dl, [&](int j, Floats pull) { store(g.slope + j * kLanes, load(g.slope + j * kLanes) - load(u + j * kLanes) + pull); });
    }
    attractGradient(g, gradient);
}

const AttractKernels& attractKernels() {
    static constexpr AttractKernels table{ENGRAM_ISA_NAME, kLanes, attractForward, attractBackward};
    return table;
}

}  // namespace engram::ENGRAM_KERNELS
