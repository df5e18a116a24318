// Monte Carlo of binary dense memories: how many noisy patterns are recalled at each load, and how many neurons stay wrong. Neurons are
// +-1, updates synchronous and each neuron leaves itself out (Krotov & Hopfield 2016; Demircigil et al. 2017); polynomial counts are
// exact integers. The one code for it: the capacity study and the bench both count with it.
//
//     sigma_i <- sign( sum_mu xi_mu,i F'( sum_{j != i} xi_mu,j sigma_j ) )     F'(x) = x^(n-1), or exp x; a zero field keeps sigma_i
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/compute/bit_rows.h"

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
    std::int64_t wrong = 0;             // neurons that differ from their pattern after the last update, of all cues
    std::int64_t wrongSquares = 0;      // sum over trials of the square of a trial's wrong neurons: for the error of their mean
};

// Trial t has patterns t patternsPerTrial .. of `patterns` and cues t testedCount .. of `cues`; one count a load. A load tests
// min(K, testedCount) cues. `isa` as for kernelsFor. Trials run in parallel.
std::vector<RecallCount> recallTrials(const RecallSetup& setup, const std::vector<RecallLoad>& loads, int patternsPerTrial,
                                      const BitRows& patterns, const BitRows& cues, const std::string& isa = {});

// Patterns and cues of trial t drawn from Random(seed, firstStream + t): independent fair bits, each cue bit flipped with probability
// `flip`.
void drawRecallTrials(const RecallSetup& setup, int patternsPerTrial, double flip, std::uint64_t seed, std::uint64_t firstStream,
                      BitRows& patterns, BitRows& cues);

}  // namespace engram
