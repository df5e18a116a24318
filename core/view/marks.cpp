#include "core/view/marks.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

namespace {

std::string nameOf(const Basins& basins, int end) {
    return end < 0 || std::size_t(end) >= basins.names.size() ? std::string() : basins.names[std::size_t(end)];
}

std::string switchOf(const Basins& basins, double x, double y, int end) {
    const Field& f = basins.ends;
    double least = std::numeric_limits<double>::infinity();
    int other = end;
    for (int j = 0; j < f.rows; ++j) {
        const double dy = f.y0 + (f.y1 - f.y0) * j / std::max(1, f.rows - 1) - y;
        if (dy * dy >= least) continue;
        for (int i = 0; i < f.columns; ++i) {
            const int there = int((*f.values)[std::size_t(j * f.columns + i)]);
            if (there == end) continue;
            const double dx = f.x0 + (f.x1 - f.x0) * i / std::max(1, f.columns - 1) - x;
            if (dx * dx + dy * dy < least) least = dx * dx + dy * dy, other = there;
        }
    }
    if (other == end || !(basins.length > 0)) return {};
    const std::string name = nameOf(basins, other), noise = std::to_string(std::lround(100 * std::sqrt(least) / basins.length)) + " % noise";
    return (name.empty() ? "; to no memory at " : "; switches to " + name + " at ") + noise;
}

}  // namespace

std::string readOut(const Basins& basins, double x, double y) {
    const Field& f = basins.ends;
    if (!f.values || f.values->empty() || !basins.time.values || x < f.x0 || x > f.x1 || y < f.y0 || y > f.y1) return {};
    // The nearest sample: memories have no values between them.
    const auto place = [](double v, double low, double high, int count) { return int(std::lround((v - low) / (high - low) * (count - 1))); };
    const int end = int((*f.values)[std::size_t(place(y, f.y0, f.y1, f.rows) * f.columns + place(x, f.x0, f.x1, f.columns))]);
    const double time = basins.time.at(x, y);
    const long steps = basins.stepTime > 0 ? std::max(1L, long(std::ceil(time / basins.stepTime - 1e-6))) : 0;
    const bool isTimed = steps > 0 || !basins.timeUnit.empty();
    const std::string in = !isTimed ? "" : " in " + (steps > 0 ? std::to_string(steps) + (steps == 1 ? " step" : " steps") : significant(time, 2) + " " + basins.timeUnit);
    const std::string name = nameOf(basins, end);
    return (name.empty() ? "reaches no memory" : "goes to memory " + name) + in + switchOf(basins, x, y, end);
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
