#include "core/view/marks.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"

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

std::string readOut(const Basins& basins, double x, double y) {
    const Field& f = basins.ends;
    if (!f.values || f.values->empty() || !basins.time.values || x < f.x0 || x > f.x1 || y < f.y0 || y > f.y1) return {};
    // The nearest sample: memories have no values between them.
    const auto place = [](double v, double low, double high, int count) { return int(std::lround((v - low) / (high - low) * (count - 1))); };
    const int end = int((*f.values)[std::size_t(place(y, f.y0, f.y1, f.rows) * f.columns + place(x, f.x0, f.x1, f.columns))]);
    const std::string in = " in " + significant(basins.time.at(x, y), 2) + " " + basins.timeUnit;
    if (end < 0 || std::size_t(end) >= basins.names.size()) return "reaches no memory" + in;
    return "goes to memory " + basins.names[std::size_t(end)] + in;
}

double surfaceHeight(const Surface& surface, double energy) {
    const double above = energy - surface.floor;
    return above <= 0 ? energy : surface.floor + surface.knee * std::log1p(above / surface.knee);
}

double worldZ(const Surface& surface, double energy) {
    return surface.zScale * (surfaceHeight(surface, energy) - surfaceHeight(surface, surface.low));
}

double surfaceZ(const Surface& surface, double x, double y) { return worldZ(surface, surface.energy.at(x, y)); }

}  // namespace engram
