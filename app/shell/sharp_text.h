// Letters on whole pixels of the device. Dear ImGui puts lines of text on whole logical pixels, which at 125 % and 150 % fall between
// those of the device: a line would be blurred more or less, as its place happens to be.
#pragma once

struct ImDrawData;

namespace engram {

// Moves each line up or down by less than a pixel. `density`: device pixels a logical one.
void sharpenText(ImDrawData& frame, double density);

}  // namespace engram
