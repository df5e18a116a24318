// Closed forms for how many random patterns a dense memory holds, with F = x^n / n on random signs.
#pragma once

#include "core/base/scalar.h"

namespace engram {

// The chance that one neuron of a stored pattern is wrong after one update: erfc(sqrt(N^(n-1) / (2 K (2n-3)!!))) / 2.
Real bitErrorRate(int order, Real featureCount, Real patternCount);
// How many patterns keep that chance at `error`: N^(n-1) / (a^2 (2n-3)!!), a the one-sided normal quantile of `error`.
Real capacityAt(int order, Real featureCount, Real error);
// F = exp: patterns grow as 2^(rate N) when a share of the neurons starts flipped; I(1 - 2 flipped) / (2 log 2).
Real exponentialRate(Real flipped);
Real normalQuantile(Real upperTail);   // P(Z > a) = upperTail

}  // namespace engram
