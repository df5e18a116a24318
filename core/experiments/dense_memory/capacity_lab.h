// The capacity laboratory: wrong neurons after one update against the load, for orders 2, 3, 4 and the exponential at two sizes, filling
// in by Monte Carlo while it is looked at.
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "core/compute/recall_error.h"
#include "core/experiments/dense_memory/draw.h"

namespace engram::dense_memory {

struct CapacityCurve {
    int order = 2;                         // kExponential for the exponential
    int features = 64;
    std::vector<int> counts;               // K
    std::vector<RecallError> errors;       // one a count
};

struct CapacityView {
    std::vector<CapacityCurve> curves;
    int rounds = 0;                        // of trials, done for every point
    std::size_t nextCurve = 0, nextPoint = 0;
};

// Goes on for about `time`; true while trials are missing.
bool fillCapacity(std::uint64_t seed, std::chrono::milliseconds time, std::shared_ptr<const CapacityView>& view);
Panel capacityPanel(const Moment& m);

}  // namespace engram::dense_memory
