// How many neurons of a stored pattern are wrong after one update, by Monte Carlo on random signs: the measured side of the closed
// forms in capacity.h (Krotov & Hopfield 2016; Demircigil et al. 2017 for the exponential).
#pragma once

#include <cstdint>

#include "core/base/scalar.h"

namespace engram {

inline constexpr int kExponential = 0;     // in place of an order: F = exp
inline constexpr int kMostErrorFeatures = 256;

// Shares of wrong neurons over independent draws of all patterns.
struct RecallError {
    int trials = 0;
    Real sum = 0, squares = 0;
    Real mean() const { return trials > 0 ? sum / trials : 0; }
    Real standardError() const;            // of the mean
};

// Adds trials [first, first + count) of `patternCount` patterns of `featureCount` signs: trial t draws the same patterns whoever asks.
// The update leaves out each neuron's own share. Throws where featureCount is not within 2..kMostErrorFeatures.
void addTrials(int order, int featureCount, int patternCount, std::uint64_t seed, int first, int count, RecallError& error);

}  // namespace engram
