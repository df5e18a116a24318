// The data recipe that Engram's benches share with the programs they are compared with: counter-based, any entry alone and in any
// order, the same bits in every language. tests/bench/peers/common.py is its twin.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace engram::recipe {

inline std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}
constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15ull;
inline std::uint64_t bits(std::uint64_t stream, std::uint64_t index) { return mix(mix(stream + kGolden) + index * kGolden); }
inline float uniform(std::uint64_t stream, std::uint64_t index) { return float(bits(stream, index) >> 40) * 0x1p-24f; }
inline float sign(std::uint64_t stream, std::uint64_t index) { return bits(stream, index) >> 63 ? 1.0f : -1.0f; }

// Standard normal; entry i takes the counters 2i and 2i + 1.
inline float normal(std::uint64_t stream, std::uint64_t index) {
    const double u = (double(bits(stream, 2 * index) >> 12) + 0.5) * 0x1p-52, v = double(bits(stream, 2 * index + 1) >> 11) * 0x1p-53;
    return float(std::sqrt(-2 * std::log(u)) * std::cos(2 * 3.14159265358979323846 * v));
}

// Checksums of an array in its order: entries with the signs of stream 900, and the Euclidean norm.
inline double projection(const float* entries, std::size_t count) {
    double total = 0;
    for (std::size_t p = 0; p < count; ++p) total += double(entries[p]) * double(sign(900, p));
    return total;
}
inline double norm(const float* entries, std::size_t count) {
    double total = 0;
    for (std::size_t p = 0; p < count; ++p) total += double(entries[p]) * double(entries[p]);
    return std::sqrt(total);
}

}  // namespace engram::recipe
