#include "core/view/theme.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/base/asset.h"
#include "core/base/error.h"

namespace engram {
namespace {

using nlohmann::json;

Rgba fromHex(const std::string& text) {
    unsigned value = 0;
    const char* end = text.data() + text.size();
    if (text.size() != 7 || text[0] != '#' || std::from_chars(text.data() + 1, end, value, 16).ptr != end)
        fail("the colour " + text + " in the design tokens is not of the form #rrggbb");
    const auto channel = [&](int shift) { return static_cast<float>((value >> shift) & 0xffu) / 255.0f; };
    return {channel(16), channel(8), channel(0), 1};
}

Rgba colourAt(const json& group, const char* token) { return fromHex(group.at(token).get<std::string>()); }

Theme readTheme(const std::string& name, const json& tokens) {
    const json& source = tokens.at("themes").at(name);
    Theme theme;
    theme.name = name;

    const json& ground = source.at("background");
    theme.scene = colourAt(ground, "scene");
    theme.window = colourAt(ground, "window");
    theme.panel = colourAt(ground, "panel");
    theme.raised = colourAt(ground, "raised");
    theme.control = colourAt(ground, "control");
    theme.hover = colourAt(ground, "hover");
    theme.border = colourAt(ground, "border");

    const json& text = source.at("text");
    theme.textPrimary = colourAt(text, "primary");
    theme.textSecondary = colourAt(text, "secondary");
    theme.textTertiary = colourAt(text, "tertiary");
    theme.textDisabled = colourAt(text, "disabled");
    theme.textOnAccent = colourAt(text, "on_accent");

    const json& accent = source.at("accent");
    theme.accent = colourAt(accent, "base");
    theme.accentHover = colourAt(accent, "hover");
    theme.accentQuiet = colourAt(accent, "quiet");

    const json& plot = source.at("plot");
    theme.contour = colourAt(plot, "contour");
    theme.fog = colourAt(plot, "fog");
    theme.axis = colourAt(plot, "axis");
    theme.grid = colourAt(plot, "grid");

    static constexpr std::array<const char*, 10> kMeanings{"state",      "cue",        "memory",   "falling", "rising",
                                                           "excitatory", "inhibitory", "selected", "true",    "predicted"};
    for (std::size_t i = 0; i < kMeanings.size(); ++i) theme.meaning[i] = colourAt(source.at("meaning"), kMeanings[i]);
    for (std::size_t i = 0; i < theme.category.size(); ++i)
        theme.category[i] = colourAt(source.at("category"), ("c" + std::to_string(i + 1)).c_str());

    theme.surfaceMapRange = tokens.at("surface").at("map_range").at(name).get<std::array<float, 2>>();
    theme.shadeStrength = name == "dark" ? 1.0f : 0.8f;  // a bright ground needs less modelling
    return theme;
}

std::vector<Theme> readThemes() {
    const json tokens = json::parse(asset("assets/look/tokens.json"));
    std::vector<Theme> themes;
    for (const std::string& name : themeNames()) themes.push_back(readTheme(name, tokens));
    return themes;
}

}  // namespace

const std::vector<std::string>& themeNames() {
    static const std::vector<std::string> names{"dark", "light", "print"};
    return names;
}

const Theme& theme(std::string_view name) {
    static const std::vector<Theme> themes = readThemes();
    const auto found = std::ranges::find(themes, name, &Theme::name);
    if (found == themes.end()) usage(unknownName("theme", name, themeNames()));
    return *found;
}

Rgba Theme::colour(Paint paint) const {
    const auto base = [&]() -> Rgba {
        switch (paint.ink) {
            case Ink::Text:
                return textPrimary;
            case Ink::TextSecondary:
                return textSecondary;
            case Ink::TextTertiary:
                return textTertiary;
            case Ink::Axis:
                return axis;
            case Ink::Grid:
                return grid;
            case Ink::Accent:
                return accent;
            case Ink::Category: {
                const int count = static_cast<int>(category.size());
                return category[static_cast<std::size_t>((paint.category % count + count) % count)];
            }
            default:
                return meaning[static_cast<std::size_t>(paint.ink) - static_cast<std::size_t>(Ink::State)];
        }
    };
    Rgba result = base();
    result.a = paint.alpha;
    return result;
}

std::string Theme::mapName(std::string_view role) const {
    if (role != "signed") return std::string(role);
    return name == "dark" ? "tide_dark" : "tide_light";
}

}  // namespace engram
