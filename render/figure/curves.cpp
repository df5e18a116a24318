#include <algorithm>
#include <cmath>
#include <limits>

#include "render/figure/plot_parts.h"

namespace engram {

namespace {

// Of the points that fall on one pixel column only first, lowest, highest and last are kept: a long trace paints as fast as a short one.
class Thinned {
public:
    explicit Thinned(std::vector<Pt>& out) : out_(out) {}
    void add(Pt p) {
        if (count_ > 0 && std::abs(p.x - first_.x) < kColumn) {
            if (p.y < low_.y) low_ = p, lowAt_ = count_;
            if (p.y > high_.y) high_ = p, highAt_ = count_;
            last_ = p, ++count_;
            return;
        }
        flush();
        first_ = low_ = high_ = last_ = p, count_ = 1, lowAt_ = highAt_ = 0;
    }
    void flush() {
        if (count_ == 0) return;
        out_.push_back(first_);
        const bool lowFirst = lowAt_ < highAt_;
        for (bool low : {lowFirst, !lowFirst})
            if (const int at = low ? lowAt_ : highAt_; at > 0 && at < count_ - 1) out_.push_back(low ? low_ : high_);
        if (count_ > 1) out_.push_back(last_);
        count_ = 0;
    }

private:
    static constexpr double kColumn = 0.5;
    std::vector<Pt>& out_;
    Pt first_, low_, high_, last_;
    int count_ = 0, lowAt_ = 0, highAt_ = 0;
};

std::size_t length(const Shared<double>& x, const Shared<double>& y) { return x && y ? std::min(x->size(), y->size()) : 0; }

// Far outside the frame exact places do not matter, and huge coordinates upset canvases.
Pt tamed(Pt p, const Rect& area) {
    return {std::clamp(p.x, area.x - 4 * area.width, area.right() + 4 * area.width),
            std::clamp(p.y, area.y - 4 * area.height, area.bottom() + 4 * area.height)};
}

std::vector<double> dashOnPaper(const PlotDrawing& d, const Curve& curve) {
    static const std::vector<double> kPatterns[] = {{}, {4, 1.6}, {1.4, 1.4}, {4, 1.4, 1.2, 1.4}, {7, 1.6}, {2.4, 0.9}};
    int order = 0;
    for (const PlotMark& mark : d.plot.marks) {
        const Curve* other = std::get_if<Curve>(&mark);
        if (!other) continue;
        if (other->dashed) return {};   // dashes mean predicted here
        if (other == &curve) break;
        order += !other->strong;
    }
    return curve.strong || curve.label.empty() ? std::vector<double>{} : kPatterns[order % 6];
}

void drawRising(PlotDrawing& d, const Curve& curve, double width) {
    const std::size_t count = length(curve.x, curve.y);
    const Rgba colour = d.pen.colour({Ink::Rising});
    const double size = d.pen.mark(5);
    double lastTriangle = -std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < curve.rising.size();) {
        std::size_t after = k + 1;
        while (after < curve.rising.size() && curve.rising[after] == curve.rising[after - 1] + 1) ++after;
        std::vector<Pt> run;
        for (int i = curve.rising[k]; i <= curve.rising[after - 1] + 1; ++i)
            if (i >= 0 && std::size_t(i) < count) run.push_back(tamed(d.frame().toDrawing((*curve.x)[i], (*curve.y)[i]), d.frame().area));
        k = after;
        if (run.empty()) continue;
        const Pt top = run[run.size() / 2];
        d.pen.path(std::move(run), {colour, 1.5 * width, {}});
        if (top.x < lastTriangle + 3 * size) continue;
        lastTriangle = top.x;
        const double y = top.y - size;
        d.pen.polygon({{top.x - size, y}, {top.x + size, y}, {top.x, y - 1.6 * size}}, colour);
    }
}

}  // namespace

std::vector<std::vector<Pt>> visibleLines(const Shared<double>& x, const Shared<double>& y, const PlotFrame& frame) {
    std::vector<std::vector<Pt>> lines;
    std::vector<Pt> line;
    Thinned thinned(line);
    const auto close = [&] {
        thinned.flush();
        if (!line.empty()) lines.push_back(std::move(line));
        line.clear();
    };
    for (std::size_t i = 0; i < length(x, y); ++i) {
        const Pt p = frame.toDrawing((*x)[i], (*y)[i]);
        if (std::isfinite(p.x) && std::isfinite(p.y)) thinned.add(tamed(p, frame.area));
        else close();
    }
    close();
    return lines;
}

Stroke curveStroke(const PlotDrawing& d, const Curve& curve) {
    const Style& style = d.pen.style();
    Stroke stroke{d.pen.colour(curve.paint), curve.strong ? style.strong : style.curve, {}};
    if (d.plot.equalAspect && curve.label.empty() && !curve.strong) stroke.width = style.axis;   // a path on a map, not a curve on axes
    if (curve.dashed) stroke.dash = style.paper ? std::vector<double>{2.5, 1.6} : std::vector<double>{d.pen.mark(5), d.pen.mark(4)};
    else if (style.paper) stroke.dash = dashOnPaper(d, curve);
    return stroke;
}

void drawCurve(PlotDrawing& d, const Curve& curve) {
    const Stroke stroke = curveStroke(d, curve);
    for (std::vector<Pt>& line : visibleLines(curve.x, curve.y, d.frame())) {
        if (!curve.label.empty() || !d.plot.equalAspect) d.room.takeLine(line, stroke.width + d.pen.space(2));
        d.pen.path(std::move(line), stroke);
    }
    drawRising(d, curve, stroke.width);
}

}  // namespace engram
