// The probability flow of a diffusion on stored memories (Heun's method, Karras et al. 2022), for states of many features:
//
//     dx/dsigma = (x - xhat) / sigma,  xhat = sum_mu softmax_mu(-|x - xi_mu|^2 / (2 sigma^2)) xi_mu
//
// While the noise is large every memory has a weight, and a step is two products with all memories, twice. Once few weights of a state
// are left, its distances to all memories follow from the few alone: xi (x + r (xhat - x)) = (1 - r) xi x + r sum_mu w_mu xi xi_mu.
#pragma once

#include <vector>

#include "core/compute/backend.h"

namespace engram {

struct FlowCounts {
    long whole = 0, few = 0;  // evaluations of xhat of single states, by all memories and by few
};

// Takes every state (a column) through the levels, each below the one before; the last may be 0. Weights below `skipBelow` are left out
// where few remain. `memories` must be of the CPU's backend. Throws usage where sizes do not fit or levels do not fall.
FlowCounts followFlow(const Memories& memories, const std::vector<double>& sigmas, FloatBatch states, float skipBelow = 1e-7f);

}  // namespace engram
