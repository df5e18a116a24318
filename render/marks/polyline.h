// The points of a line made ready for drawing: draped over the surface, without points that fall together, each with its age
// (0 the oldest, 1 the newest) or, for dotted lines, the way to it in world units.
#pragma once

#include <glm/glm.hpp>
#include <vector>

#include "core/view/marks.h"

namespace engram {

struct Polyline {
    std::vector<glm::vec4> stroke;  // x, y, z and age or way
    std::vector<glm::vec4> steps;   // the given points alone, with their age
};
Polyline polyline(const Lines& lines, const Surface* surface);

}  // namespace engram
