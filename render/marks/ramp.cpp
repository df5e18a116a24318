#include "render/marks/ramp.h"

#include <algorithm>

namespace engram {
namespace {

constexpr float kDarkest = -0.22f, kBrightest = 0.11f;  // twins in shaders/common/relief.glsl

Rgba shaded(Oklab colour, float change, float strength) {
    const float chroma = 1 - 0.35f * std::max(0.0f, -change) / -kDarkest;
    return fromOklab({std::clamp(colour.l + strength * change, 0.05f, 0.985f), colour.a * chroma, colour.b * chroma});
}

}  // namespace

std::vector<glm::u8vec4> shadedRamp(const Theme& theme) {
    const ColourMap& map = colourMap("deep");
    const auto [low, high] = theme.surfaceMapRange;
    std::vector<glm::u8vec4> texels(std::size_t(kRampColumns) * kRampRows);
    for (int column = 0; column < kRampColumns; ++column) {
        const float share = float(column) / (kRampColumns - 1);
        const Oklab plain = toOklab(sample(map, double(low + (high - low) * share)));
        for (int row = 0; row < kRampRows; ++row) {
            const float change = kDarkest + (kBrightest - kDarkest) * float(row) / (kRampRows - 1);
            const Rgba c = shaded(plain, change, theme.shadeStrength);
            texels[std::size_t(row) * kRampColumns + std::size_t(column)] =
                glm::u8vec4(glm::vec4(c.r, c.g, c.b, 1) * 255.0f + 0.5f);
        }
    }
    return texels;
}

}  // namespace engram
