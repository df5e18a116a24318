#include "core/model/capacity.h"

#include <cmath>
#include <numbers>

namespace engram {

namespace {

Real doubleFactorial(int k) {
    Real product = 1;
    for (; k > 1; k -= 2) product *= k;
    return product;
}

Real xLogX(Real x) { return x > 0 ? x * std::log(x) : 0; }

}  // namespace

Real bitErrorRate(int order, Real featureCount, Real patternCount) {
    return 0.5 * std::erfc(std::sqrt(std::pow(featureCount, order - 1) / (2 * patternCount * doubleFactorial(2 * order - 3))));
}

Real capacityAt(int order, Real featureCount, Real error) {
    const Real a = normalQuantile(error);
    return std::pow(featureCount, order - 1) / (a * a * doubleFactorial(2 * order - 3));
}

Real exponentialRate(Real flipped) {
    const Real x = 1 - 2 * flipped;
    return 0.5 * (xLogX(1 + x) + xLogX(1 - x)) / (2 * std::numbers::ln2);
}

Real normalQuantile(Real upperTail) {
    // Newton's method on log of the tail, which is nearly a parabola and so converges from 0 for every tail.
    Real a = 0;
    for (int i = 0; i < 60; ++i) {
        const Real tail = 0.5 * std::erfc(a / std::numbers::sqrt2);
        const Real density = std::exp(-0.5 * a * a) / std::sqrt(2 * std::numbers::pi);
        const Real move = std::log(tail / upperTail) * tail / density;
        a += move;
        if (std::abs(move) < 1e-15 * (1 + std::abs(a))) break;
    }
    return a;
}

}  // namespace engram
