// Monte Carlo of binary dense memories: how many noisy patterns are recalled at each load. Neurons are +-1, updates synchronous and
// each neuron leaves itself out (Krotov & Hopfield 2016; Demircigil et al. 2017); polynomial counts are exact integers.
//
//     sigma_i <- sign( sum_mu xi_mu,i F'( sum_{j != i} xi_mu,j sigma_j ) )     F'(x) = x^(n-1), or exp x; a zero field keeps sigma_i
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace engram {

struct RecallSetup {
    int featureCount = 200;     // N
    int trialCount = 50;
    int testedCount = 64;       // cues of a trial: cue q is a noisy pattern q
    int updateCount = 5;
    double overlap = 0.98;      // recalled where sum_i sigma_i xi_i >= overlap N
};

struct RecallLoad {
    int order = 2;              // n; 0 for the exponential memory
    int patternCount = 10;      // K: a load uses the first K patterns of every trial
};

struct RecallCount {
    std::int64_t recalled = 0, tested = 0;
};

// Rows of bits, a neuron a bit (1 is +1), each row padded to whole bytes.
class BitRows {
public:
    BitRows(int featureCount, std::int64_t rowCount);   // throws, naming the size, where that does not fit
    bool up(std::int64_t row, int i) const { return bytes_[row * stride_ + i / 8] >> (i % 8) & 1; }
    void set(std::int64_t row, int i, bool up);
    // Four neurons from 4 group on; beyond the last they are 0.
    int four(std::int64_t row, int group) const { return bytes_[row * stride_ + group / 2] >> (group % 2 * 4) & 15; }
    std::int64_t rowCount() const { return std::int64_t(bytes_.size()) / stride_; }

private:
    std::int64_t stride_;
    std::vector<std::uint8_t> bytes_;
};

// Trial t has patterns t patternsPerTrial .. of `patterns` and cues t testedCount .. of `cues`; one count a load. A load tests
// min(K, testedCount) cues. `isa` as for kernelsFor. Trials run in parallel.
std::vector<RecallCount> recallTrials(const RecallSetup& setup, const std::vector<RecallLoad>& loads, int patternsPerTrial,
                                      const BitRows& patterns, const BitRows& cues, const std::string& isa = {});

// Patterns and cues of a trial drawn from Random(seed, trial): independent fair bits, each cue bit flipped with probability `flip`.
void drawRecallTrials(const RecallSetup& setup, int patternsPerTrial, double flip, std::uint64_t seed, BitRows& patterns, BitRows& cues);

}  // namespace engram
