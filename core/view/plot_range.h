// Ranges of plots that stand still while values grow: they end on round numbers.
#pragma once

#include <vector>

#include "core/view/board.h"

namespace engram {

double niceUpper(double value);                           // the next of 10, 20, 50, 100, ...; at least 10
Axis rangeAround(const std::vector<double>& values);      // unnamed and linear; holds all finite values with a margin, to a round step

}  // namespace engram
