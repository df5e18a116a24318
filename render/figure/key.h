// The colour key of a scene: label, ramp, ticks.
#pragma once

#include "core/view/board.h"
#include "render/figure/pen.h"

namespace engram {

double keyHeight(const Pen& pen);
void drawKey(Pen& pen, const ColourKey& key, Rect rect);   // fills the width; on paper the label stands under the ramp

}  // namespace engram
