#include "core/model/ring.h"

#include <cmath>
#include <numbers>

namespace engram {

namespace {

constexpr Real kLarge = 50;  // from here the asymptotic series is exact to rounding, and below it I0 is finite

// 1 - mu1/(8x) + ... of I_nu(x) sqrt(2 pi x) exp(-x), mu = 4 nu^2 (Abramowitz & Stegun 9.7.1).
Real asymptotic(Real mu, Real x) {
    Real term = 1, sum = 1;
    for (int k = 1; k <= 12; ++k) {
        const Real odd = 2 * k - 1;
        term *= -(mu - odd * odd) / (k * 8 * x);
        sum += term;
    }
    return sum;
}

// The largest fixed point of an increasing concave map that starts at 0 with a slope above 1: Newton from above never passes it.
template <class Map, class Slope>
Real fixedPoint(Real from, Map map, Slope slope) {
    Real x = from;
    for (int i = 0; i < 200; ++i) {
        const Real step = (x - map(x)) / (1 - slope(x));
        x -= step;
        if (std::abs(step) < 1e-16) break;
    }
    return x;
}

}  // namespace

Real logBesselI0(Real x) {
    if (x < kLarge) return std::log(std::cyl_bessel_i(0.0, x));
    return x - 0.5 * std::log(2 * std::numbers::pi * x) + std::log(asymptotic(0, x));
}

Real besselRatio(Real x) {
    if (x < kLarge) return std::cyl_bessel_i(1.0, x) / std::cyl_bessel_i(0.0, x);
    return asymptotic(4, x) / asymptotic(0, x);
}

Real ringEnergy(Real radius, Real beta) { return radius * radius + 1 - logBesselI0(2 * beta * radius) / beta; }

Real ringScore(Real radius, Real beta) { return 2 * (besselRatio(2 * beta * radius) - radius); }

Real ringRadius(Real beta) {
    if (beta <= 1) return 0;
    const auto ratio = [&](Real r) { return besselRatio(2 * beta * r); };
    // d/dz I1/I0 = 1 - ratio^2 - ratio / z
    return fixedPoint(1.0, ratio, [&](Real r) { return 2 * beta * (1 - ratio(r) * ratio(r) - ratio(r) / (2 * beta * r)); });
}

Real pitchfork(Real beta, Real a) {
    if (2 * beta * a * a <= 1) return 0;
    return fixedPoint(
        a, [&](Real x) { return a * std::tanh(2 * beta * a * x); },
        [&](Real x) {
            const Real t = std::tanh(2 * beta * a * x);
            return 2 * beta * a * a * (1 - t * t);
        });
}

}  // namespace engram
