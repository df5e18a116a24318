// A draw list painted onto an image.
#pragma once

#include "render/figure/draw_list.h"

namespace engram {

Pixels toPixels(const DrawList& list, int width, int height);   // scaled to fill it

}  // namespace engram
