// Small multiples of a session: the same course from other start values, one session a cell.
#pragma once

#include "core/session/session.h"

namespace engram {

inline constexpr int kMostGridCells = 25;

void checkGrid(const std::vector<GridAxis>& grid, const Experiment& experiment);   // throws usage: axes, values, cells out of range

struct GridCell {
    Session session;
    std::string label;      // "β 13.0, n 3"
};
// Row by row; the first axis goes across. Empty where the session has no grid.
std::vector<GridCell> gridCells(const Session& session, const Experiment& experiment);
int gridColumns(const std::vector<GridAxis>& grid);   // one axis alone is broken into rows of up to three

}  // namespace engram
