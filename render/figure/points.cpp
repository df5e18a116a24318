#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/figure/plot_parts.h"

namespace engram {

namespace {

constexpr int kShapes = 10;

std::vector<Pt> regular(Pt at, double radius, int corners, double turn) {
    std::vector<Pt> points;
    for (int k = 0; k < corners; ++k) {
        const double angle = turn + 2 * std::numbers::pi * k / corners;
        points.push_back({at.x + radius * std::sin(angle), at.y - radius * std::cos(angle)});
    }
    return points;
}

std::vector<Pt> turnedBar(Pt at, double halfLength, double halfWidth, double angle) {
    std::vector<Pt> points;
    for (const auto& [u, v] : {std::pair{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
        const double x = u * halfLength, y = v * halfWidth;
        points.push_back({at.x + x * std::cos(angle) - y * std::sin(angle), at.y + x * std::sin(angle) + y * std::cos(angle)});
    }
    return points;
}

// Colour alone tells at most four categories apart: from five on, and where colours repeat, shapes help.
bool needsShapes(const Scatter& s) {
    const auto beyond = [](const Paint& p) { return p.ink == Ink::Category && p.category >= 4; };
    return s.paints ? std::any_of(s.paints->begin(), s.paints->end(), beyond) : beyond(s.paint);
}

int shapeOf(const Paint& paint) {
    if (paint.ink != Ink::Category) return 0;
    return (paint.category + paint.category / kShapes) % kShapes;  // a colour that comes again has another shape
}

void drawErrorBar(PlotDrawing& d, double x, double y, double half, Rgba colour) {
    const Rect& area = d.frame().area;
    const double low = d.plot.y.scale == Scale::Log ? std::max(y - half, d.plot.y.low) : y - half;
    const double top = std::max(d.frame().toDrawing(x, y + half).y, area.y),
                 bottom = std::min(d.frame().toDrawing(x, low).y, area.bottom());
    const double at = d.frame().toDrawing(x, y).x;
    if (top < bottom) d.pen.line({at, top}, {at, bottom}, {colour, d.pen.mark(1.5), {}});
}

}  // namespace

void drawSymbol(Pen& pen, Pt at, double size, int shape, Rgba fill) {
    const double r = size / 2, pi = std::numbers::pi;
    switch (shape % kShapes) {
        case 0:
            return pen.disc(at, r, fill);
        case 1:
            return pen.polygon(regular(at, 1.2 * r, 4, pi / 4), fill);
        case 2:
            return pen.polygon(regular(at, 1.3 * r, 3, 0), fill);
        case 3:
            return pen.polygon(regular(at, 1.25 * r, 4, 0), fill);
        case 5:
            return pen.polygon(regular(at, 1.3 * r, 3, pi), fill);
        case 7:
            return pen.polygon(regular(at, 1.15 * r, 5, 0), fill);
        case 8:
            return pen.polygon(turnedBar(at, 1.2 * r, 0.4 * r, 0), fill);
        case 9:
            return pen.polygon(regular(at, 1.3 * r, 3, 0), fill), pen.polygon(regular(at, 1.3 * r, 3, pi), fill);
        default:
            break;
    }
    const double turn = shape % kShapes == 4 ? 0 : pi / 4;  // a plus, or a cross
    pen.polygon(turnedBar(at, 1.2 * r, 0.36 * r, turn), fill);
    pen.polygon(turnedBar(at, 1.2 * r, 0.36 * r, turn + pi / 2), fill);
}

void drawScatter(PlotDrawing& d, const Scatter& s) {
    const std::size_t count = s.x && s.y ? std::min(s.x->size(), s.y->size()) : 0;
    const Rect reach = inset(d.frame().area, -d.pen.mark(s.sizePx));
    const bool shapes = needsShapes(s), map = isMap(d.plot), few = count <= 200;
    for (std::size_t i = 0; i < count; ++i) {
        const Pt at = d.frame().toDrawing((*s.x)[i], (*s.y)[i]);
        if (!reach.contains(at)) continue;  // also what is not finite
        const Paint paint = s.paints && i < s.paints->size() ? (*s.paints)[i] : s.paint;
        const Rgba colour = d.pen.colour(paint);
        if (i < s.error.size() && s.error[i] > 0) drawErrorBar(d, (*s.x)[i], (*s.y)[i], s.error[i], colour);
        const double size = d.pen.mark(s.sizePx);
        if (map && few && !s.hollow) d.pen.disc(at, size / 2 + d.pen.mark(1.5), withAlpha(d.ground(), colour.a));
        if (s.hollow)
            d.pen.ring(at, size / 2, withAlpha(d.ground(), 0.55f), {colour, d.pen.mark(std::min(2.4, s.sizePx / 4)), {}});
        else
            drawSymbol(d.pen, at, size, shapes ? shapeOf(paint) : 0, colour);
        if (few) d.room.takeDisc(at, size / 2 + d.pen.mark(1));
    }
}

namespace {

double distance(Pt a, Pt b) { return std::hypot(a.x - b.x, a.y - b.y); }

void drawBeads(PlotDrawing& d, const std::vector<Pt>& line, Rgba colour) {
    Pt last = line.front();
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        if (distance(line[i], line[i - 1]) < d.pen.mark(5) || distance(line[i], last) < d.pen.mark(5)) continue;
        d.pen.disc(line[i], d.pen.mark(2.4), colour);
        last = line[i];
    }
}

}  // namespace

// A journey that has arrived shows as a ring round its memory, which is drawn later and would hide a smaller disc.
void drawJourney(PlotDrawing& d, const Journey& journey) {
    std::vector<Pt> line;
    const std::size_t count = journey.x && journey.y ? std::min(journey.x->size(), journey.y->size()) : 0;
    for (std::size_t i = 0; i < count; ++i)
        if (const Pt p = d.frame().toDrawing((*journey.x)[i], (*journey.y)[i]); std::isfinite(p.x) && std::isfinite(p.y)) line.push_back(p);
    if (line.empty()) return;
    const Style& style = d.pen.style();
    const bool main = journey.paint.ink == Ink::State;
    const Rgba colour = d.pen.colour(journey.paint), ground = d.ground();
    const double keyline = style.paper ? 0.7 : d.pen.mark(2.2), width = style.strong * (main ? 1 : 0.7);
    const Round arrived = markerAt(d, line.back());
    const Pt from = line.front(), to = arrived.centre;
    d.pen.path(line, {withAlpha(ground, style.paper ? 1 : 0.5f), width + 2 * keyline, {}});
    d.pen.path(line, {colour, width, {}});
    if (journey.beads && !style.paper) drawBeads(d, line, colour);
    d.room.takeLine(line, width + 2 * keyline);

    const double ring = d.pen.mark(main ? 6.5 : 4.5), disc = std::max(d.pen.mark(main ? 7 : 4.5), arrived.radius + d.pen.mark(3.5));
    if (distance(from, to) > 0.5 || line.size() == 1) {
        d.pen.disc(to, disc + keyline * 0.9, ground);
        d.pen.disc(to, disc, colour);
    }
    const Rgba cue = main ? d.pen.colour({Ink::Cue}) : colour;
    if (style.paper) d.pen.disc(from, ring * 0.85 + d.pen.mark(1.2) + keyline, ground);
    d.pen.ring(from, style.paper ? ring * 0.85 : ring, withAlpha(ground, style.paper ? 1 : 0.55f), {cue, d.pen.mark(2.4), {}});
    d.room.takeDisc(to, disc + keyline), d.room.takeDisc(from, ring + d.pen.mark(1.2));
}

// A note that belongs to the middle of something moves up or down, but never over to what stands beside it. On a map notes keep to it, and
// one that stands apart from its place is tied to it.
void drawNote(PlotDrawing& d, const Note& note) {
    const Pt at = d.frame().toDrawing(note.x, note.y);
    if (note.text.empty() || !std::isfinite(at.x) || !std::isfinite(at.y)) return;
    const double size = d.pen.style().small, width = d.pen.width(note.text, d.labelFont()), height = size * kLabelLine;
    std::vector<Rect> places;
    if (note.centred)
        for (const double shift : {0.0, -0.5, 0.5, -1.0, 1.0})
            places.push_back({at.x - width / 2, at.y + (shift - 0.5) * height, width, height});
    else
        places = placesRound(at, width, height, d.pen.mark(4));
    if (const Rect& area = d.frame().area; isMap(d.plot))
        std::erase_if(
            places, [&](const Rect& r) { return r.x < area.x || r.y < area.y || r.right() > area.right() || r.bottom() > area.bottom(); });
    std::stable_partition(places.begin(), places.end(),   // an axis is no ground for words, where there is another
                          [&](const Rect& r) { return r.x >= d.frame().area.x && r.right() <= d.frame().area.right(); });
    const auto place = d.room.place(places);
    if (!place) return;
    const Pt edge{std::clamp(at.x, place->x, place->right()), std::clamp(at.y, place->y, place->bottom())};
    if (!note.centred && isMap(d.plot) && distance(edge, at) > d.pen.mark(14) + height)
        d.pen.line(at, edge, {d.pen.theme().textPrimary, d.pen.style().axis, {}});
    d.pen.textOn(d.ground(), {place->x, place->y + place->height / 2 + kMiddle * size}, note.text, d.labelFont(),
                 isMap(d.plot) ? d.pen.theme().textPrimary : d.pen.labelColour(note.paint));
}

}  // namespace engram
