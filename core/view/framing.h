// The opening camera of a scene for a view of any shape: the same in the window, in figures and in thumbnails.
#pragma once

#include <optional>
#include <vector>

#include "core/view/board.h"

namespace engram {

// What must stay in sight: what the scene names itself, or a globe whole, or cue, state and the feet of the memories where they stand in the world.
std::vector<Vec3> landmarks(const Scene& scene);

// Other scenes that are looked at with the same camera, in views of the same size.
using Alongside = std::vector<const Scene*>;

// What a lecture asks of it: other angles, and room for words at the left.
struct Opening {
    double clearLeft = 0;                  // share of the width
    std::optional<Camera> angles = {};     // its angles alone count, and its distance: 1 shows all landmarks, less comes closer
};

// The scene's own angles, as close as shows all landmarks with room above for the pictures on their stems and for the title.
// `scale`: view units per layout pixel, as stems and titles have a size in pixels.
Camera openingCamera(const Scene& scene, double width, double height, double scale, const Alongside& others = {}, const Opening& opening = {});

// Height of the stems of pins in a view of this height, both in layout pixels: shorter where there is little room.
double stemHeight(double viewHeight);

// Whether the camera still shows all landmarks, clear of the edges.
bool showsAll(const Camera& camera, const Scene& scene, double width, double height, const Alongside& others = {});

}  // namespace engram
