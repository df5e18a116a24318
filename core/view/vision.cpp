#include "core/view/vision.h"

#include <algorithm>
#include <cmath>

namespace engram {

namespace {

float toLinear(float c) { return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f); }
float toSrgb(float c) { return c <= 0.0031308f ? 12.92f * c : 1.055f * std::pow(c, 1 / 2.4f) - 0.055f; }

}  // namespace

const std::array<float, 9>& visionMatrix(Vision vision) {
    static constexpr std::array<float, 9> kMatrices[] = {
        {1, 0, 0, 0, 1, 0, 0, 0, 1},
        {0.367322f, 0.860646f, -0.227968f, 0.280085f, 0.672501f, 0.047413f, -0.011820f, 0.042940f, 0.968881f},
        {0.152286f, 1.052583f, -0.204868f, 0.114503f, 0.786281f, 0.099216f, -0.003882f, -0.048116f, 1.051998f},
        {1.255528f, -0.076749f, -0.178779f, -0.078411f, 0.930809f, 0.147602f, 0.004733f, 0.691367f, 0.303900f},
        {0.2126f, 0.7152f, 0.0722f, 0.2126f, 0.7152f, 0.0722f, 0.2126f, 0.7152f, 0.0722f}};
    return kMatrices[int(vision)];
}

const char* visionName(Vision vision) {
    static constexpr const char* kNames[] = {"usual", "deuteranopia", "protanopia", "tritanopia", "greyscale"};
    return kNames[int(vision)];
}

const std::vector<Vision>& visions() {
    static const std::vector<Vision> all{Vision::Usual, Vision::Deuteranopia, Vision::Protanopia, Vision::Tritanopia, Vision::Greyscale};
    return all;
}

Rgba seen(Rgba c, Vision vision) {
    if (vision == Vision::Usual) return c;
    const auto& m = visionMatrix(vision);
    const float light[] = {toLinear(c.r), toLinear(c.g), toLinear(c.b)};
    const auto channel = [&](std::size_t row) {
        return toSrgb(std::clamp(m[3 * row] * light[0] + m[3 * row + 1] * light[1] + m[3 * row + 2] * light[2], 0.0f, 1.0f));
    };
    return {channel(0), channel(1), channel(2), c.a};
}

Theme seen(const Theme& theme, Vision vision) {
    Theme other = theme;
    for (Rgba Theme::*colour :
         {&Theme::scene, &Theme::window, &Theme::panel, &Theme::raised, &Theme::control, &Theme::hover, &Theme::border, &Theme::textPrimary,
          &Theme::textSecondary, &Theme::textTertiary, &Theme::textDisabled, &Theme::textOnAccent, &Theme::accent, &Theme::accentHover,
          &Theme::accentQuiet, &Theme::contour, &Theme::fog, &Theme::axis, &Theme::grid})
        other.*colour = seen(theme.*colour, vision);
    for (Rgba& colour : other.meaning) colour = seen(colour, vision);
    for (Rgba& colour : other.category) colour = seen(colour, vision);
    return other;
}

void see(std::span<std::uint8_t> rgba, Vision vision) {
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
        const Rgba c = seen({float(rgba[i]) / 255, float(rgba[i + 1]) / 255, float(rgba[i + 2]) / 255, 1}, vision);
        const float channels[] = {c.r, c.g, c.b};
        for (std::size_t k = 0; k < 3; ++k) rgba[i + k] = std::uint8_t(std::lround(255 * channels[k]));
    }
}

}  // namespace engram
