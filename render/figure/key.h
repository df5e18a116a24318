// What stands in the lower corners of a scene: notes on the left, the colour key (label, ramp, ticks) on the right.
#pragma once

#include <optional>

#include "core/view/board.h"
#include "render/figure/pen.h"

namespace engram {

double keyHeight(const Pen& pen, const ColourKey& key, double mostLabel);
// Fills the width; on paper the values stand beside the ramp and the label under it, in lines of at most `mostLabel` units.
void drawKey(Pen& pen, const ColourKey& key, Rect rect, double mostLabel = 1e9);
double keyWidth(const Pen& pen, const ColourKey& key);      // that its label wants

// Where a scene's notes and key stand; where both do not fit side by side the notes stand above the key.
struct Corners {
    std::optional<Rect> key;
    std::vector<Sentence> lines;  // the notes, wrapped
    Rect notes;                // empty: none, or no room for them
    double line = 0;           // height of one note
    bool stacked = false;
};
Corners cornersOf(const Scene& scene, Rect rect, const Pen& pen);

}  // namespace engram
