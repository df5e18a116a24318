// A legend is the last resort: for points, which have no end to label, for bars of kinds that come again, and for curves that have no place
// for their names.
#include <algorithm>

#include "render/figure/plot_parts.h"

namespace engram {

namespace {

struct Entry {
    std::string label;
    Rgba colour;
    const Curve* curve = nullptr;  // else points
    bool hollow = false, box = false;
};

int labelledCurves(const Plot& plot) {
    return int(std::count_if(plot.marks.begin(), plot.marks.end(), [](const PlotMark& m) {
        const Curve* c = std::get_if<Curve>(&m);
        return c && !c->label.empty();
    }));
}

std::vector<Entry> entriesOf(const Plot& plot, bool curves, const Pen& pen) {
    std::vector<Entry> entries;
    for (const PlotMark& mark : plot.marks) {
        if (const Curve* c = std::get_if<Curve>(&mark); c && curves && !c->label.empty())
            entries.push_back({c->label, pen.colour(c->paint), c});
        if (const Bars* bars = std::get_if<Bars>(&mark); bars && namesKinds(*bars))
            for (const Bar& bar : bars->bars) {
                const auto known = [&](const Entry& e) { return e.box && e.label == bar.label; };
                if (bar.label.empty() || std::any_of(entries.begin(), entries.end(), known)) continue;
                entries.push_back({bar.label, pen.colour(bar.paint), nullptr, false, true});
            }
        const Scatter* s = std::get_if<Scatter>(&mark);
        if (!s || s->label.empty()) continue;
        const auto same = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return !e.curve && e.label == s->label; });
        if (same == entries.end())
            entries.push_back({s->label, pen.colour(s->paint), nullptr, s->hollow});
        else
            same->colour = pen.theme().textSecondary;  // stands for points of several colours
    }
    return entries;
}

Font fontOf(const Pen& pen) { return {pen.style().small}; }
double lineHeight(const Pen& pen) { return pen.style().small * 1.4; }
double swatchWidth(const Entry& e, const Pen& pen) { return e.curve ? pen.space(22) : pen.mark(9); }
double entryWidth(const Entry& e, const Pen& pen) {
    return swatchWidth(e, pen) + pen.space(6) + pen.width(e.label, fontOf(pen)) + pen.space(14);
}

// Where each entry starts, in rows as wide as the plot.
std::vector<Pt> placed(const std::vector<Entry>& entries, double width, const Pen& pen) {
    std::vector<Pt> at;
    Pt next;
    for (const Entry& e : entries) {
        const double w = entryWidth(e, pen);
        if (next.x > 0 && next.x + w > width) next = {0, next.y + lineHeight(pen)};
        at.push_back(next);
        next.x += w;
    }
    return at;
}

}  // namespace

bool curvesInLegend(const Plot& plot, Rect rect, const Pen& pen) {
    constexpr int kMostDirect = 4;
    constexpr double kFrameShare = 0.6;  // of the height: about what the frame gets
    const int count = labelledCurves(plot);
    return count > kMostDirect && count * kLabelLine * pen.style().small > kFrameShare * rect.height;
}

double legendHeight(const Plot& plot, Rect rect, const Pen& pen, Naming naming) {
    const std::vector<Entry> entries = entriesOf(plot, naming == Naming::Legend, pen);
    return entries.empty() ? 0 : placed(entries, rect.width, pen).back().y + lineHeight(pen) + pen.space(4);
}

void drawLegend(PlotDrawing& d) {
    const std::vector<Entry> entries = entriesOf(d.plot, d.naming == Naming::Legend, d.pen);
    if (entries.empty()) return;
    const std::vector<Pt> at = placed(entries, d.rect.width, d.pen);
    const double size = d.pen.style().small;
    const double x0 =
        at.back().y > 0 ? d.rect.x : std::min(d.frame().area.x, d.rect.right() - at.back().x - entryWidth(entries.back(), d.pen));
    const double y0 = d.rect.bottom() - colourBarHeight(d.plot, d.pen) - at.back().y - lineHeight(d.pen) / 2;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& e = entries[i];
        const Pt middle{x0 + at[i].x, y0 + at[i].y};
        const double swatch = swatchWidth(e, d.pen);
        if (e.curve) {
            d.pen.line(middle, {middle.x + swatch, middle.y}, curveStroke(d, *e.curve));
        } else {
            const Pt centre{middle.x + swatch / 2, middle.y};
            if (e.box)
                d.pen.box({centre.x - swatch * 0.4, centre.y - swatch * 0.4, swatch * 0.8, swatch * 0.8}, e.colour, d.pen.mark(1));
            else if (e.hollow)
                d.pen.ring(centre, swatch * 0.4, {0, 0, 0, 0}, {e.colour, d.pen.style().curve, {}});
            else
                d.pen.disc(centre, swatch * 0.4, e.colour);
        }
        d.pen.text({middle.x + swatch + d.pen.space(6), middle.y + kMiddle * size}, e.label, fontOf(d.pen), d.pen.theme().textSecondary);
    }
}

}  // namespace engram
