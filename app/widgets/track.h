// How a number lies on a slider: its place between the soft ends, linear or logarithmic, and back to a tidy number.
#pragma once

#include "app/widgets/press.h"

namespace engram {

double trackPlace(const ParamSpec& spec, double value);                    // 0..1, clamped
Value trackValue(const ParamSpec& spec, double place);                     // whole, or rounded to what a pixel can tell apart
Value trackStep(const ParamSpec& spec, const Value& value, double steps);  // by keys: a step is 1, or a fiftieth of the track

// The 4 px track with its knob; `fallback` is where the default's tick goes.
void drawTrack(const Ui& ui, Rect line, double place, double fallback, bool hot);

}  // namespace engram
