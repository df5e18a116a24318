// The separation function of a binary memory as exact integers, by Hamming distance.
#pragma once

#include <cstdint>
#include <vector>

#include "core/compute/kernels.h"

namespace engram {

// With m = sum_j xi_j sigma_j = N - 2 d and e = xi_i sigma_i = +-1: F'(m - e) = A(m) - e B(m), so a field is
// sum_mu xi_i A - sigma_i sum_mu B. A is kept as scale * weight + offset with small weights around 0; B is the self weight.
struct FieldLaw {
    RecallBatch::Shape shape = RecallBatch::Table;
    std::vector<std::int32_t> weights;
    std::vector<std::int64_t> selfWeights;
    std::int64_t scale = 1, offset = 0, mostWeight = 0;
    int centre = 0;

    FieldLaw(int order, int featureCount);   // throws where it leaves 32-bit weights
    void describe(RecallBatch& batch) const;  // of batch.memoryCount memories
};

}  // namespace engram
