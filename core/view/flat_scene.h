// A scene seen from straight above as a plot: what figures, maps and differences of two runs share.
#pragma once

#include "core/view/board.h"

namespace engram {

// Axes over the part of the plane that matters (up to where the fog of the surface begins, or its whole field), and all marks but surfaces,
// paths below points. What the surface becomes is the caller's: its map goes to the front of plot.marks.
void addFlat(const Scene& scene, const Surface& surface, Plot& plot);

const Surface* surfaceOf(const Scene& scene);  // null where there is none

}  // namespace engram
