// What a camera must keep in sight of a scene, and the opening camera for a view of any shape.
#pragma once

#include <vector>

#include "core/view/board.h"

namespace engram {

// Cue, state and memories where they stand in the world, with room for the memories' pictures above them.
std::vector<Vec3> landmarks(const Scene& scene);

// The scene's own camera where it shows all landmarks clear of the edges (by 4 % of the view, `top` px above); else moved back,
// with `margin` as a share of the view kept free.
Camera openingCamera(const Scene& scene, double width, double height, double top, double margin);

}  // namespace engram
