// Direct labels: beside the end of its own curve, spread apart with leaders and never past each other. Where one has no place that is
// plainly its own, a legend takes over (see layoutPlot).
#include <algorithm>
#include <cmath>
#include <limits>

#include "render/figure/plot_parts.h"

namespace engram {

namespace {

constexpr double kMostMargin = 0.36;  // of the width: beyond, there is no column for labels
constexpr double kReach = 11;         // from the end of a curve to its label, with room for a leader
constexpr double kTogether = 0.02;    // of the width: ends that are no farther apart share a column

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
    return -std::numeric_limits<double>::infinity();
}

struct Label {
    const Curve* curve;
    std::vector<Pt> line;  // the visible part of the curve, to its end
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

void leader(PlotDrawing& d, const Label& label, Pt to) {
    const Pt from = label.end();
    const double length = std::hypot(to.x - from.x, to.y - from.y), start = std::min(d.pen.space(2), length / 2) / std::max(length, 1e-9);
    d.pen.line({from.x + start * (to.x - from.x), from.y + start * (to.y - from.y)}, to,
               {withAlpha(d.pen.colour(label.curve->paint), 0.6f), d.pen.style().axis, {}});
}

// A name that has not the colour of its curve is tied to it, wherever it stands.
bool hasOwnColour(const PlotDrawing& d, const Label& label) {
    const Rgba own = d.pen.colour(label.curve->paint), written = d.pen.labelColour(label.curve->paint);
    return own.r == written.r && own.g == written.g && own.b == written.b;
}

// Beside ends that lie below each other, in one column and in their order; a label that was moved gets a leader.
bool labelColumn(PlotDrawing& d, const std::vector<Label>& labels) {
    const Rect& area = d.frame().area;
    const double size = d.pen.style().small, line = size * kLabelLine, reach = d.pen.space(kReach);
    std::vector<double> wanted;
    double left = 0;
    for (const Label& l : labels) wanted.push_back(l.end().y), left = std::max(left, l.end().x + reach);
    const std::vector<double> y = spread(wanted, line, area.y + line / 2 - size * 0.4, area.bottom() - line / 2);
    std::vector<Rect> places;
    Room trial = d.room;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Rect place{left, y[i] - line / 2 + 1e-6, labels[i].width, line - 2e-6};
        if (!trial.isFree(place)) return false;
        trial.take(place), places.push_back(place);
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        d.room.take(places[i]);
        write(d, labels[i], places[i]);
        if (std::abs(y[i] - wanted[i]) > d.pen.space(2) || !hasOwnColour(d, labels[i])) leader(d, labels[i], {left - d.pen.space(3), y[i]});
    }
    return true;
}

// Whether another curve comes so near to a place that a label there could be taken for its name.
bool couldBeAnothers(const Rect& place, const Label& own, const std::vector<Label>& all, double near) {
    const Rect around = inset(place, -near);
    return std::any_of(all.begin(), all.end(), [&](const Label& other) {
        if (other.curve == own.curve) return false;
        for (std::size_t i = 1; i < other.line.size(); ++i)
            if (clipped(other.line[i - 1], other.line[i], around)) return true;
        return false;
    });
}

bool cross(Pt a, Pt b, Pt c, Pt e) {
    const auto side = [](Pt from, Pt to, Pt p) { return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x); };
    return side(a, b, c) * side(a, b, e) < 0 && side(c, e, a) * side(c, e, b) < 0;
}

bool crossesAnother(Pt from, Pt to, const Label& own, const std::vector<Label>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Label& other) {
        if (other.curve == own.curve) return false;
        for (std::size_t i = 1; i < other.line.size(); ++i)
            if (cross(from, to, other.line[i - 1], other.line[i])) return true;
        return false;
    });
}

// Close to the end of its curve and to no other, or else farther away with a leader that crosses no curve.
bool labelEnd(PlotDrawing& d, const Label& label, const std::vector<Label>& all) {
    const double w = label.width, h = d.pen.style().small * kLabelLine, gap = d.pen.space(3), near = 0.5 * d.pen.style().small;
    const Pt end = label.end();
    const Rect& area = d.frame().area;
    const double left = std::clamp(end.x - w, area.x, std::max(area.x, area.right() - w)), middle = std::max(area.x, end.x - w / 2);
    const auto inside = [&](const Rect& r) { return r.x >= area.x && r.y >= area.y - h && r.bottom() <= area.bottom(); };
    const auto take = [&](const Rect& place) {
        d.room.take({place.x - d.pen.space(4), place.y, place.width + d.pen.space(8), place.height});  // two names are no word
        write(d, label, place);
    };
    std::vector<Rect> close{{end.x + 1.5 * gap, end.y - h / 2, w, h}};
    for (const double x : {left, middle, end.x + gap})
        for (const double lift : {1.0, 2.2})
            close.push_back({x, end.y - h - lift * gap, w, h}), close.push_back({x, end.y + lift * gap, w, h});
    for (const Rect& place : close) {
        if (!inside(place) || !d.room.isFree(place) || couldBeAnothers(place, label, all, near)) continue;
        take(place);
        if (!hasOwnColour(d, label))
            leader(d, label, {std::clamp(end.x, place.x, place.right()), std::clamp(end.y, place.y, place.bottom())});
        return true;
    }
    for (const double shift : {0.0, -1.2, 1.2, -2.4, 2.4, -3.6, 3.6, -4.8, 4.8})
        for (const double x : {end.x + d.pen.space(kReach), end.x - w - d.pen.space(kReach)}) {
            const Rect place{x, end.y - h / 2 + shift * h, w, h};
            const Pt to{x > end.x ? x - d.pen.space(2) : x + w + d.pen.space(2), place.y + h / 2};
            if (!inside(place) || !d.room.isFree(place) || crossesAnother(end, to, label, all)) continue;
            take(place), leader(d, label, to);
            return true;
        }
    return false;
}

}  // namespace

double labelMargin(const Plot& plot, Rect rect, const Pen& pen) {
    const std::vector<const Curve*> curves = labelled(plot);
    if (curves.empty() || plot.equalAspect) return 0;
    const PlotFrame unit{{0, 0, 1, 1}, plot.x, plot.y};
    double end = 0, widest = 0;  // of the curves that end last
    for (const Curve* c : curves) end = std::max(end, std::min(1.0, unit.toDrawing(lastX(*c), plot.y.high).x));
    for (const Curve* c : curves)
        if (unit.toDrawing(lastX(*c), plot.y.high).x > end - kTogether) widest = std::max(widest, pen.width(c->label, labelFontOf(pen)));
    double margin = widest + pen.space(kReach + 1);
    if (margin > kMostMargin * rect.width) return 0;
    // On paper nothing moves, so that the place which curves leave free in the frame serves as well.
    if (pen.style().paper && end > 0) margin = std::max(0.0, (margin - (1 - end) * rect.width * (1 - kMostMargin)) / end);
    return margin;
}

bool labelCurves(PlotDrawing& d) {
    const std::vector<Label> labels = labelsOf(d);
    double last = -std::numeric_limits<double>::infinity();
    for (const Label& l : labels) last = std::max(last, l.end().x);
    std::vector<Label> column;
    for (const Label& l : labels)
        if (l.end().x > last - kTogether * d.frame().area.width) column.push_back(l);
    const bool inColumn = !column.empty() && labelColumn(d, column);
    return std::all_of(labels.begin(), labels.end(), [&](const Label& l) {
        const bool done = inColumn && l.end().x > last - kTogether * d.frame().area.width;
        return done || labelEnd(d, l, labels);
    });
}

}  // namespace engram
