// Memories on a map: numbered discs, or a point with its framed picture beside it.
#include <algorithm>
#include <cmath>

#include "render/figure/plot_parts.h"

namespace engram {

namespace {

constexpr double kDisc = 12, kDot = 5.5, kPicture = 30;  // px: radius, radius, side

bool hasPicture(const Marker& m) { return m.picture.pixels != nullptr; }

Pt place(const PlotDrawing& d, const Marker& m) { return d.frame().toDrawing(m.x, m.y); }

double radius(const PlotDrawing& d, const Marker& m) {
    if (hasPicture(m) && !m.hollow) return d.pen.mark(kDot);
    const Font font{d.pen.style().small, Weight::Bold};
    return std::max(d.pen.style().paper ? d.pen.style().small * 0.75 : d.pen.mark(kDisc), d.pen.width(m.label, font) / 2 + d.pen.mark(4));
}

void drawDot(PlotDrawing& d, const Marker& m, Pt at) {
    const double r = radius(d, m);
    d.pen.disc(at, r + d.pen.mark(1.8), d.ground());
    d.pen.disc(at, r, d.pen.colour(m.paint));
}

void drawDisc(PlotDrawing& d, const Marker& m, Pt at) {
    Stroke stroke{d.pen.colour(m.paint), d.pen.mark(2.2), {}};
    if (m.hollow) stroke.dash = {d.pen.mark(3.4), d.pen.mark(3)};
    const double r = radius(d, m), size = d.pen.style().small;
    if (!m.hollow) d.pen.disc(at, r + d.pen.mark(2), withAlpha(d.ground(), 0.6f));
    d.pen.ring(at, r, d.ground(), stroke);
    d.pen.text({at.x, at.y + kMiddle * size}, m.label, {size, Weight::Bold}, d.pen.theme().textPrimary, Anchor::Middle);
}

// The picture stands beside its marker and within the frame, smaller where there is no room for it as it is; tied where it stands apart.
void drawPictureBeside(PlotDrawing& d, const Marker& m, Pt at) {
    constexpr double kCloseBy = 5, kShares[] = {1, 0.75, 0.55};
    constexpr int kCircles = 4;
    const double frame = d.pen.mark(2), clearance = radius(d, m) + d.pen.mark(3);
    const Rect& area = d.frame().area;
    for (const double share : kShares) {
        const double side = share * d.pen.mark(kPicture) + 2 * frame;
        std::vector<Rect> places = placesRound(at, side, side, clearance, kCircles);
        std::erase_if(
            places, [&](const Rect& r) { return r.x < area.x || r.y < area.y || r.right() > area.right() || r.bottom() > area.bottom(); });
        const auto room = d.room.place(places);
        if (!room) continue;
        const Pt edge{std::clamp(at.x, room->x, room->right()), std::clamp(at.y, room->y, room->bottom())};
        const double away = std::hypot(edge.x - at.x, edge.y - at.y), from = radius(d, m) / std::max(away, 1e-9);
        if (away > clearance + d.pen.mark(kCloseBy))
            d.pen.line({at.x + from * (edge.x - at.x), at.y + from * (edge.y - at.y)}, edge, {d.pen.colour(m.paint), frame, {}});
        d.pen.framedImage(inset(*room, frame), paintPicture(m.picture, d.pen.theme()), d.pen.colour(m.paint), frame,
                          d.pen.style().paper ? 0 : d.pen.mark(3));
        return;
    }
}

void sayNoBasin(PlotDrawing& d, const Marker& m, Pt at) {
    const std::string& text = d.pen.style().noBasin;
    const double size = d.pen.style().small;
    const auto room = d.room.place(placesRound(at, d.pen.width(text, d.labelFont()), size * kLabelLine, radius(d, m) + d.pen.mark(5), 2));
    if (room)
        d.pen.textOn(d.ground(), {room->x, room->y + room->height / 2 + kMiddle * size}, text, d.labelFont(), d.pen.theme().textPrimary);
}

}  // namespace

Round markerAt(const PlotDrawing& d, Pt at) {
    for (const PlotMark& mark : d.plot.marks)
        if (const Marker* m = std::get_if<Marker>(&mark)) {
            const Pt centre = place(d, *m);
            if (const double r = radius(d, *m); std::hypot(at.x - centre.x, at.y - centre.y) < r) return {centre, r};
        }
    return {at, 0};
}

void drawInsets(PlotDrawing& d) {
    for (const PlotMark& mark : d.plot.marks) {
        const Inset* m = std::get_if<Inset>(&mark);
        if (!m) continue;
        const Pt at = d.frame().toDrawing(m->x, m->y);
        const double side = d.pen.mark(m->sizePx);
        const Rect rect{at.x - side / 2, at.y - side / 2, side, side};
        if (!d.frame().area.contains(at)) continue;
        d.pen.framedImage(rect, paintPicture(m->picture, d.pen.theme()), d.pen.colour(m->frame), d.pen.mark(1.2), 0);
        d.out.hits.push_back({rect, -1, 0, 0, m->label});
    }
}

void drawMarkers(PlotDrawing& d) {
    std::vector<const Marker*> markers;
    for (const PlotMark& mark : d.plot.marks)
        if (const Marker* m = std::get_if<Marker>(&mark))
            if (const Pt at = place(d, *m); d.frame().area.contains(at)) markers.push_back(m);
    for (const Marker* m : markers) {
        const Pt at = place(d, *m);
        const double reach = radius(d, *m) + d.pen.mark(2);
        d.room.takeDisc(at, reach);
        const bool dot = hasPicture(*m) && !m->hollow;
        dot ? drawDot(d, *m, at) : drawDisc(d, *m, at);
        d.out.hits.push_back({{at.x - reach, at.y - reach, 2 * reach, 2 * reach}, m->item, 0, 0, "memory " + m->label});
    }
    for (const Marker* m : markers) {
        if (m->hollow)
            sayNoBasin(d, *m, place(d, *m));
        else if (hasPicture(*m))
            drawPictureBeside(d, *m, place(d, *m));
    }
}

}  // namespace engram
