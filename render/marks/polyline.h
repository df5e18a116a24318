// The points of a line made ready for drawing: draped over the surface, without points that fall together or that lie on the way
// between others, each with its age (0 the oldest, 1 the newest) or, for dotted lines, the way to it in world units.
#pragma once

#include <glm/glm.hpp>
#include <vector>

#include "core/view/marks.h"

namespace engram {

struct Polyline {
    std::vector<glm::vec4> stroke;  // x, y, z and age or way
    std::vector<glm::vec4> steps;   // the given points alone, with their age
};
// Leaves out what lies within `tolerance` world units of the straight line between its neighbours: a fraction of a pixel.
Polyline polyline(const Lines& lines, const Surface* surface, float tolerance = 0);

}  // namespace engram
