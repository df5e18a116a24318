#include "core/view/marks.h"

#include <algorithm>
#include <cmath>

namespace engram {
namespace {

// Where a value lies between the samples of one axis: the sample before it and the share of the way to the next.
struct Between {
    int before = 0, after = 0;
    double share = 0;
    Between(double value, double low, double high, int count) {
        if (count < 2 || !(high != low)) return;
        const double place = std::clamp((value - low) / (high - low), 0.0, 1.0) * (count - 1);
        if (std::isnan(place)) return;
        before = std::min(static_cast<int>(place), count - 2);
        after = before + 1;
        share = place - before;
    }
};

}  // namespace

double Field::at(double x, double y) const {
    if (!values || values->empty()) return 0;
    const Between column(x, x0, x1, columns), row(y, y0, y1, rows);
    const auto along = [&](int j) {
        const float* line = values->data() + static_cast<std::size_t>(j) * static_cast<std::size_t>(columns);
        return line[column.before] + column.share * (line[column.after] - line[column.before]);
    };
    const double low = along(row.before);
    return low + row.share * (along(row.after) - low);
}

double surfaceHeight(const Surface& surface, double energy) {
    const double above = energy - surface.floor;
    return above <= 0 ? energy : surface.floor + surface.knee * std::log1p(above / surface.knee);
}

double surfaceZ(const Surface& surface, double x, double y) { return surface.zScale * surfaceHeight(surface, surface.energy.at(x, y)); }

}  // namespace engram
