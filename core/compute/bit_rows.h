// Patterns of +-1 as rows of bits (1 is +1): what the recall trials of binary memories are made from.
#pragma once

#include <cstdint>
#include <vector>

namespace engram {

// Rows of 1 to 65535 neurons, each padded to whole words; what lies beyond the last neuron is 0.
class BitRows {
public:
    BitRows(int featureCount, std::int64_t rowCount);   // throws, naming the size, where that does not fit
    bool up(std::int64_t row, int i) const { return bytes(row)[i / 8] >> (i % 8) & 1; }
    void set(std::int64_t row, int i, bool up);

    // Neuron i is bit i % 8 of byte i / 8.
    const std::uint8_t* bytes(std::int64_t row) const { return bytes_.data() + row * stride_; }
    std::uint8_t* bytes(std::int64_t row) { return bytes_.data() + row * stride_; }
    int featureCount() const { return featureCount_; }
    int byteCount() const { return (featureCount_ + 7) / 8; }
    std::int64_t rowCount() const { return rowCount_; }

private:
    int featureCount_;
    std::int64_t stride_, rowCount_;
    std::vector<std::uint8_t> bytes_;
};

}  // namespace engram
