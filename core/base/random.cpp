#include "core/base/random.h"

#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

namespace engram {

std::array<std::uint32_t, 4> philox(std::uint64_t seed, std::uint64_t stream, std::uint64_t index) {
    std::array<std::uint32_t, 4> c{std::uint32_t(index), std::uint32_t(index >> 32), std::uint32_t(stream), std::uint32_t(stream >> 32)};
    std::uint32_t k0 = std::uint32_t(seed), k1 = std::uint32_t(seed >> 32);
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = std::uint64_t(0xD2511F53u) * c[0], p1 = std::uint64_t(0xCD9E8D57u) * c[2];
        c = {std::uint32_t(p1 >> 32) ^ c[1] ^ k0, std::uint32_t(p1), std::uint32_t(p0 >> 32) ^ c[3] ^ k1, std::uint32_t(p0)};
        k0 += 0x9E3779B9u, k1 += 0xBB67AE85u;
    }
    return c;
}

std::uint32_t Random::bits() {
    if (used_ == 4) block_ = philox(seed_, stream_, next_++), used_ = 0;
    return block_[std::size_t(used_++)];
}

double Random::uniform() {
    const std::uint64_t high = bits(), low = bits();
    return double(((high << 32 | low) >> 11)) * 0x1p-53;
}

double Random::uniform(double low, double high) { return low + (high - low) * uniform(); }

double Random::normal() {
    if (hasSpare_) {
        hasSpare_ = false;
        return spare_;
    }
    const double radius = std::sqrt(-2 * std::log(1 - uniform())), angle = 2 * std::numbers::pi * uniform();
    spare_ = radius * std::sin(angle), hasSpare_ = true;
    return radius * std::cos(angle);
}

std::uint32_t Random::below(std::uint32_t count) {
    const std::uint32_t reject = (0u - count) % count;  // the first values that would make some results likelier
    while (true) {
        const std::uint64_t product = std::uint64_t(bits()) * count;
        if (std::uint32_t(product) >= reject) return std::uint32_t(product >> 32);
    }
}

std::vector<int> Random::permutation(int count) {
    std::vector<int> order(std::size_t(count < 0 ? 0 : count));
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[below(std::uint32_t(i))]);
    return order;
}

}  // namespace engram
