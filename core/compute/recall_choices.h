// The patterns of one trial as the recall kernels read them: four bits at a time, each four as the place of a row in their tables.
#pragma once

#include <cstdint>
#include <vector>

#include "core/compute/bit_rows.h"
#include "core/compute/kernels.h"

namespace engram {

class RecallChoices {
public:
    RecallChoices(int featureCount, int patternCount);

    // Patterns first .. first + patternCount of `patterns`.
    void fill(const BitRows& patterns, std::int64_t first);
    // Of the first patternCount patterns: sum of xi_i over them, a number a feature.
    void columnSums(int patternCount, std::int32_t* sums) const;
    void describe(RecallBatch& batch) const;   // where they are and how they lie

private:
    int featureCount_, patternCount_, groupsAtOnce_;
    long byMemoryStride_, paddedFeatures_, columnWords_;
    std::vector<std::uint16_t> byMemory_, byFeature_;
    std::vector<std::uint64_t> columns_;       // features x patterns, a pattern a bit
    std::vector<std::uint32_t> start_;         // of the two groups of a byte of features, as a pair of choices
};

}  // namespace engram
