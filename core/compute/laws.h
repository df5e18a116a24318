// A model as kernels take it: plain numbers in place of variants.
#pragma once

#include "core/compute/backend.h"
#include "core/compute/kernels.h"

namespace engram {

struct Laws {
    FeatureLaw features;
    HiddenLaw hidden;
    bool distance;

    // What a step takes: divided by their sum, exponential weights are those of softmax, which cannot overflow.
    HiddenLaw stepping() const;
};

Laws lawsOf(const MemoryModel& model);   // throws where the compute layer does not know a Lagrangian

}  // namespace engram
