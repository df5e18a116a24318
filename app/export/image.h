// A draw list painted onto an image, and images of Qt as plain pixels.
#pragma once

#include <QImage>

#include "render/figure/draw_list.h"

namespace engram {

Pixels toPixels(const DrawList& list, int width, int height);   // scaled to fill it
Pixels toPixels(const QImage& image);

}  // namespace engram
