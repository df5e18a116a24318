// Triangles for a relief, large where it is even and small where it bends: a right-triangulated irregular network (Evans, Kirkpatrick &
// Townsend 2001). Where a CPU draws, every triangle costs the squares of pixels that it touches, so few large ones are fast.
#pragma once

#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

#include "core/view/marks.h"

namespace engram {

struct ReliefMesh {
    std::vector<glm::vec3> vertices;     // place in the grid as 0..1, world z
    std::vector<std::uint32_t> indices;  // three a triangle, anticlockwise from above; none where the fog hides all
};

// `heights`: world z at the samples of the surface's grid, row by row. The mesh stays within about half a pixel of them.
ReliefMesh reliefMesh(const Surface& surface, const std::vector<float>& heights);

}  // namespace engram
