// What the surface shader needs of an energy grid, computed once when the grid changes: a mesh, and on a finer grid
// energy, normal and occlusion, so that neither facets nor kinks in the contour lines can be seen. Only energies need floats:
// bytes suffice for shading, and a CPU that draws reads them several times as fast.
#pragma once

#include <glm/glm.hpp>
#include <vector>

#include "core/view/marks.h"
#include "render/marks/relief_mesh.h"

namespace engram {

struct ReliefData {
    ReliefMesh mesh;
    int columns = 0, rows = 0;         // of the finer grid
    std::vector<float> energies;
    std::vector<glm::u8vec4> shades;   // normal x and y as (n + 1) / 2, place in the colour map, occlusion; 0..255
};

// Not `fine`: on the grid's own samples, for a ground that will be another one in the next frame.
ReliefData reliefData(const Surface& surface, bool fine = true);

// The same values with a smooth one between every two: kinks in contour lines disappear.
Field finer(const Field& field);

// Throws Error unless the field is at least 2 x 2 and holds as many values as it says.
void checkField(const Field& field, const char* what);

}  // namespace engram
