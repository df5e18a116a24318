#include "app/widgets/track.h"

#include <algorithm>
#include <cmath>

namespace engram {

namespace {

constexpr double kKeySteps = 50, kDistinct = 400;

// Rounded to a power of ten that is finer than a pixel of the track there.
double tidy(double value, double grain) {
    if (!(grain > 0)) return value;
    const double power = std::pow(10, std::floor(std::log10(grain)));
    const double rounded =
        power < 1 ? std::round(value * std::round(1 / power)) / std::round(1 / power) : std::round(value / power) * power;
    return std::isfinite(rounded) ? rounded : value;
}

double atPlace(const ParamSpec& spec, double place) {
    const auto [low, high] = spec.soft;
    return spec.scale == Scale::Log ? low * std::pow(high / low, place) : low + (high - low) * place;
}

}  // namespace

double trackPlace(const ParamSpec& spec, double value) {
    const auto [low, high] = spec.soft;
    if (!(high > low)) return 0;
    if (value <= low) return 0;
    const double place = spec.scale == Scale::Log ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
    return std::clamp(place, 0.0, 1.0);
}

Value trackValue(const ParamSpec& spec, double place) {
    place = std::clamp(place, 0.0, 1.0);
    const double value = atPlace(spec, place);
    if (spec.kind == Kind::Int) return std::int64_t(std::llround(value));
    if (place <= 0 || place >= 1) return value;
    const double grain = std::abs(atPlace(spec, std::min(1.0, place + 1 / kDistinct)) - value);
    return std::clamp(tidy(value, grain), spec.soft.low, spec.soft.high);
}

Value trackStep(const ParamSpec& spec, const Value& value, double steps) {
    if (spec.kind == Kind::Int) {
        const double step = steps > 0 ? std::max(1.0, std::round(steps)) : std::min(-1.0, std::round(steps));
        return std::int64_t(std::clamp(asReal(value) + step, spec.hard.low, spec.hard.high));
    }
    return trackValue(spec, trackPlace(spec, asReal(value)) + steps / kKeySteps);
}

void drawTrack(const Ui& ui, Rect line, double place, double fallback, bool hot) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Theme& t = *ui.theme;
    const double y = line.y + line.height / 2, half = ui.px(2), radius = ui.px(7);
    const double x = line.x + place * line.width, knob = std::clamp(x, line.x + radius, line.right() - radius);
    const auto bar = [&](double from, double to, Rgba colour) {
        list.AddRectFilled({float(from), float(y - half)}, {float(to), float(y + half)}, packed(colour), float(half));
    };
    bar(line.x, line.right(), t.hover);
    if (knob > line.x) bar(line.x, knob, hot ? t.accentHover : t.accent);
    if (std::abs(fallback - place) * line.width > radius) {
        const float tick = float(std::round(line.x + fallback * line.width));
        list.AddRectFilled({tick - 0.75f, float(y - ui.px(5))}, {tick + 0.75f, float(y + ui.px(5))}, packed(t.textTertiary));
    }
    // White on dark, ringed in the accent on light: the knob is the brightest thing of its row.
    const bool dark = t.panel.r < 0.5f;
    list.AddCircleFilled({float(knob), float(y)}, float(radius), packed(dark ? t.textPrimary : t.raised));
    list.AddCircle({float(knob), float(y)}, float(radius - ui.px(0.75)), packed(hot ? t.accentHover : t.accent), 0, float(ui.px(1.5)));
}

}  // namespace engram
