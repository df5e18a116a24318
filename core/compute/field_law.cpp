#include "core/compute/field_law.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

#include "core/base/error.h"

namespace engram {

FieldLaw::FieldLaw(int order, int n) {
    std::vector<std::int64_t> a(n + 1);
    selfWeights.resize(n + 1);
    const std::string size = "order " + std::to_string(order) + " with " + std::to_string(n) + " neurons";
    if (order * std::log2(n + 2.0) > 60) usage(size + " leaves 64-bit integers");
    const auto power = [&](std::int64_t x) {
        std::int64_t result = 1;
        for (int i = 1; i < order; ++i) result *= x;
        return result;
    };
    for (int d = 0; d <= n; ++d) {
        const std::int64_t up = power(n - 2 * d + 1), down = power(n - 2 * d - 1);
        a[d] = (up + down) / 2;                // both even or both odd
        selfWeights[d] = (up - down) / 2;
    }
    offset = a[n / 2];
    scale = 0;
    for (const std::int64_t x : a) scale = std::gcd(scale, x - offset);
    if (order == 3) {
        // m^2 + 1 = 4 k (k + N mod 2) + offset with k = N/2 - d, whose square is N/4 for a random pattern.
        scale = 4;
        centre = n / 4;
        offset += 4 * centre;
    }
    scale = std::max<std::int64_t>(scale, 1);
    for (const std::int64_t x : a) {
        const std::int64_t w = (x - offset) / scale;
        mostWeight = std::max(mostWeight, std::abs(w));
        if (mostWeight > std::numeric_limits<std::int32_t>::max()) usage(size + " has weights beyond 32 bits");
        weights.push_back(std::int32_t(w));
    }
    if (order == 2) shape = RecallBatch::Linear;
    if (order == 3) shape = RecallBatch::Square;
}

void FieldLaw::describe(RecallBatch& batch) const {
    batch.shape = shape;
    batch.centre = centre;
    batch.weights = weights.data();
    batch.selfWeights = selfWeights.data();
    batch.scale = scale;
    batch.offset = offset;
    batch.mostWeight = mostWeight;
    // |field| before anything is added up, against 31 bits.
    const double most =
        double(scale) * double(mostWeight) + std::abs(double(offset)) + std::abs(double(selfWeights[0])) + 4.0 * batch.featureCount;
    batch.wide = most * batch.memoryCount > 2e9;
}

}  // namespace engram
