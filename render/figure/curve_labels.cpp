// Direct labels: beside the end of each curve, spread apart with leaders; inside the frame where there is no margin for them.
#include <algorithm>
#include <cmath>

#include "render/figure/plot_parts.h"

namespace engram {

namespace {

constexpr double kMostMargin = 0.36;   // of the width: beyond, labels go inside

std::vector<const Curve*> labelled(const Plot& plot) {
    std::vector<const Curve*> curves;
    for (const PlotMark& mark : plot.marks)
        if (const Curve* c = std::get_if<Curve>(&mark); c && !c->label.empty() && c->x && c->y) curves.push_back(c);
    return curves;
}

Font labelFontOf(const Pen& pen) { return {pen.style().small, Weight::Medium}; }

double lastX(const Curve& curve) {
    for (std::size_t i = std::min(curve.x->size(), curve.y->size()); i-- > 0;)
        if (std::isfinite((*curve.y)[i])) return (*curve.x)[i];
    return 0;
}

struct Label {
    const Curve* curve;
    std::vector<Pt> line;   // the visible part of the curve, to its end
    double width = 0;
    Pt end() const { return line.back(); }
};

std::vector<Label> labelsOf(const PlotDrawing& d) {
    std::vector<Label> labels;
    for (const Curve* c : labelled(d.plot)) {
        Label label{c, {}, d.pen.width(c->label, d.labelFont())};
        for (const auto& line : visibleLines(c->x, c->y, d.frame()))
            for (std::size_t i = 1; i < line.size(); ++i)
                if (const auto part = clipped(line[i - 1], line[i], inset(d.frame().area, -0.5)))
                    label.line.insert(label.line.end(), {part->first, part->second});
        if (!label.line.empty()) labels.push_back(std::move(label));
    }
    return labels;
}

void write(PlotDrawing& d, const Label& label, const Rect& place) {
    const double size = d.pen.style().small;
    d.pen.textOn(d.ground(), {place.x, place.y + place.height / 2 + kMiddle * size}, label.curve->label, d.labelFont(),
                 d.pen.labelColour(label.curve->paint));
}

// Beside the ends, in one column; a label that was moved gets a leader.
bool labelEnds(PlotDrawing& d, const std::vector<Label>& labels) {
    const Rect& area = d.frame().area;
    const double size = d.pen.style().small, line = size * kLabelLine, reach = d.pen.space(11);
    std::vector<double> wanted;
    for (const Label& l : labels) wanted.push_back(l.end().y);
    const std::vector<double> y = spread(wanted, line, area.y + line / 2 - size * 0.4, area.bottom() - line / 2);
    std::vector<Rect> places;
    Room trial = d.room;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Rect place{labels[i].end().x + reach, y[i] - line / 2 + 1e-6, labels[i].width, line - 2e-6};
        if (!trial.isFree(place)) return false;
        trial.take(place), places.push_back(place);
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        d.room.take(places[i]);
        write(d, labels[i], places[i]);
        if (std::abs(y[i] - wanted[i]) <= d.pen.space(2)) continue;
        const Rgba colour = withAlpha(d.pen.colour(labels[i].curve->paint), 0.6f);
        d.pen.line({labels[i].end().x + d.pen.space(2), wanted[i]}, {labels[i].end().x + d.pen.space(8), y[i]},
                   {colour, d.pen.style().axis, {}});
    }
    return true;
}

// Points at even distances along a line, from its end to its start.
std::vector<Pt> backwards(const std::vector<Pt>& line, int count) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    std::vector<Pt> points{line.back()};
    double passed = 0;
    for (std::size_t i = line.size() - 1; i > 0 && int(points.size()) < count; --i) {
        const Pt a = line[i], b = line[i - 1];
        const double piece = std::hypot(b.x - a.x, b.y - a.y);
        for (double next = length * double(points.size()) / count; piece > 0 && next <= passed + piece && int(points.size()) < count;
             next = length * double(points.size()) / count) {
            const double share = (next - passed) / piece;
            points.push_back({a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)});
        }
        passed += piece;
    }
    return points;
}

// Places along a curve from its end backwards: above and below it, then to its sides; all inside the frame.
struct PlacesAlong {
    std::vector<Rect> places;
    std::vector<Pt> anchors;   // the point of the curve that each belongs to
};
PlacesAlong placesAlong(const PlotDrawing& d, const Label& label) {
    const double height = d.pen.style().small * kLabelLine, gap = d.pen.space(3);
    const Rect& area = d.frame().area;
    PlacesAlong found;
    const auto add = [&](Pt anchor, double x, double y) {
        if (x < area.x + gap || x + label.width > area.right() + 0.5 || y < area.y - height || y + height > area.bottom()) return;
        found.places.push_back({x, y, label.width, height}), found.anchors.push_back(anchor);
    };
    constexpr int kTries = 32;
    for (const Pt& p : backwards(label.line, kTries)) {
        const bool isEnd = found.places.empty();
        const double left = std::clamp(p.x - label.width / (isEnd ? 1 : 2), area.x, std::max(area.x, area.right() - label.width));
        for (double lift : {1.0, 2.2, 4.0}) add(p, left, p.y - height - lift * gap);
        add(p, left, p.y + gap);
        for (double x : {p.x - gap - label.width, p.x + gap}) add(p, x, p.y - height - gap), add(p, x, p.y + gap);
        for (double away : {2.5, 4.5}) add(p, p.x + away * gap, p.y - height / 2), add(p, p.x - away * gap - label.width, p.y - height / 2);
    }
    return found;
}

// A name that has not the colour of its curve is tied to it.
void tie(PlotDrawing& d, const Label& label, const Rect& place, Pt anchor) {
    const Rgba own = d.pen.colour(label.curve->paint), written = d.pen.labelColour(label.curve->paint);
    if (own.r == written.r && own.g == written.g && own.b == written.b) return;
    const Pt edge{std::clamp(anchor.x, place.x, place.right()), std::clamp(anchor.y, place.y, place.bottom())};
    d.pen.line(edge, anchor, {own, d.pen.style().curve, {}});
}

void labelInside(PlotDrawing& d, const Label& label) {
    const PlacesAlong along = placesAlong(d, label);
    std::optional<Rect> place = d.room.place(along.places);
    if (!place) place = d.room.place(along.places, Room::Mind::NoLines);
    if (!place) return;
    d.room.take({place->x - d.pen.space(4), place->y, place->width + d.pen.space(8), place->height});   // two names are no word
    const auto same = [&](const Rect& r) { return r.x == place->x && r.y == place->y; };
    const auto index = std::find_if(along.places.begin(), along.places.end(), same) - along.places.begin();
    tie(d, label, *place, along.anchors[std::size_t(index)]);
    write(d, label, *place);
}

}  // namespace

double labelMargin(const Plot& plot, Rect rect, const Pen& pen) {
    const std::vector<const Curve*> curves = labelled(plot);
    if (curves.empty() || pen.style().paper || curvesInLegend(plot, rect, pen)) return 0;
    const double span = std::abs(plot.x.high - plot.x.low);
    double widest = 0;
    for (const Curve* c : curves) {
        if (std::abs(lastX(*c) - lastX(*curves.front())) > 0.02 * span) return 0;
        widest = std::max(widest, pen.width(c->label, labelFontOf(pen)));
    }
    const double margin = widest + pen.space(12);
    return margin <= kMostMargin * rect.width ? margin : 0;
}

void labelCurves(PlotDrawing& d) {
    if (curvesInLegend(d.plot, d.rect, d.pen)) return;
    std::vector<Label> labels = labelsOf(d);
    if (labels.empty()) return;
    const bool oneColumn = std::all_of(labels.begin(), labels.end(),
                                       [&](const Label& l) { return std::abs(l.end().x - labels.front().end().x) < d.pen.space(12); });
    if (!d.pen.style().paper && oneColumn && labelEnds(d, labels)) return;
    for (const Label& label : labels) labelInside(d, label);
}

}  // namespace engram
