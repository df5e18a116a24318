#include <algorithm>

#include "core/view/flat_scene.h"
#include "render/figure/layout.h"

namespace engram {

namespace {

// Heights, not energies: colour and contour lines are spaced as on the relief.
Heatmap mapOf(const Surface& s, const Theme& theme) {
    Heatmap map;
    map.field = s.energy;
    std::vector<float> heights(s.energy.values->size());
    std::transform(s.energy.values->begin(), s.energy.values->end(), heights.begin(), [&](float e) { return float(surfaceHeight(s, e)); });
    map.field.values = share(std::move(heights));
    map.low = surfaceHeight(s, s.low), map.high = surfaceHeight(s, s.high);
    map.mapLow = theme.surfaceMapRange[0], map.mapHigh = theme.surfaceMapRange[1];
    map.contourStep = s.contourStep;
    return map;
}

bool hasGlobe(const Scene& scene) {
    return std::any_of(scene.marks.begin(), scene.marks.end(), [](const SceneMark& mark) { return std::holds_alternative<Globe>(mark); });
}

}  // namespace

bool flatten(const Scene& scene, const Theme& theme, Plot& plot) {
    const Surface* surface = surfaceOf(scene);
    if (hasGlobe(scene) || !surface || !surface->energy.values) return false;
    plot = {};
    addFlat(scene, *surface, plot);
    plot.marks.insert(plot.marks.begin(), mapOf(*surface, theme));
    return true;
}

}  // namespace engram
