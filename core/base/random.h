// Counter-based random numbers (Philox 4x32-10, Salmon et al. 2011): a draw is a pure function of (seed, stream, index), so
// results do not depend on the order of calls or on the number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace engram {

// One block of four independent 32-bit words.
std::array<std::uint32_t, 4> philox(std::uint64_t seed, std::uint64_t stream, std::uint64_t index);

// A cursor over one stream. Streams with different numbers are independent.
class Random {
public:
    Random(std::uint64_t seed, std::uint64_t stream) : seed_(seed), stream_(stream) {}

    std::uint32_t bits();
    double uniform();                            // [0, 1), 53 bits
    double uniform(double low, double high);
    double normal();                             // mean 0, variance 1 (Box-Muller)
    std::uint32_t below(std::uint32_t count);    // 0 .. count-1, unbiased; count > 0
    std::vector<int> permutation(int count);     // Fisher-Yates

private:
    std::uint64_t seed_, stream_, next_ = 0;
    std::array<std::uint32_t, 4> block_{};
    int used_ = 4;
    double spare_ = 0;
    bool hasSpare_ = false;
};

}  // namespace engram
