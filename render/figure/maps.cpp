#include <algorithm>
#include <cmath>
#include <tuple>

#include "render/figure/contours.h"
#include "render/figure/memory.h"
#include "render/figure/plot_parts.h"

namespace engram {

namespace {

constexpr double kPaperPixels = 600.0 / 72;  // a point: 600 dpi
constexpr int kMostPixels = 2048;            // a side
constexpr int kMostContours = 120;

Rect rectOf(const Field& f, const PlotFrame& frame) {
    const Pt a = frame.toDrawing(f.x0, f.y1), b = frame.toDrawing(f.x1, f.y0);
    return {a.x, a.y, b.x - a.x, b.y - a.y};
}

int pixels(double length, const Style& style) {
    return std::clamp(int(std::lround(length * (style.paper ? kPaperPixels : 1))), 2, kMostPixels);
}

struct Level {
    long index = 0;  // the value is `index` steps; every fourth is strong
    std::vector<ContourLine> lines;
};

std::vector<Level> levelsOf(const Field& field, double step) {
    const auto [least, most] = std::minmax_element(field.values->begin(), field.values->end());
    if (!std::isfinite(*least) || !std::isfinite(*most) || !(step > 1e-9 * (1 + std::abs(*most)))) return {};
    const double first = std::ceil(*least / step), last = std::min(std::floor(*most / step), first + kMostContours);
    std::vector<Level> levels;
    for (double k = first; k <= last; ++k) levels.push_back({long(k), contourLines(field, k * step)});
    return levels;
}

const std::vector<Level>& rememberedLevels(const Field& f, double step) {
    using Source = std::tuple<Shared<float>, int, int, double, double, double, double, double>;
    thread_local Memory<Source, std::vector<Level>> memory(8);
    return memory.get({f.values, f.columns, f.rows, f.x0, f.x1, f.y0, f.y1, step}, [&] { return levelsOf(f, step); });
}

bool hasBasins(const Plot& plot) {
    return std::any_of(plot.marks.begin(), plot.marks.end(), [](const PlotMark& m) { return std::holds_alternative<Basins>(m); });
}

void drawContours(PlotDrawing& d, const Heatmap& map) {
    const Style& style = d.pen.style();
    const double tolerance = style.paper ? 0.03 : 0.1;
    const bool quiet = hasBasins(d.plot);  // there the areas speak
    for (const Level& level : rememberedLevels(map.field, map.contourStep)) {
        const bool strong = level.index % 4 == 0 && !quiet;
        const float alpha = quiet ? 0.13f : strong ? 0.42f : 0.16f;
        const Stroke stroke{withAlpha(d.pen.theme().contour, alpha), strong ? style.contourStrong : style.contour, {}};
        for (const ContourLine& line : level.lines) {
            std::vector<Pt> points;
            points.reserve(line.points.size() + 1);
            for (Pt p : line.points) points.push_back(d.frame().toDrawing(p.x, p.y));
            if (line.closed) points.push_back(points.front());
            d.pen.path(simplified(points, tolerance), stroke);
        }
    }
}

const Heatmap* keyed(const Plot& plot) {
    for (const PlotMark& mark : plot.marks)
        if (const Heatmap* map = std::get_if<Heatmap>(&mark); map && !map->label.empty()) return map;
    return nullptr;
}

}  // namespace

bool isMap(const Plot& plot) {
    return std::any_of(plot.marks.begin(), plot.marks.end(), [](const PlotMark& m) {
        const Heatmap* map = std::get_if<Heatmap>(&m);
        return std::holds_alternative<Basins>(m) || (map && map->mapHigh > map->mapLow);
    });
}

void drawHeatmap(PlotDrawing& d, const Heatmap& map) {
    const Rect rect = rectOf(map.field, d.frame());
    const Style& style = d.pen.style();
    if (map.mapHigh > map.mapLow)  // an empty part of the map: contour lines alone
        d.pen.image(rect, paintHeatmap(map, d.pen.theme(), pixels(rect.width, style), pixels(rect.height, style)), true);
    if (map.contourStep > 0 && map.field.values && !map.field.values->empty()) drawContours(d, map);
}

void drawBasins(PlotDrawing& d, const Basins& basins) {
    const Rect rect = rectOf(basins.ends, d.frame());
    const Style& style = d.pen.style();
    const int width = pixels(rect.width, style), height = pixels(rect.height, style);
    const double edge = d.pen.mark(1.5) * width / rect.width;
    d.pen.image(rect, paintBasins(basins, d.pen.theme(), width, height, edge), true);
}

double colourBarHeight(const Plot& plot, const Pen& pen) { return keyed(plot) ? pen.style().small * 1.3 + pen.space(8) : 0; }

void drawColourBar(PlotDrawing& d) {
    const Heatmap* map = keyed(d.plot);
    if (!map) return;
    const Font font = d.tickFont();
    const double size = d.pen.style().small, gap = d.pen.space(6), middle = d.rect.bottom() - size * 0.65;
    const double step = std::pow(10.0, std::floor(std::log10(std::max(map->high - map->low, 1e-300))) - 1);
    const std::string low = tickLabel(map->low, step), high = tickLabel(map->high, step);
    const double ends = d.pen.width(low, font) + d.pen.width(high, font) + 2 * gap;
    const Rect& area = d.frame().area;
    const double most = area.width - ends - d.pen.width(map->label, font) - 2 * gap;
    const double length = std::clamp(most, d.pen.space(40), d.pen.space(160));
    double x = area.x;
    const auto word = [&](const std::string& text, Rgba colour) {
        d.pen.text({x, middle + kMiddle * size}, text, font, colour);
        x += d.pen.width(text, font) + gap;
    };
    word(low, d.pen.theme().textSecondary);
    d.pen.image({x, middle - d.pen.space(4), length, d.pen.space(8)}, paintRamp(d.pen.theme().mapName(map->map), map->mapLow, map->mapHigh),
                true);
    x += length + gap;
    word(high, d.pen.theme().textSecondary);
    const Written label = d.pen.fitted(map->label, font, d.rect.right() - x - gap);
    const double top = middle - (double(label.lines.size()) - 1) * kLabelLine * label.font.size;
    for (std::size_t i = 0; i < label.lines.size(); ++i)
        d.pen.text({x, top + double(i) * kLabelLine * label.font.size + kMiddle * size}, label.lines[i], label.font,
                   d.pen.theme().textTertiary);
}

}  // namespace engram
