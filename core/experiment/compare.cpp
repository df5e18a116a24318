#include "core/experiment/compare.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/view/flat_scene.h"
#include "core/view/plot_range.h"

namespace engram {

namespace {

const Paint kBranch = categoryPaint(3);   // in every picture that holds two runs
constexpr int kMostPoints = 2000;         // of a curve on a screen

bool isPath(const Lines& lines) { return lines.kind == LineKind::Trail || lines.kind == LineKind::Ahead; }

Scene overlaid(Scene scene, const Scene& other, const std::string& name) {
    for (const SceneMark& mark : other.marks) {
        if (const Lines* lines = std::get_if<Lines>(&mark); lines && isPath(*lines)) {
            Lines branch = *lines;
            branch.paint = kBranch;
            scene.marks.push_back(std::move(branch));
        }
        if (const Tag* tag = std::get_if<Tag>(&mark); tag && tag->spot == Spot::State) {
            Tag branch = *tag;
            branch.spot = Spot::Branch, branch.paint = kBranch, branch.name = name;
            scene.marks.push_back(std::move(branch));
        }
    }
    return scene;
}

Plot overlaid(Plot plot, const Plot& other, const std::string& name) {
    for (const PlotMark& mark : other.marks) {
        if (const Curve* curve = std::get_if<Curve>(&mark)) {
            Curve branch = *curve;
            branch.dashed = true, branch.strong = false;
            branch.label = curve->strong ? curve->label + " " + name : "";   // one name is enough; the colours say the rest
            branch.rising.clear();
            plot.marks.push_back(std::move(branch));
        }
        if (const Journey* journey = std::get_if<Journey>(&mark)) {
            Journey branch = *journey;
            branch.paint = kBranch;
            plot.marks.push_back(std::move(branch));
        }
    }
    plot.x.low = std::min(plot.x.low, other.x.low), plot.x.high = std::max(plot.x.high, other.x.high);
    plot.y.low = std::min(plot.y.low, other.y.low), plot.y.high = std::max(plot.y.high, other.y.high);
    return plot;
}

// ---- differences

template <class T>
Shared<T> minus(const Shared<T>& a, const Shared<T>& b, std::size_t count) {
    std::vector<T> values(count);
    for (std::size_t i = 0; i < count; ++i) values[i] = (*a)[i] - (*b)[i];
    return share(std::move(values));
}

template <class T>
double largest(const std::vector<T>& values) {
    double most = 0;
    for (const T v : values)
        if (std::isfinite(v)) most = std::max(most, std::abs(double(v)));
    return most > 0 ? most : 1;
}

std::optional<Panel> mapOf(const Panel& panel, const Field& a, const Field& b, const std::string& what) {
    if (a.columns != b.columns || a.rows != b.rows || !a.values || !b.values) return std::nullopt;
    Field field = a;
    field.values = minus(a.values, b.values, a.values->size());
    const double most = largest(*field.values);
    Plot plot;
    plot.x = {"", "", field.x0, field.x1, Scale::Linear, false}, plot.y = {"", "", field.y0, field.y1, Scale::Linear, false};
    plot.equalAspect = true;
    plot.marks.push_back(Heatmap{std::move(field), "signed", -most, most, 0, 1, 0, what});
    return Panel{panel.id, panel.title, panel.subtitle, panel.hero, std::move(plot)};
}

// What tells where one is on a map of differences: memories, and where both runs have gone.
Scene placesOf(Scene scene) {
    std::erase_if(scene.marks, [](const SceneMark& mark) {
        const Lines* lines = std::get_if<Lines>(&mark);
        return std::holds_alternative<Points>(mark) || (lines && lines->kind != LineKind::Trail);
    });
    return scene;
}

std::optional<Panel> minus(const Panel& panel, const Scene& a, const Scene& b) {
    const Surface *first = surfaceOf(a), *second = surfaceOf(b);
    if (!first || !second) return std::nullopt;
    std::optional<Panel> result = mapOf(panel, first->energy, second->energy, "difference of energy");
    if (result) addFlat(placesOf(overlaid(a, b, "")), *first, std::get<Plot>(result->content));
    return result;
}

// In the order drawn, which is the same in two boards of one experiment.
std::vector<const Curve*> curvesOf(const Plot& plot) {
    std::vector<const Curve*> curves;
    for (const PlotMark& mark : plot.marks)
        if (const Curve* curve = std::get_if<Curve>(&mark)) curves.push_back(curve);
    return curves;
}

std::optional<Panel> minus(const Panel& panel, const Plot& a, const Plot& b) {
    Plot plot;
    plot.x = a.x, plot.now = a.now;
    std::vector<double> all;
    const std::vector<const Curve*> firsts = curvesOf(a), seconds = curvesOf(b);
    for (std::size_t k = 0; k < std::min(firsts.size(), seconds.size()); ++k) {
        const Curve* curve = firsts[k];
        const Curve& second = *seconds[k];
        if (curve->label != second.label) continue;
        Curve result = *curve;
        const std::size_t count = std::min(curve->y->size(), second.y->size());
        std::vector<double> gap(count);   // none where the two are not at the same place
        for (std::size_t i = 0; i < count; ++i)
            gap[i] = (*curve->x)[i] == (*second.x)[i] ? (*curve->y)[i] - (*second.y)[i] : std::numeric_limits<double>::quiet_NaN();
        result.x = share(std::vector<double>(curve->x->begin(), curve->x->begin() + std::ptrdiff_t(count)));
        result.y = share(std::move(gap));
        result.rising.clear();
        all.insert(all.end(), result.y->begin(), result.y->end());
        plot.marks.push_back(std::move(result));
    }
    if (!plot.marks.empty()) {
        const double most = 1.05 * largest(all);
        plot.y = {"difference", "", -most, most, Scale::Linear, true};
        return Panel{panel.id, panel.title, panel.subtitle, panel.hero, std::move(plot)};
    }
    for (const PlotMark& mark : a.marks)
        if (const Heatmap* first = std::get_if<Heatmap>(&mark))
            for (const PlotMark& m : b.marks)
                if (const Heatmap* second = std::get_if<Heatmap>(&m)) return mapOf(panel, first->field, second->field, first->label);
    return std::nullopt;
}

std::optional<Panel> minus(const Panel& panel, const Tiles& a, const Tiles& b) {
    Tiles tiles;
    for (std::size_t i = 0; i < std::min(a.tiles.size(), b.tiles.size()); ++i) {
        const Picture &first = a.tiles[i].picture, &second = b.tiles[i].picture;
        if (!first.pixels || !second.pixels || first.width != second.width || first.height != second.height) continue;
        Tile tile = a.tiles[i];
        tile.picture.pixels = minus(first.pixels, second.pixels, first.pixels->size());
        const float most = float(largest(*tile.picture.pixels));
        tile.picture.low = -most, tile.picture.high = most, tile.picture.map = "signed";
        tile.caption.clear(), tile.editable = false;
        tiles.tiles.push_back(std::move(tile));
    }
    if (tiles.tiles.empty()) return std::nullopt;
    return Panel{panel.id, panel.title, panel.subtitle, panel.hero, std::move(tiles)};
}

std::optional<Panel> minus(const Panel&, const Absent&, const Absent&) { return std::nullopt; }

// ---- where they part

Shared<double> thinned(const Trace& trace, int measure, int stride) {
    std::vector<double> values;
    for (int i = 0; i < trace.size(); i += stride) values.push_back(trace.at(i, measure));
    return share(std::move(values));
}

bool differ(double a, double b) { return a != b && !(std::isnan(a) && std::isnan(b)); }

Shared<double> steps(const Trace& trace, int stride) {
    std::vector<double> values;
    for (int i = 0; i < trace.size(); i += stride) values.push_back(i);
    return share(std::move(values));
}

}  // namespace

Panel overlaid(const Panel& panel, const Panel& other, const std::string& otherName) {
    Panel result = panel;
    if (const Scene *a = std::get_if<Scene>(&panel.content), *b = std::get_if<Scene>(&other.content); a && b)
        result.content = overlaid(*a, *b, otherName);
    if (const Plot *a = std::get_if<Plot>(&panel.content), *b = std::get_if<Plot>(&other.content); a && b)
        result.content = overlaid(*a, *b, otherName);
    return result;
}

Panel difference(const Panel& panel, const Panel& other) {
    std::optional<Panel> result;
    if (panel.content.index() == other.content.index())
        result =
            std::visit([&](const auto& a) { return minus(panel, a, std::get<std::decay_t<decltype(a)>>(other.content)); }, panel.content);
    if (result) return *result;
    return {panel.id, panel.title, panel.subtitle, panel.hero, Absent{"The two runs show nothing here that could be subtracted"}};
}

std::int64_t partingOf(const Trace& a, const Trace& b) {
    const int measures = std::min(a.measureCount(), b.measureCount());
    for (int i = 0; i < std::min(a.size(), b.size()); ++i)
        for (int m = 0; m < measures; ++m)
            if (differ(a.at(i, m), b.at(i, m))) return i;
    return -1;
}

int tellingMeasure(const Trace& a, const Trace& b, int preferred) {
    const int measures = std::min(a.measureCount(), b.measureCount()), steps = std::min(a.size(), b.size());
    const auto differs = [&](int measure) {
        for (int i = 0; i < steps; ++i)
            if (differ(a.at(i, measure), b.at(i, measure))) return true;
        return false;
    };
    if (preferred >= measures || differs(preferred)) return preferred;
    for (int measure = 0; measure < measures; ++measure)
        if (differs(measure)) return measure;
    return preferred;
}

Panel partingPanel(const Experiment& experiment, int measure, const Trace& a, const Trace& b, const std::string& nameA,
                   const std::string& nameB) {
    const Measure& about = experiment.measures.at(std::size_t(measure));
    Plot plot;
    const int longest = std::max(a.size(), b.size()), stride = 1 + longest / kMostPoints;
    std::vector<double> all;
    const auto add = [&](const Trace& trace, const std::string& name, Paint paint, bool dashed) {
        if (measure >= trace.measureCount()) return;
        Curve curve{name, steps(trace, stride), thinned(trace, measure, stride), paint, !dashed, dashed, {}};
        all.insert(all.end(), curve.y->begin(), curve.y->end());
        plot.marks.push_back(std::move(curve));
    };
    add(a, nameA, {Ink::Falling}, false);
    add(b, nameB, kBranch, true);
    plot.x = {"step", "", 0, niceUpper(double(longest)), Scale::Linear, true};
    plot.y = rangeAround(all);
    const std::int64_t parting = partingOf(a, b);
    if (parting >= 0 && measure < a.measureCount())
        plot.marks.push_back(
            Scatter{"", share(std::vector{double(parting)}), share(std::vector{a.at(int(parting), measure)}), {}, kBranch, 9, true, {}});
    plot.now = double(a.size() - 1);
    return {"branches", about.label, parting < 0 ? "the same so far" : "they part at step " + std::to_string(parting), false,
            std::move(plot)};
}

}  // namespace engram
