// A scene as an image without a window: a surfaceless EGL context of this thread's own. Works with no display and no GPU.
#pragma once

#include "core/view/board.h"
#include "core/view/theme.h"
#include "render/figure/draw_list.h"

namespace engram {

// Rendered at `supersample` times the size and averaged down. `scale`: pixels per layout unit. Throws when there is no EGL at all.
Pixels renderScene(const Scene& scene, const Camera& camera, const Theme& theme, int width, int height, double scale, int supersample = 2);

}  // namespace engram
