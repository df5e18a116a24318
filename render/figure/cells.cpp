// Combs and rasters of small cells, and words at their very place.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/figure/plot_parts.h"

namespace engram {

namespace {

// Corners round a middle, in data units; a little less than the cell, so that neighbours stay apart.
std::vector<Pt> cornersOf(const Cells& cells) {
    constexpr double kHexagon = 0.94, kRectangle = 0.86;
    std::vector<Pt> corners;
    if (cells.shape == CellShape::Hexagon) {
        const double radius = kHexagon * cells.width / std::sqrt(3.0);
        for (int k = 0; k < 6; ++k) {
            const double angle = std::numbers::pi / 3 * k;
            corners.push_back({radius * std::sin(angle), radius * std::cos(angle)});
        }
    } else {
        const double w = kRectangle * cells.width / 2, h = kRectangle * cells.height / 2;
        corners = {{-w, -h}, {w, -h}, {w, h}, {-w, h}};
    }
    return corners;
}

}  // namespace

void drawCells(PlotDrawing& d, const Cells& cells) {
    const std::size_t count = cells.x && cells.y ? std::min(cells.x->size(), cells.y->size()) : 0;
    const ColourMap& map = colourMap(d.pen.theme().mapName(cells.map));
    const std::vector<Pt> corners = cornersOf(cells);
    const double span = cells.high > cells.low ? cells.high - cells.low : 1;
    const auto outlined = [&](std::size_t i) {
        std::vector<Pt> points;
        for (const Pt& corner : corners) points.push_back(d.frame().toDrawing((*cells.x)[i] + corner.x, (*cells.y)[i] + corner.y));
        return points;
    };
    for (std::size_t i = 0; i < count; ++i) {
        const std::vector<Pt> points = outlined(i);
        Rgba fill = d.pen.colour({Ink::Grid});
        if (cells.paints && i < cells.paints->size())
            fill = d.pen.colour((*cells.paints)[i]);
        else if (cells.values && i < cells.values->size())
            fill = sample(map, (double((*cells.values)[i]) - cells.low) / span);
        d.pen.polygon(points, fill);
        if (i < cells.labels.size()) {
            double left = points[0].x, right = left, top = points[0].y, bottom = top;
            for (const Pt& p : points)
                left = std::min(left, p.x), right = std::max(right, p.x), top = std::min(top, p.y), bottom = std::max(bottom, p.y);
            d.out.hits.push_back({{left, top, right - left, bottom - top}, -1, 0, 0, cells.labels[i]});
        }
    }
    if (cells.ringed < 0 || std::size_t(cells.ringed) >= count) return;
    // Round the cell and a keyline about it, so that the ring is seen whatever the colours of the cell and its neighbours.
    constexpr double kKeyline = 2.2, kRing = 2.8;
    std::vector<Pt> ring = outlined(std::size_t(cells.ringed));
    Pt middle;
    for (const Pt& p : ring) middle.x += p.x / double(ring.size()), middle.y += p.y / double(ring.size());
    for (Pt& p : ring) {
        const double away = std::hypot(p.x - middle.x, p.y - middle.y), grown = 1 + d.pen.mark(kKeyline + kRing / 2) / std::max(away, 1e-9);
        p = {middle.x + grown * (p.x - middle.x), middle.y + grown * (p.y - middle.y)};
    }
    d.pen.path(ring, {d.ground(), d.pen.mark(kRing + 2 * kKeyline), {}}, true);
    d.pen.path(ring, {d.pen.colour(cells.ring), d.pen.mark(kRing), {}}, true);
}

// Words keep their width in data units, so that those beside each other never overlap, from half to three times the text of panels.
void drawWord(PlotDrawing& d, const Word& word) {
    constexpr double kAcross = 34.3, kLeast = 0.5, kMost = 3.2;  // lines of text that are as wide as the frame
    const double body = d.pen.style().body, growth = std::clamp(d.frame().area.width / kAcross / body, kLeast, kMost);
    const Pt at = d.frame().toDrawing(word.x, word.y);
    if (word.text.empty() || !std::isfinite(at.x) || !std::isfinite(at.y)) return;
    const Font font{body * growth * word.size, word.strong ? Weight::Bold : Weight::Regular};
    const double width = d.pen.width(word.text, font), pad = 0.4 * font.size;
    const double left = word.align < 0 ? at.x : word.align > 0 ? at.x - width : at.x - width / 2;
    const Rect plate{left - pad, at.y - 0.75 * font.size, width + 2 * pad, 1.5 * font.size};
    if (word.ground.alpha > 0) d.pen.box(plate, d.pen.colour(word.ground), d.pen.mark(4));
    d.pen.text({left, at.y + kMiddle * font.size}, word.text, font, d.pen.labelColour(word.paint));
    d.room.take(plate);
    if (word.item >= 0) d.out.hits.push_back({plate, word.item, 0, 0, word.text});
}

}  // namespace engram
