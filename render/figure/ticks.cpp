#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "render/figure/plot_parts.h"

namespace engram {

namespace {

constexpr int kFewest = 3;
constexpr double kSlack = 1e-9;  // of a step: a tick at the very end of an axis counts

// The k-th nice step: 1, 2, 2.5, 5, 10, 20 ...
double niceStep(int k) {
    constexpr double kMantissa[] = {1, 2, 2.5, 5};
    const int decade = k >= 0 ? k / 4 : -((3 - k) / 4);
    return kMantissa[k - 4 * decade] * std::pow(10.0, decade);
}

std::vector<double> multiples(double low, double high, double step) {
    std::vector<double> values;
    const double first = std::ceil(low / step - kSlack), last = std::floor(high / step + kSlack);
    for (double i = first; i <= last && values.size() < 100; ++i) values.push_back(i * step + 0.0);
    return values;
}

std::vector<double> linearTicks(double low, double high, int most) {
    // Start well below one tick a range and coarsen: the first that is few enough has at least three, as steps at most double.
    int k = 4 * int(std::floor(std::log10((high - low) / 20)));
    std::vector<double> finer = multiples(low, high, niceStep(k));
    for (;; ++k) {
        std::vector<double> values = multiples(low, high, niceStep(k));
        if (int(values.size()) < kFewest) return finer;
        if (int(values.size()) <= most) return values;
        finer = std::move(values);
    }
}

std::vector<double> logTicks(double low, double high, int most) {
    const int first = int(std::ceil(std::log10(low) - kSlack)), last = int(std::floor(std::log10(high) + kSlack));
    const int count = last - first + 1;
    std::vector<double> values;
    if (count >= 2) {
        const int every = (count + most - 1) / most;
        for (int e = first; e <= last; e += every) values.push_back(std::pow(10.0, e));
        return values;
    }
    for (int e = first - 1; e <= last + 1; ++e)
        for (double m : {1.0, 2.0, 5.0})
            if (const double v = m * std::pow(10.0, e); v >= low * (1 - kSlack) && v <= high * (1 + kSlack)) values.push_back(v);
    return int(values.size()) >= 2 ? values : linearTicks(low, high, most);
}

std::string superscript(int number) {
    static const char* const kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = number < 0 ? "⁻" : "";
    for (char c : std::to_string(std::abs(number))) text += kDigits[c - '0'];
    return text;
}

std::string withoutTrailingZeros(std::string text) {
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

int decimalsOf(double step) {
    for (int d = 0; d < 12; ++d)
        if (const double scaled = step * std::pow(10.0, d); std::abs(scaled - std::round(scaled)) < 1e-6 * scaled) return d;
    return 12;
}

double position(const Axis& axis, double value) {
    if (axis.scale == Scale::Log) return std::log(value / axis.low) / std::log(axis.high / axis.low);
    return (value - axis.low) / (axis.high - axis.low);
}

double valueAt(const Axis& axis, double share) {
    if (axis.scale == Scale::Log) return axis.low * std::pow(axis.high / axis.low, share);
    return axis.low + (axis.high - axis.low) * share;
}

}  // namespace

std::string powerLabel(double value) {
    const int exponent = int(std::floor(std::log10(std::abs(value)) + kSlack));
    const std::string mantissa = withoutTrailingZeros(fixed(value / std::pow(10.0, exponent), 3));
    const std::string power = "10" + superscript(exponent);
    if (mantissa == "1") return power;
    return mantissa == "−1" ? "−" + power : mantissa + "·" + power;
}

std::vector<double> ticks(const Axis& axis, int most) {
    most = std::clamp(most, kFewest, 6);
    if (!std::isfinite(axis.low) || !std::isfinite(axis.high) || !(axis.high > axis.low)) return {};
    if (axis.scale == Scale::Log) return axis.low > 0 ? logTicks(axis.low, axis.high, most) : std::vector<double>{};
    return linearTicks(axis.low, axis.high, most);
}

std::string tickLabel(double value, double step) {
    if (std::abs(value) < 1e-12 * std::max(step, 1e-300)) return "0";
    const double size = std::abs(value);
    if (size >= 1e5 || size < 1e-4) return powerLabel(value);
    return withoutTrailingZeros(fixed(value, step > 0 ? decimalsOf(step) : 6));
}

Pt PlotFrame::toDrawing(double dataX, double dataY) const {
    return {area.x + area.width * position(x, dataX), area.bottom() - area.height * position(y, dataY)};
}

Pt PlotFrame::toData(Pt at) const {
    return {valueAt(x, (at.x - area.x) / area.width), valueAt(y, (area.bottom() - at.y) / area.height)};
}

}  // namespace engram
