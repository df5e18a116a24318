#include "core/view/plot_range.h"

#include <algorithm>
#include <cmath>

namespace engram {

double niceUpper(double value) {
    double power = 10;
    while (power * 10 < value) power *= 10;
    for (const double factor : {1.0, 2.0, 5.0})
        if (power * factor >= value) return power * factor;
    return power * 10;
}

Axis rangeAround(const std::vector<double>& values) {
    double low = 0, high = 0;
    bool any = false;
    for (const double v : values) {
        if (!std::isfinite(v)) continue;
        low = any ? std::min(low, v) : v, high = any ? std::max(high, v) : v;
        any = true;
    }
    if (!(high > low)) high = low + std::max(1.0, std::abs(low)), low -= std::max(1.0, std::abs(low)) * (any ? 1 : 0);
    const double step = std::pow(10, std::floor(std::log10((high - low) / 2)));
    return {"",
            "",
            std::floor((low - 0.03 * (high - low)) / step) * step,
            std::ceil((high + 0.03 * (high - low)) / step) * step,
            Scale::Linear,
            true};
}

}  // namespace engram
