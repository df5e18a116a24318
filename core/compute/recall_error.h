// How many neurons of a stored pattern are wrong after one update, by Monte Carlo on random signs: the measured side of the closed
// forms in core/model/capacity.h (Krotov & Hopfield 2016; Demircigil et al. 2017 for the exponential).
#pragma once

#include <cstdint>

#include "core/base/scalar.h"

namespace engram {

inline constexpr int kExponential = 0;     // in place of an order: F = exp

// Wrong neurons over independent draws of all patterns, of `features` neurons each.
struct RecallError {
    int features = 0, trials = 0;
    std::int64_t wrong = 0, squares = 0;   // sums over trials of the wrong neurons, and of their squares
    Real mean() const { return trials > 0 ? Real(wrong) / trials / features : 0; }   // share of wrong neurons
    Real standardError() const;            // of the mean
};

// Adds trials [first, first + count) of `patternCount` patterns of `featureCount` signs: trial t draws the same patterns whoever asks, and
// starts from the first of them. The update is that of recallTrials.
void addTrials(int order, int featureCount, int patternCount, std::uint64_t seed, int first, int count, RecallError& error);

}  // namespace engram
