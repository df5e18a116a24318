#include <algorithm>
#include <cmath>

#include "render/figure/plot_parts.h"

namespace engram {

namespace {

double stepOf(const Axis& axis, const std::vector<double>& at) { return axis.scale == Scale::Linear && at.size() > 1 ? at[1] - at[0] : 0; }

bool hasBars(const Plot& plot) {
    return std::any_of(plot.marks.begin(), plot.marks.end(), [](const PlotMark& m) { return std::holds_alternative<Bars>(m); });
}

int mostTicks(double length, double each) { return std::clamp(int(length / each), 3, 6); }

struct TickRow {
    std::vector<double> at;
    double step = 0;
    bool powers = false;  // all labels of log axes are powers, or none
    TickRow(const Axis& axis, int most, bool wide)
        : at(ticks(axis, most)), step(stepOf(axis, at)), powers(wide && axis.scale == Scale::Log) {}
    std::string label(double value) const { return powers ? powerLabel(value) : tickLabel(value, step); }
};

// Has ticks below 0.001 or above 10 000.
bool isWide(const Axis& axis) { return axis.scale == Scale::Log && (axis.low < 1.1e-4 || axis.high > 0.9e5); }

TickRow yTicks(const Plot& plot, double height, const Style& style) {
    return {plot.y, mostTicks(height, 3.4 * style.small), isWide(plot.x) || isWide(plot.y)};
}
TickRow xTicks(const Plot& plot, double width, const Style& style) {
    return {plot.x, mostTicks(width, 3.4 * style.small), isWide(plot.x) || isWide(plot.y)};
}

double gapToLabels(const Style& style) { return style.tick + 0.75 * style.space; }

double yLabelWidth(const Plot& plot, double height, const Pen& pen) {
    const TickRow row = yTicks(plot, height, pen.style());
    double most = 0;
    for (double v : row.at) most = std::max(most, pen.width(row.label(v), {pen.style().small, Weight::Regular}));
    return most;
}

Written yTitle(const Plot& plot, double width, const Pen& pen) { return pen.fitted(axisTitle(plot.y), {pen.style().small}, width); }

void keepAspect(PlotFrame& frame, bool atTop) {
    const double units = (frame.x.high - frame.x.low) / (frame.y.high - frame.y.low);
    if (!(units > 0) || !std::isfinite(units)) return;
    const double width = std::min(frame.area.width, frame.area.height * units);
    Rect area = middleRect(frame.area, width, width / units);
    if (atTop) area.y = frame.area.y;
    frame.area = area;
}

}  // namespace

std::string axisTitle(const Axis& axis) {
    if (axis.label.empty()) return axis.unit;
    return axis.unit.empty() ? axis.label : axis.label + ", " + axis.unit;
}

double axisStrip(const Plot& plot, double width, const Pen& pen) {
    const Style& style = pen.style();
    const double tickRow = gapToLabels(style) + style.small * kLabelLine;
    return style.paper ? tickRow + pen.fitted(axisTitle(plot.x), {style.body}, width).height() : tickRow;
}

PlotFrame frameOf(const Plot& plot, Rect rect, const Pen& pen, Naming naming) {
    const Style& style = pen.style();
    const double half = style.small / 2, aboveTop = plot.y.shown ? half * 0.9 : 0;
    const double top = aboveTop + (plot.y.shown && !plot.y.label.empty() ? yTitle(plot, rect.width, pen).height() + style.small * 0.08 : 0);
    double bottom = colourBarHeight(plot, pen);
    if (hasBars(plot))
        bottom += barsStrip(plot, rect.width, rect.height, pen);
    else if (plot.x.shown)
        bottom += axisStrip(plot, rect.width, pen);
    bottom += legendHeight(plot, rect, pen, naming);
    const double height = std::max(1.0, rect.height - top - bottom);
    const double left = plot.y.shown ? yLabelWidth(plot, height, pen) + gapToLabels(style) : 0;
    double right = naming == Naming::Direct ? labelMargin(plot, rect, pen) : 0;
    if (plot.x.shown && !hasBars(plot)) {
        // Room for half of the last tick label.
        const TickRow row = xTicks(plot, rect.width - left, style);
        if (!row.at.empty()) {
            const PlotFrame whole{{0, 0, rect.width - left, 1}, plot.x, plot.y};
            right = std::max(
                right, pen.width(row.label(row.at.back()), {style.small}) / 2 - (whole.area.right() - whole.toDrawing(row.at.back(), 1).x));
        }
    }
    PlotFrame frame{{rect.x + left, rect.y + top, std::max(1.0, rect.width - left - right), height}, plot.x, plot.y};
    if (plot.equalAspect) keepAspect(frame, style.paper);
    return frame;
}

void drawGrid(PlotDrawing& d) {
    if (!d.plot.y.shown || isMap(d.plot)) return;
    const Rect& area = d.frame().area;
    for (double v : yTicks(d.plot, area.height, d.pen.style()).at) {
        const double y = d.frame().toDrawing(d.plot.x.low, v).y;
        d.pen.line({area.x, y}, {area.right(), y}, {d.pen.theme().grid, d.pen.style().grid, {}});
    }
}

namespace {

void drawYAxis(PlotDrawing& d, const Stroke& stroke) {
    const Rect& area = d.frame().area;
    const Style& style = d.pen.style();
    d.pen.line({area.x, area.y}, {area.x, area.bottom()}, stroke);
    const TickRow row = yTicks(d.plot, area.height, style);
    for (double v : row.at) {
        const double y = d.frame().toDrawing(d.plot.x.low, v).y;
        d.pen.line({area.x - style.tick, y}, {area.x, y}, stroke);
        d.pen.text({area.x - gapToLabels(style), y + kMiddle * style.small}, row.label(v), d.tickFont(), d.pen.theme().textSecondary,
                   Anchor::Right);
    }
    if (d.plot.y.label.empty()) return;
    const Written title = yTitle(d.plot, d.rect.width, d.pen);
    for (std::size_t i = 0; i < title.lines.size(); ++i)
        d.pen.text({d.rect.x, d.rect.y + style.small + double(i) * kLabelLine * title.font.size}, title.lines[i], title.font,
                   d.pen.theme().textSecondary);
}

// The title of the x axis: on paper under the ticks; else in the tick row at the right end, or above the axis where it would meet a tick.
void drawXTitle(PlotDrawing& d, double tickBaseline, const std::vector<Rect>& labels) {
    const Rect& area = d.frame().area;
    const Style& style = d.pen.style();
    std::string title = axisTitle(d.plot.x);
    if (title.empty()) return;
    if (style.paper) {
        const Written written = d.pen.fitted(title, {style.body}, d.rect.width);
        for (const std::string& line : written.lines) {
            tickBaseline += written.font.size * kLabelLine;
            const double half = d.pen.width(line, written.font) / 2;
            const double middle = std::clamp(area.x + area.width / 2, d.rect.x + half, std::max(d.rect.x + half, d.rect.right() - half));
            d.pen.text({middle, tickBaseline}, line, written.font, d.pen.theme().textPrimary, Anchor::Middle);
        }
        return;
    }
    const Written whole = d.pen.fitted(title, d.tickFont(), (style.least > 0 ? d.rect.width : area.width) - d.pen.space(6));
    const Font font = whole.font;
    title = whole.lines.size() == 1 ? whole.lines.front() : title;
    const double width = d.pen.width(title, font), space = d.pen.space(6);
    const double lastTick = labels.empty() ? area.x : labels.back().right();
    const double x = std::max(area.right() + d.pen.space(2), lastTick + space);
    if (x + width <= d.rect.right()) {
        d.pen.text({x, tickBaseline}, title, font, d.pen.theme().textTertiary);
        return;
    }
    const double right = std::max(area.right(), d.rect.right() - (d.rect.right() - area.right()) / 2);
    if (right - width > lastTick + space) {
        d.pen.text({right, tickBaseline}, title, font, d.pen.theme().textTertiary, Anchor::Right);
        return;
    }
    const Pt at{area.right() - d.pen.space(2), area.bottom() - d.pen.space(6)};
    d.pen.textOn(d.ground(), at, title, font, d.pen.theme().textTertiary, Anchor::Right);
    d.room.take({at.x - width, at.y - style.small, width, style.small * kLabelLine});
}

void drawXAxis(PlotDrawing& d, const Stroke& stroke) {
    const Rect& area = d.frame().area;
    const Style& style = d.pen.style();
    d.pen.line({area.x, area.bottom()}, {area.right(), area.bottom()}, stroke);
    if (hasBars(d.plot)) return;
    const double baseline = area.bottom() + gapToLabels(style) + style.small * 0.8;
    std::vector<Rect> labels;
    const TickRow row = xTicks(d.plot, area.width, style);
    for (double v : row.at) {
        const double x = d.frame().toDrawing(v, d.plot.y.low).x, width = d.pen.width(row.label(v), d.tickFont());
        d.pen.line({x, area.bottom()}, {x, area.bottom() + style.tick}, stroke);
        const Rect label{x - width / 2, baseline - style.small, width, style.small};
        if (!labels.empty() && label.x < labels.back().right() + d.pen.space(4)) continue;
        d.pen.text({x, baseline}, row.label(v), d.tickFont(), d.pen.theme().textSecondary, Anchor::Middle);
        labels.push_back(label);
    }
    drawXTitle(d, baseline, labels);
}

}  // namespace

void drawAxes(PlotDrawing& d) {
    const Stroke stroke{d.pen.theme().axis, d.pen.style().axis, {}};
    if (d.plot.y.shown) drawYAxis(d, stroke);
    if (d.plot.x.shown) drawXAxis(d, stroke);
}

void drawNow(PlotDrawing& d) {
    if (!d.plot.now || d.pen.style().paper) return;  // on paper there is no timeline that it could belong to
    const Rect& area = d.frame().area;
    const double x = d.frame().toDrawing(*d.plot.now, d.plot.y.low).x;
    if (!(x >= area.x - 1 && x <= area.right() + 1)) return;
    const double on = d.pen.mark(2), off = d.pen.mark(3);
    d.pen.line({x, area.y}, {x, area.bottom()}, {d.pen.theme().accent, d.pen.style().axis, {on, off}});
}

}  // namespace engram
