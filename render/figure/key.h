// What stands in the lower corners of a scene: notes on the left, the colour key (label, ramp, ticks) on the right.
#pragma once

#include <optional>

#include "core/view/board.h"
#include "render/figure/pen.h"

namespace engram {

double keyHeight(const Pen& pen);
void drawKey(Pen& pen, const ColourKey& key, Rect rect);   // fills the width; on paper the label stands under the ramp

// Where a scene's notes and key stand; where both do not fit side by side the notes stand above the key.
struct Corners {
    std::optional<Rect> key;
    Rect notes;                // empty: none
    double line = 0;           // height of one note
    bool stacked = false;
};
Corners cornersOf(const Scene& scene, Rect rect, const Pen& pen);

}  // namespace engram
