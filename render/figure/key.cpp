#include "render/figure/key.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/text.h"
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
void drawPaperKey(Pen& pen, const ColourKey& key, Rect rect, double mostLabel) {
    const Style& style = pen.style();
    const double height = style.small * 0.6, y = rect.y + style.small * 0.3, gap = pen.space(5);
    const bool ends = key.ticks.size() > 1 && key.ticks.size() == key.at.size();
    pen.image({rect.x, y, rect.width, height}, ends ? ramp(key, pen.theme(), key.at.front(), key.at.back()) : ramp(key, pen.theme()), true);
    if (ends) {
        const double baseline = y + height / 2 + kMiddle * style.small;
        pen.text({rect.x - gap, baseline}, label(key.ticks.front()), {style.small}, pen.theme().textSecondary, Anchor::Right);
        pen.text({rect.right() + gap, baseline}, label(key.ticks.back()), {style.small}, pen.theme().textSecondary);
    }
    const Written written = pen.fitted(key.label, {style.body}, mostLabel);
    double baseline = y + height + style.body * 1.2;
    for (const std::string& line : written.lines) {
        pen.text({rect.x + rect.width / 2, baseline}, line, written.font, pen.theme().textPrimary, Anchor::Middle);
        baseline += written.font.size * kLabelLine;
    }
}

}  // namespace

double keyHeight(const Pen& pen, const ColourKey& key, double mostLabel) {
    const Style& style = pen.style();
    return style.paper ? style.small + std::max(style.body * kLabelLine, pen.fitted(key.label, {style.body}, mostLabel).height())
                       : style.small * 2.4 + pen.space(kRamp + kTick + 6);
}

namespace {

double widthOf(const Words& words, const Pen& pen) {
    return pen.width(words.text, {pen.style().small, words.strong ? Weight::Medium : Weight::Regular});
}

double widthOf(const Sentence& sentence, const Pen& pen) {
    return std::accumulate(sentence.begin(), sentence.end(), 0.0, [&](double sum, const Words& w) { return sum + widthOf(w, pen); });
}

// The sentence in lines of at most this width, broken at spaces.
void wrap(const Sentence& sentence, double most, const Pen& pen, std::vector<Sentence>& lines) {
    if (widthOf(sentence, pen) <= most) return lines.push_back(sentence);
    lines.emplace_back();
    for (const Words& words : sentence) {
        bool goesOn = false;  // the last words of the line are the beginning of these
        std::string space;
        for (const std::string& word : split(words.text, ' ')) {
            Words next{space + word, words.paint, words.strong};
            space = " ";
            if (!lines.back().empty() && widthOf(lines.back(), pen) + widthOf(next, pen) > most) {
                lines.emplace_back();
                next.text = word, goesOn = false;
            }
            if (goesOn)
                lines.back().back().text += next.text;
            else
                lines.back().push_back(next);
            goesOn = true;
        }
    }
}

// On paper the values stand beside the ramp.
double sideOf(const ColourKey& key, const Pen& pen) {
    double side = pen.space(24);
    if (pen.style().paper)
        for (const double tick : key.ticks) side = std::max(side, pen.space(7) + pen.width(label(tick), {pen.style().small}));
    return side;
}

}  // namespace

double keyWidth(const Pen& pen, const ColourKey& key) {
    constexpr double kLeastRamp = 24;
    return std::max(pen.width(key.label, {pen.style().body}), pen.space(kLeastRamp) + 2 * sideOf(key, pen));
}

Corners cornersOf(const Scene& scene, Rect rect, const Pen& pen) {
    constexpr double kMostHeight = 0.6;  // of the view, for the notes and the key: else the notes have to go
    const double edge = pen.space(14), side = pen.space(20), keySide = scene.key ? sideOf(*scene.key, pen) : 0;
    Corners corners;
    corners.line = 1.4 * pen.style().small;
    if (scene.key) {
        const double width = std::max(1.0, std::min(pen.space(kKeyWidth), rect.width - 2 * keySide)),
                     height = keyHeight(pen, *scene.key, width + 2 * keySide);
        corners.key = Rect{rect.right() - keySide - width, rect.bottom() - edge - height, width, height};
    }
    for (const Sentence& sentence : scene.notes) wrap(sentence, rect.width - 2 * side, pen, corners.lines);
    for (const Sentence& line : corners.lines) corners.notes.width = std::max(corners.notes.width, widthOf(line, pen));
    corners.notes.x = rect.x + side, corners.notes.height = corners.line * double(corners.lines.size());
    corners.stacked = corners.key && corners.notes.width > 0 && corners.notes.right() + side > corners.key->x;
    corners.notes.y = (corners.stacked ? corners.key->y : rect.bottom()) - edge - corners.notes.height;
    const double words = rect.bottom() - corners.notes.y;
    if (corners.stacked && words > kMostHeight * rect.height) corners.notes = {}, corners.lines.clear(), corners.stacked = false;
    return corners;
}

void drawKey(Pen& pen, const ColourKey& key, Rect rect, double mostLabel) {
    const Style& style = pen.style();
    if (style.paper) return drawPaperKey(pen, key, rect, mostLabel);
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
