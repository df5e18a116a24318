// Sparse binary codes: the k of K cells that are driven most are on (what the APL neuron's inhibition leaves over). Two codes are alike by
// the share of cells that agree, (n11 + n00) / K.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/scalar.h"

namespace engram {

// The threshold lies midway between the k-th and the next largest drive; on are those above it. Where the two are equal, all cells of
// that drive are off, and fewer than k are on. Needs 1 <= k < K.
float codeThreshold(const Eigen::Ref<const Eigen::VectorXf>& drives, int active);

class CodeTable {
public:
    CodeTable() = default;
    CodeTable(int codes, int cells) : cells_(cells), blocks_((cells + 63) / 64), bits_(std::size_t(codes) * std::size_t(blocks_), 0) {}
    void set(int code, const Eigen::Ref<const Eigen::VectorXf>& drives, int active);
    bool on(int code, int cell) const { return row(code)[std::size_t(cell / 64)] >> (cell % 64) & 1; }
    int onCount(int code) const;
    int overlap(int a, int b) const { return overlap(row(a), row(b)); }  // n11
    double similarity(int a, int b) const;
    int codes() const { return blocks_ ? int(bits_.size()) / blocks_ : 0; }
    int cells() const { return cells_; }
    std::span<const std::uint64_t> row(int code) const {
        return {bits_.data() + std::size_t(code) * std::size_t(blocks_), std::size_t(blocks_)};
    }

private:
    static int overlap(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);
    int cells_ = 0, blocks_ = 0;
    std::vector<std::uint64_t> bits_;
};

double chanceSimilarity(int cells, int active);  // of two random codes: 1 - 2 (k/K)(1 - k/K)
double codeCapacityBits(int cells, int active);  // log2 of the number of codes

}  // namespace engram
