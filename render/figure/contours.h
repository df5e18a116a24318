// Contour lines of a field as paths: marching squares, the pieces joined into polylines.
#pragma once

#include <vector>

#include "core/view/marks.h"
#include "render/figure/draw_list.h"

namespace engram {

struct ContourLine {
    std::vector<Pt> points;   // in the field's own coordinates
    bool closed = false;      // else it ends at the border of the field, or at values that are not finite
};
std::vector<ContourLine> contourLines(const Field& field, double level);

// The polyline without the points that lie within `tolerance` of it (Ramer, Douglas and Peucker).
std::vector<Pt> simplified(const std::vector<Pt>& points, double tolerance);

}  // namespace engram
