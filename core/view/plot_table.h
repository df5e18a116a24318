// What the plots of a figure show as numbers: a table of every curve, scatter, row of bars and path in the plane, beside the figure.
#pragma once

#include <string>
#include <vector>

#include "core/view/board.h"

namespace engram {

// CSV: a line of names "panel/curve/x", "panel/curve/y" (and "/error", "/label", "/reference" where there are such), then as many lines
// as the longest has points; columns that end before are empty there. Numbers are the shortest text that reads back to the same
// double; gaps are nan. Panels that show no plot have no columns: empty where none has.
std::string plotCsv(const std::vector<const Panel*>& panels);

}  // namespace engram
