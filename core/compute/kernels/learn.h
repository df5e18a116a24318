// Kernels of learning: functions applied to every entry, their slopes, and the step of an optimiser.
#pragma once

#include "core/compute/kernels.h"
#include "core/compute/kernels/rows.h"

namespace engram::ENGRAM_KERNELS {

// The logarithm of any x: below the smallest normal number through a multiple, -infinity of 0, not a number of less.
ENGRAM_INLINE Floats anyLogarithm(Floats x) {
    constexpr float kSmall = 1.17549435e-38f;
    const Floats of = x < kSmall ? x * 0x1p23f : x;
    const Floats value = logarithm(of) - (x < kSmall ? all(23 * 0.693147181f) : Floats{});
    const Floats infinite = all(__builtin_inff()), none = all(__builtin_nanf(""));
    return x > 0.0f ? (x < infinite ? value : infinite) : (x == 0.0f ? -infinite : none);
}

ENGRAM_INLINE Floats sigmoid(Floats x) { return 1.0f / (1.0f + exponential(-x)); }
ENGRAM_INLINE Floats softplus(Floats x) { return larger(Floats{}, x) + logarithm(1.0f + exponential(-magnitude(x))); }

// sin(x + quarters pi/2), by Cody-Waite reduction to a quarter and the polynomials of S. Moshier's Cephes library. For |x| up to
// kMostAngle, beyond which the reduction would lose digits.
constexpr float kMostAngle = 8192;
ENGRAM_INLINE Floats sine(Floats x, int quarters) {
    const Floats shifted = fma(x, all(0.636619772f), all(kRounder)), n = shifted - kRounder;
    const Ints quarter = bits(shifted) + quarters;
    const Floats r = fma(n, all(-7.54978942e-8f), fma(n, all(-4.837512969970703e-4f), fma(n, all(-1.5703125f), x)));
    const Floats square = r * r;
    Floats s = fma(all(-1.9515295891e-4f), square, all(8.3321608736e-3f));
    s = fma(fma(s, square, all(-1.6666654611e-1f)) * square, r, r);
    Floats c = fma(all(2.443315711809948e-5f), square, all(-1.388731625493765e-3f));
    c = fma(fma(c, square, all(4.166664568298827e-2f)), square * square, fma(all(-0.5f), square, all(1.0f)));
    const Floats value = (quarter & 1) == 1 ? c : s;
    return fromBits(bits(value) ^ (quarter & 2) << 30);
}
ENGRAM_INLINE bool anyWide(Floats x) { return lanesLess(all(kMostAngle), magnitude(x)) != 0; }

template <Function F>
ENGRAM_INLINE Floats valueOf(Floats x) {
    switch (F) {
        case Function::Exp: return exponential(x);
        case Function::Log: return anyLogarithm(x);
        case Function::Tanh: return tangent(x);
        case Function::Sigmoid: return sigmoid(x);
        case Function::Relu: return larger(Floats{}, x);
        case Function::Silu: return x * sigmoid(x);
        case Function::Softplus: return softplus(x);
        case Function::Square: return x * x;
        case Function::Sqrt: return root(x);
        case Function::Sin:
        case Function::Cos: {
            if (!anyWide(x)) return sine(x, F == Function::Cos);
            Floats y = x;
            for (int i = 0; i < kLanes; ++i) y[i] = F == Function::Cos ? __builtin_cosf(x[i]) : __builtin_sinf(x[i]);
            return y;
        }
    }
    return x;
}

template <Function F>
ENGRAM_INLINE Floats slopeOf(Floats x, Floats y) {
    switch (F) {
        case Function::Exp: return y;
        case Function::Log: return 1.0f / x;
        case Function::Tanh: return 1.0f - y * y;
        case Function::Sigmoid: return y * (1.0f - y);
        case Function::Relu: return x > 0.0f ? all(1.0f) : Floats{};
        case Function::Silu: {
            const Floats s = sigmoid(x);
            return fma(y, 1.0f - s, s);
        }
        case Function::Softplus: return sigmoid(x);
        case Function::Square: return 2.0f * x;
        case Function::Sqrt: return 0.5f / y;
        case Function::Sin: return valueOf<Function::Cos>(x);
        case Function::Cos: return -valueOf<Function::Sin>(x);
    }
    return x;
}

// Calls body.operator()<F>() for the function named at run time.
template <class Body>
ENGRAM_INLINE void forFunction(Function f, const Body& body) {
    switch (f) {
        case Function::Exp: return body.template operator()<Function::Exp>();
        case Function::Log: return body.template operator()<Function::Log>();
        case Function::Tanh: return body.template operator()<Function::Tanh>();
        case Function::Sigmoid: return body.template operator()<Function::Sigmoid>();
        case Function::Relu: return body.template operator()<Function::Relu>();
        case Function::Silu: return body.template operator()<Function::Silu>();
        case Function::Softplus: return body.template operator()<Function::Softplus>();
        case Function::Sin: return body.template operator()<Function::Sin>();
        case Function::Cos: return body.template operator()<Function::Cos>();
        case Function::Square: return body.template operator()<Function::Square>();
        case Function::Sqrt: return body.template operator()<Function::Sqrt>();
    }
}

static void apply(Function f, const float* x, int count, float* y) {
    forFunction(f, [&]<Function F>() __attribute__((always_inline)) {
        along(count, [&](int i, int lanes) __attribute__((always_inline)) { put(y + i, valueOf<F>(take(x + i, lanes, 1)), lanes); });
    });
}

static void applyBack(Function f, const float* x, const float* y, const float* dy, int count, bool add, float* dx) {
    forFunction(f, [&]<Function F>() __attribute__((always_inline)) {
        along(count, [&](int i, int lanes) __attribute__((always_inline)) {
            const Floats slope = slopeOf<F>(take(x + i, lanes, 1), take(y + i, lanes, 1)), part = slope * take(dy + i, lanes, 0);
            put(dx + i, add ? take(dx + i, lanes, 0) + part : part, lanes);
        });
    });
}

static void adam(const AdamStep& step, const float* g, int count, float* w, float* m, float* v) {
    along(count, [&](int i, int lanes) {
        const Floats weight = take(w + i, lanes, 0), slope = fma(all(step.decay), weight, take(g + i, lanes, 0));
        const Floats mean = take(m + i, lanes, 0), square = take(v + i, lanes, 0);
        const Floats newMean = fma(all(step.towardsMean), slope - mean, mean);
        const Floats newSquare = fma(all(step.towardsSquare), slope * slope - square, square);
        put(m + i, newMean, lanes);
        put(v + i, newSquare, lanes);
        put(w + i, step.keep * weight - step.rate * newMean / (root(newSquare) * step.scale + step.epsilon), lanes);
    });
}

}  // namespace engram::ENGRAM_KERNELS
