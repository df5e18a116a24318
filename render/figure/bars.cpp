#include <algorithm>
#include <cmath>

#include "render/figure/plot_parts.h"

namespace engram {

namespace {

constexpr double kPictureShare = 0.66, kBarShare = 0.64;  // of the width of one place

const Bars* barsOf(const Plot& plot) {
    for (const PlotMark& mark : plot.marks)
        if (const Bars* bars = std::get_if<Bars>(&mark)) return bars;
    return nullptr;
}

bool any(const Bars& bars, bool (*has)(const Bar&)) { return std::any_of(bars.bars.begin(), bars.bars.end(), has); }
bool hasPicture(const Bar& bar) { return bar.picture.pixels != nullptr; }
bool hasLabel(const Bar& bar) { return !bar.label.empty(); }

// Side of the pictures beneath the bars; 0 where there are none, or no room for them.
double pictureSide(const Bars& bars, double width, double height, const Pen& pen) {
    if (!any(bars, hasPicture) || bars.bars.empty()) return 0;
    const double side = std::min(kPictureShare * width / double(bars.bars.size()), 0.22 * height);
    return side >= pen.space(7) ? side : 0;
}

constexpr int kMostRows = 2;
constexpr double kFrameShare = 0.86;  // of the width: about what the frame gets

// Labels that would touch in one row stand in two, in turn; those that would touch even there thin out.
int labelRows(const Bars& bars, double width, const Pen& pen) {
    if (!any(bars, hasLabel) || namesKinds(bars)) return 0;
    const double place = kFrameShare * width / double(bars.bars.size());
    double least = 1e9, right[kMostRows] = {-1e9, -1e9};
    bool one = true;
    for (std::size_t i = 0; i < bars.bars.size(); ++i) {
        if (!hasLabel(bars.bars[i])) continue;
        const double half = pen.width(bars.bars[i].label, {pen.style().small}) / 2, middle = place * (double(i) + 0.5);
        one = one && middle - half > std::max(right[0], right[1]) + pen.space(3);
        least = std::min(least, middle - half - right[i % kMostRows] - pen.space(3));
        right[i % kMostRows] = middle + half;
    }
    return one || least < 0 ? 1 : kMostRows;
}

double labelLine(const Style& style) { return 1.25 * style.small; }

}  // namespace

bool namesKinds(const Bars& bars) {
    if (any(bars, hasPicture)) return false;
    bool again = false;
    for (std::size_t i = 0; i < bars.bars.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) again = again || (hasLabel(bars.bars[i]) && bars.bars[i].label == bars.bars[j].label);
    return again;
}

double barsStrip(const Plot& plot, double width, double height, const Pen& pen) {
    const Bars* bars = barsOf(plot);
    if (!bars || bars->bars.empty()) return 0;
    const double picture = pictureSide(*bars, width, height, pen);
    const int rows = labelRows(*bars, width, pen);
    return pen.space(5) + picture + (rows > 0 ? pen.style().small * 1.3 + (rows - 1) * labelLine(pen.style()) : 0);
}

namespace {

struct BarPlace {
    double left, width;  // of the bar's place on the axis
    double middle() const { return left + width / 2; }
};

void drawBar(PlotDrawing& d, const Bar& bar, const BarPlace& place, bool hasReference) {
    const Rect& area = d.frame().area;
    const auto height = [&](double v) { return std::clamp(d.frame().toDrawing(d.plot.x.low, v).y, area.y, area.bottom()); };
    const double zero = height(d.plot.y.scale == Scale::Log ? d.plot.y.low : 0), end = height(std::isfinite(bar.value) ? bar.value : 0);
    const double least = d.pen.mark(1.5), tall = std::max(std::abs(end - zero), least);
    const Rect body{place.middle() - kBarShare * place.width / 2, end <= zero ? zero - tall : zero, kBarShare * place.width, tall};
    d.pen.box(body, d.pen.colour(bar.paint), std::min({d.pen.mark(2), tall / 2, body.width / 4}));
    if (bar.paint.alpha > 0) d.room.take(body);
    if (hasReference && std::isfinite(bar.reference)) {
        const double y = height(bar.reference), half = 0.42 * place.width;
        d.pen.line({place.middle() - half, y}, {place.middle() + half, y}, {d.pen.colour({Ink::Cue}), d.pen.mark(1.5), {}});
        d.room.takeLine({{place.middle() - half, y}, {place.middle() + half, y}}, d.pen.mark(1.5));
    }
}

std::string readOut(const Bar& bar) {
    const std::string value = tickLabel(std::round(bar.value * 1e4) / 1e4, 0);
    return bar.label.empty() ? value : bar.label + ": " + value;
}

}  // namespace

void drawBars(PlotDrawing& d, const Bars& bars) {
    if (bars.bars.empty()) return;
    const Rect& area = d.frame().area;
    const Style& style = d.pen.style();
    const double place = area.width / double(bars.bars.size());
    const double side = pictureSide(bars, d.rect.width, d.rect.height, d.pen);
    const double side0 = std::min(side, kPictureShare * place), top = area.bottom() + d.pen.space(5);
    const int rows = labelRows(bars, d.rect.width, d.pen);
    double lastLabel[kMostRows] = {-1e9, -1e9};
    for (std::size_t i = 0; i < bars.bars.size(); ++i) {
        const Bar& bar = bars.bars[i];
        const BarPlace at{area.x + place * double(i), place};
        drawBar(d, bar, at, bars.hasReference);
        if (side > 0) d.pen.image({at.middle() - side0 / 2, top, side0, side0}, paintPicture(bar.picture, d.pen.theme()));
        d.out.hits.push_back({{at.left, area.y, place, area.height}, -1, 0, 0, readOut(bar)});
        if (rows == 0 || bar.label.empty()) continue;
        const int row = int(i) % rows;
        const double width = d.pen.width(bar.label, d.tickFont());
        if (at.middle() - width / 2 < lastLabel[row] + d.pen.space(2)) continue;  // labels thin out, never touch
        lastLabel[row] = at.middle() + width / 2;
        d.pen.text({at.middle(), top + side + style.small * (side > 0 ? 1.15 : 0.9) + row * labelLine(style)}, bar.label, d.tickFont(),
                   d.pen.theme().textSecondary, Anchor::Middle);
    }
}

}  // namespace engram
