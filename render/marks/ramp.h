// The shading law as a picture: across, the theme's part of a colour map; upwards, the change of lightness by light and shade.
// All OKLab arithmetic and gamut mapping happens here, once a theme, so that a fragment costs one texel.
#pragma once

#include <glm/glm.hpp>
#include <vector>

#include "core/view/theme.h"

namespace engram {

inline constexpr int kRampColumns = 256, kRampRows = 34;
std::vector<glm::u8vec4> shadedRamp(const Theme& theme);

}  // namespace engram
