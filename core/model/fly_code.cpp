#include "core/model/fly_code.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace engram {

float codeThreshold(const Eigen::Ref<const Eigen::VectorXf>& drives, int active) {
    std::vector<float> sorted(drives.begin(), drives.end());
    const auto kth = sorted.begin() + (active - 1);
    std::nth_element(sorted.begin(), kth, sorted.end(), std::greater<float>());
    return 0.5f * (*kth + *std::max_element(kth + 1, sorted.end()));
}

void CodeTable::set(int code, const Eigen::Ref<const Eigen::VectorXf>& drives, int active) {
    std::uint64_t* bits = bits_.data() + std::size_t(code) * std::size_t(blocks_);
    std::fill(bits, bits + blocks_, 0);
    const float threshold = codeThreshold(drives, active);
    for (int k = 0; k < cells_; ++k)
        if (drives[k] > threshold) bits[k / 64] |= std::uint64_t(1) << (k % 64);
}

int CodeTable::overlap(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
    int count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) count += std::popcount(a[i] & b[i]);
    return count;
}

int CodeTable::onCount(int code) const { return overlap(code, code); }

double CodeTable::similarity(int a, int b) const { return 1 - double(onCount(a) + onCount(b) - 2 * overlap(a, b)) / double(cells_); }

double chanceSimilarity(int cells, int active) {
    const double share = double(active) / double(cells);
    return 1 - 2 * share * (1 - share);
}

double codeCapacityBits(int cells, int active) {
    return (std::lgamma(cells + 1.0) - std::lgamma(active + 1.0) - std::lgamma(cells - active + 1.0)) / std::log(2.0);
}

}  // namespace engram
