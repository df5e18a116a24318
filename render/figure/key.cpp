#include "render/figure/key.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "render/figure/layout.h"
#include "render/figure/raster.h"

namespace engram {

namespace {

constexpr double kRamp = 8, kTick = 4, kKeyWidth = 190;

// The part of the ramp between two places in 0..1.
Raster ramp(const ColourKey& key, const Theme& theme, double from = 0, double to = 1) {
    const double low = key.surfaceRange ? theme.surfaceMapRange[0] : key.mapLow,
                 high = key.surfaceRange ? theme.surfaceMapRange[1] : key.mapHigh;
    return paintRamp(theme.mapName(key.map), low + (high - low) * from, low + (high - low) * to);
}

std::string label(double value) { return tickLabel(std::round(value * 1e6) / 1e6, 0); }

// The ramp from the first tick to the last, their values at its sides, the label under it.
void drawPaperKey(Pen& pen, const ColourKey& key, Rect rect) {
    const Style& style = pen.style();
    const double height = style.small * 0.6, y = rect.y + style.small * 0.3, gap = pen.space(5);
    const bool ends = key.ticks.size() > 1 && key.ticks.size() == key.at.size();
    pen.image({rect.x, y, rect.width, height}, ends ? ramp(key, pen.theme(), key.at.front(), key.at.back()) : ramp(key, pen.theme()), true);
    if (ends) {
        const double baseline = y + height / 2 + kMiddle * style.small;
        pen.text({rect.x - gap, baseline}, label(key.ticks.front()), {style.small}, pen.theme().textSecondary, Anchor::Right);
        pen.text({rect.right() + gap, baseline}, label(key.ticks.back()), {style.small}, pen.theme().textSecondary);
    }
    pen.text({rect.x + rect.width / 2, y + height + style.body * 1.2}, key.label, {style.body}, pen.theme().textPrimary, Anchor::Middle);
}

}  // namespace

double keyHeight(const Pen& pen) {
    const Style& style = pen.style();
    return style.paper ? style.small + style.body * kLabelLine : style.small * 2.4 + pen.space(kRamp + kTick + 6);
}

namespace {

double widthOf(const Sentence& sentence, const Pen& pen) {
    return std::accumulate(sentence.begin(), sentence.end(), 0.0, [&](double sum, const Words& w) {
        return sum + pen.width(w.text, {pen.style().small, w.strong ? Weight::Medium : Weight::Regular});
    });
}

}  // namespace

Corners cornersOf(const Scene& scene, Rect rect, const Pen& pen) {
    const double edge = pen.space(14), side = pen.space(20), keySide = pen.space(24);
    Corners corners;
    corners.line = 1.4 * pen.style().small;
    if (scene.key) {
        const double width = std::min(pen.space(kKeyWidth), rect.width - 2 * keySide), height = keyHeight(pen);
        corners.key = Rect{rect.right() - keySide - width, rect.bottom() - edge - height, width, height};
    }
    for (const Sentence& sentence : scene.notes) corners.notes.width = std::max(corners.notes.width, widthOf(sentence, pen));
    corners.notes.x = rect.x + side, corners.notes.height = corners.line * double(scene.notes.size());
    corners.stacked = corners.key && corners.notes.width > 0 && corners.notes.right() + side > corners.key->x;
    corners.notes.y = (corners.stacked ? corners.key->y : rect.bottom()) - edge - corners.notes.height;
    return corners;
}

void drawKey(Pen& pen, const ColourKey& key, Rect rect) {
    const Style& style = pen.style();
    if (style.paper) return drawPaperKey(pen, key, rect);
    const double size = style.small, top = rect.y + size * 1.2 + pen.space(6), bottom = top + pen.space(kRamp);
    pen.text({rect.x, rect.y + size * 0.95}, key.label, {size}, pen.theme().textSecondary);
    pen.image({rect.x, top, rect.width, pen.space(kRamp)}, ramp(key, pen.theme()), true);
    double lastRight = -1e9;
    for (std::size_t i = 0; i < std::min(key.ticks.size(), key.at.size()); ++i) {
        const double x = rect.x + rect.width * key.at[i];
        const std::string text = label(key.ticks[i]);
        const double half = pen.width(text, {size}) / 2;
        pen.line({x, bottom}, {x, bottom + pen.space(kTick)}, {pen.theme().axis, style.axis, {}});
        if (x - half < lastRight + pen.space(4)) continue;
        pen.text({x, bottom + pen.space(kTick) + size}, text, {size}, pen.theme().textSecondary, Anchor::Middle);
        lastRight = x + half;
    }
}

}  // namespace engram
