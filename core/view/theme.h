// The look of one theme: colours of all inks and grounds, and the colour maps. Read once from assets/look/tokens.json.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/view/paint.h"

namespace engram {

struct Rgba {
    float r = 0, g = 0, b = 0, a = 1;  // sRGB, straight alpha
};

struct Theme {
    std::string name;  // dark, light or print
    Rgba scene, window, panel, raised, control, hover, border;                      // grounds
    Rgba textPrimary, textSecondary, textTertiary, textDisabled, textOnAccent;      // text
    Rgba accent, accentHover, accentQuiet;                                          // controls only, never data
    Rgba contour, fog, axis, grid;                                                  // plots and surfaces
    std::array<Rgba, 10> meaning;                                                   // Ink::State .. Ink::Predicted, in order
    std::array<Rgba, 10> category;
    std::array<float, 2> surfaceMapRange;                                           // the part of `deep` a surface uses
    float shadeStrength = 1;                                                        // k of the shading law

    Rgba colour(Paint paint) const;
    std::string mapName(std::string_view role) const;  // "signed" -> tide_dark or tide_light; other names stay
};

const Theme& theme(std::string_view name);           // throws usage for an unknown name
const std::vector<std::string>& themeNames();        // dark, light, print

using ColourMap = std::array<Rgba, 256>;
const ColourMap& colourMap(std::string_view name);   // deep ember ink tide_light tide_dark orbit
Rgba sample(const ColourMap& map, double at);        // at in 0..1, clamped, linear

// OKLab, for areas (basins) and shading: lightness and chroma change, hue stays.
struct Oklab {
    float l = 0, a = 0, b = 0;
};
Oklab toOklab(Rgba colour);
Rgba fromOklab(Oklab colour, float alpha = 1);       // chroma is reduced until the colour lies in sRGB
// The colour of a basin area: q in 0..1 is the logarithm of the steps it takes, scaled.
Rgba basinColour(Rgba category, double q);

}  // namespace engram
