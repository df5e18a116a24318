// OKLab as Ottosson defined it (2020), with the rounded matrices of his page.
#include <algorithm>
#include <cmath>

#include "core/view/theme.h"

namespace engram {
namespace {

float toLinear(float c) { return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f); }

float toGamma(float c) {
    c = std::clamp(c, 0.0f, 1.0f);
    return c <= 0.0031308f ? 12.92f * c : 1.055f * std::pow(c, 1 / 2.4f) - 0.055f;
}

struct Linear {
    float r, g, b;
    bool displayable() const {
        const auto inside = [](float c) { return c >= -1e-5f && c <= 1 + 1e-5f; };
        return inside(r) && inside(g) && inside(b);
    }
};

Linear linearOf(Oklab c) {
    const auto cubed = [](float x) { return x * x * x; };
    const float l = cubed(c.l + 0.3963377774f * c.a + 0.2158037573f * c.b);
    const float m = cubed(c.l - 0.1055613458f * c.a - 0.0638541728f * c.b);
    const float s = cubed(c.l - 0.0894841775f * c.a - 1.2914855480f * c.b);
    return {4.0767416621f * l - 3.3077115913f * m + 0.2309699292f * s, -1.2684380046f * l + 2.6097574011f * m - 0.3413193965f * s,
            -0.0041960863f * l - 0.7034186147f * m + 1.7076147010f * s};
}

// The same lightness and hue with the most chroma, up to its own, that a display can show.
Linear cutToGamut(Oklab c) {
    Linear whole = linearOf(c);
    if (whole.displayable()) return whole;
    const auto with = [&](float share) { return linearOf({c.l, c.a * share, c.b * share}); };
    float inside = 0, outside = 1;
    for (int i = 0; i < 16; ++i) {
        const float middle = (inside + outside) / 2;
        (with(middle).displayable() ? inside : outside) = middle;
    }
    return with(inside);
}

}  // namespace

Oklab toOklab(Rgba colour) {
    const float r = toLinear(colour.r), g = toLinear(colour.g), b = toLinear(colour.b);
    const float l = std::cbrt(0.4122214708f * r + 0.5363325363f * g + 0.0514459929f * b);
    const float m = std::cbrt(0.2119034982f * r + 0.6806995451f * g + 0.1073969566f * b);
    const float s = std::cbrt(0.0883024619f * r + 0.2817188376f * g + 0.6299787005f * b);
    return {0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s, 1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s,
            0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s};
}

Rgba fromOklab(Oklab colour, float alpha) {
    const Linear c = cutToGamut(colour);
    return {toGamma(c.r), toGamma(c.g), toGamma(c.b), alpha};
}

Rgba basinColour(Rgba category, double q) {
    const auto slow = static_cast<float>(std::clamp(q, 0.0, 1.0));
    Oklab colour = toOklab(category);
    colour.l = 0.35f * colour.l + 0.65f * (0.66f - 0.43f * slow) - 0.05f;
    const float chroma = 0.74f - 0.28f * slow;
    return fromOklab({colour.l, colour.a * chroma, colour.b * chroma}, category.a);
}

}  // namespace engram
