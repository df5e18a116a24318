#include "core/compute/recall_choices.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace engram {

namespace {

constexpr int kGroups = RecallBatch::kMemoryGroups;

constexpr std::uint32_t place(int group, int four) { return std::uint32_t(64 * (16 * group + four)); }
// Both choices of each byte, the lower in the lower half, its groups being the first of a table.
constexpr auto kPairs = [] {
    std::array<std::uint32_t, 256> pairs{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) pairs[byte] = (byte & 15) << 6 | (byte >> 4) << 22;
    return pairs;
}();

// Bit j of byte i becomes bit i of byte j.
std::uint64_t transposed(std::uint64_t x) {
    std::uint64_t t = (x ^ x >> 7) & 0x00AA00AA00AA00AA;
    x ^= t ^ t << 7;
    t = (x ^ x >> 14) & 0x0000CCCC0000CCCC;
    x ^= t ^ t << 14;
    t = (x ^ x >> 28) & 0x00000000F0F0F0F0;
    return x ^ t ^ t << 28;
}

}  // namespace

RecallChoices::RecallChoices(int featureCount, int patternCount)
    : featureCount_(featureCount),
      patternCount_(patternCount),
      byMemoryStride_((featureCount + 15) / 16 * 4L),
      paddedFeatures_((featureCount + 7) / 8 * 8L),
      columnWords_((patternCount + 63) / 64) {
    // Tables of nearly equal size, of fours of groups.
    const int fours = (featureCount + 15) / 16, most = RecallBatch::kMostFeatureGroups / 4, tables = (fours + most - 1) / most;
    groupsAtOnce_ = (fours + tables - 1) / tables * 4;
    byMemory_.resize(std::size_t(byMemoryStride_) * patternCount);
    byFeature_.resize(std::size_t(columnWords_ * 64 / (4 * kGroups)) * paddedFeatures_ * kGroups);
    columns_.resize(std::size_t(columnWords_) * paddedFeatures_);
    for (int byte = 0; byte < byMemoryStride_ / 2; ++byte) {
        const int group = 2 * byte % groupsAtOnce_;
        start_.push_back(place(group, 0) | place(group + 1, 0) << 16);
        for (int k = 0; k < patternCount; ++k)
            std::memcpy(&byMemory_[k * byMemoryStride_ + 2 * byte], &start_.back(), sizeof start_.back());
    }
}

void RecallChoices::fill(const BitRows& patterns, std::int64_t first) {
    const int byteCount = patterns.byteCount();
    for (int k = 0; k < patternCount_; ++k) {
        const std::uint8_t* row = patterns.bytes(first + k);
        std::uint16_t* out = byMemory_.data() + k * byMemoryStride_;
        for (int byte = 0; byte < byteCount; ++byte) {
            const std::uint32_t pair = kPairs[row[byte]] + start_[byte];
            std::memcpy(out + 2 * byte, &pair, sizeof pair);
        }
    }
    // Eight patterns' bits of eight features, turned over.
    const std::vector<std::uint8_t> none(std::size_t(byteCount), 0);
    const std::uint8_t* rows[8];
    std::uint8_t* columns = reinterpret_cast<std::uint8_t*>(columns_.data());
    for (int k = 0; k < columnWords_ * 64; k += 8) {
        const int present = std::clamp(patternCount_ - k, 0, 8), block = k / (4 * kGroups), group = k / 4 % kGroups;
        const std::uint32_t start = place(group, 0) | place(group + 1, 0) << 16;
        std::uint16_t* out = byFeature_.data() + block * paddedFeatures_ * kGroups + group;
        for (int j = 0; j < 8; ++j) rows[j] = j < present ? patterns.bytes(first + k + j) : none.data();
        for (int byte = 0; byte < byteCount; ++byte) {
            std::uint64_t square = 0;
#pragma GCC unroll 8
            for (int j = 0; j < 8; ++j) square |= std::uint64_t(rows[j][byte]) << (8 * j);
            square = transposed(square);
#pragma GCC unroll 8
            for (int i = 0; i < 8; ++i) {
                const auto column = std::uint8_t(square >> (8 * i));
                const std::uint32_t pair = kPairs[column] + start;
                std::memcpy(out + (8 * byte + i) * kGroups, &pair, sizeof pair);
                columns[(8 * byte + i) * columnWords_ * 8 + k / 8] = column;
            }
        }
    }
}

void RecallChoices::columnSums(int patternCount, std::int32_t* sums) const {
    const int whole = patternCount / 64;
    const std::uint64_t rest = (std::uint64_t(1) << patternCount % 64) - 1;
    for (int i = 0; i < featureCount_; ++i) {
        const std::uint64_t* column = columns_.data() + i * columnWords_;
        int up = rest ? std::popcount(column[whole] & rest) : 0;
        for (int w = 0; w < whole; ++w) up += std::popcount(column[w]);
        sums[i] = 2 * up - patternCount;
    }
}

void RecallChoices::describe(RecallBatch& batch) const {
    batch.byMemory = byMemory_.data();
    batch.byFeature = byFeature_.data();
    batch.byMemoryStride = byMemoryStride_;
    batch.byFeatureStride = paddedFeatures_ * kGroups;
    batch.featureGroupsAtOnce = groupsAtOnce_;
}

}  // namespace engram
