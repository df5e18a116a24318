// Measures of a run as columns of a curve, thinned where a run is longer than a curve can show.
#pragma once

#include <vector>

#include "core/experiment/trace.h"
#include "core/view/marks.h"

namespace engram {

std::vector<int> drawnEntries(const Trace& trace);  // the first, the last, and evenly between them; of one that is not empty
Shared<double> columnOf(const Trace& trace, const std::vector<int>& entries, int measure, double factor = 1);

}  // namespace engram
