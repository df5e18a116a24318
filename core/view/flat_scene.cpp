#include "core/view/flat_scene.h"

#include <algorithm>
#include <cmath>

namespace engram {

namespace {

// The part of the plane that matters: up to where the fog begins, or the whole field where there is none.
void setRange(const Surface& s, Plot& plot) {
    const Field& f = s.energy;
    double x0 = f.x0, x1 = f.x1, y0 = f.y0, y1 = f.y1;
    const double reach = s.fogStart;
    if (reach > 0 && std::isfinite(reach)) {
        x0 = std::max(x0, s.fogX - reach), x1 = std::min(x1, s.fogX + reach);
        y0 = std::max(y0, s.fogY - reach), y1 = std::min(y1, s.fogY + reach);
    }
    plot.x.low = x0, plot.x.high = x1, plot.y.low = y0, plot.y.high = y1;
}

struct Plane {
    Shared<double> x, y;
};
Plane planeOf(const std::vector<Vec3>& points) {
    std::vector<double> x, y;
    for (const Vec3& p : points) x.push_back(p[0]), y.push_back(p[1]);
    return {share(std::move(x)), share(std::move(y))};
}

struct Flatten {
    Plot& plot;
    bool hasTrail;

    void operator()(const Surface&) const {}
    void operator()(const Globe&) const {}
    void operator()(const Sheet&) const {}  // sheets lie over each other, so they keep their own view
    void operator()(const Points& p) const {
        if (!p.at) return;
        const Plane plane = planeOf(*p.at);
        plot.marks.push_back(Scatter{{}, plane.x, plane.y, p.paints, p.paint, p.sizePx, false, {}});
    }
    void operator()(const Lines& l) const {
        if (!l.at || l.at->empty()) return;
        const Plane plane = planeOf(*l.at);
        if (l.kind == LineKind::Trail) {
            plot.marks.push_back(Journey{plane.x, plane.y, l.paint, false});
            return;
        }
        Paint paint = l.paint;
        paint.alpha *= 0.75f;
        plot.marks.push_back(Curve{{}, plane.x, plane.y, paint, false, l.kind == LineKind::Ahead, {}});
    }
    void operator()(const Pin& p) const { plot.marks.push_back(Marker{p.at[0], p.at[1], p.paint, p.picture, p.name, false, -1}); }
    void operator()(const Tag& t) const {
        if (!hasTrail || t.spot == Spot::Branch) {
            const double size = t.spot == Spot::State ? 14 : t.spot == Spot::Cue ? 13 : 9;
            plot.marks.push_back(
                Scatter{{}, share<double>({t.at[0]}), share<double>({t.at[1]}), nullptr, t.paint, size, t.spot != Spot::State, {}});
        }
        plot.marks.push_back(Note{t.at[0], t.at[1], t.paint, t.name});
    }
};

// Paths lie below points, whatever the order in the scene.
int layerOf(const PlotMark& mark) {
    if (std::holds_alternative<Heatmap>(mark)) return 0;
    if (std::holds_alternative<Curve>(mark)) return 1;
    return std::holds_alternative<Journey>(mark) ? 3 : 2;
}

}  // namespace

const Surface* surfaceOf(const Scene& scene) {
    for (const SceneMark& mark : scene.marks)
        if (const Surface* surface = std::get_if<Surface>(&mark)) return surface;
    return nullptr;
}

void addFlat(const Scene& scene, const Surface& surface, Plot& plot) {
    const bool hasTrail = std::any_of(scene.marks.begin(), scene.marks.end(), [](const SceneMark& mark) {
        const Lines* l = std::get_if<Lines>(&mark);
        return l && l->kind == LineKind::Trail && l->at && !l->at->empty();
    });
    plot.equalAspect = true;
    plot.x.shown = plot.y.shown = false;
    setRange(surface, plot);
    for (const SceneMark& mark : scene.marks) std::visit(Flatten{plot, hasTrail}, mark);
    std::stable_sort(plot.marks.begin(), plot.marks.end(), [](const PlotMark& a, const PlotMark& b) { return layerOf(a) < layerOf(b); });
}

}  // namespace engram
