// The strokes of digits and capitals, as control points in a unit box with y downwards; corners are cut when they are drawn.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace engram {

using Stroke = std::vector<std::array<double, 2>>;

inline constexpr std::string_view kGlyphNames = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const std::vector<Stroke>& glyphStrokes(char name);  // a character of kGlyphNames

}  // namespace engram
