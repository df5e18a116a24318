// Kernels along one row: activations and potentials of features and hidden neurons, the move of a state, search.
#pragma once

#include "core/compute/kernels.h"
#include "core/compute/kernels/functions.h"

namespace engram::ENGRAM_KERNELS {

// Calls body(offset, lanes) for whole vectors, then for the rest.
template <class Body>
ENGRAM_INLINE void along(int count, const Body& body) {
    int i = 0;
    for (; i + kLanes <= count; i += kLanes) body(i, kLanes);
    if (i < count) body(i, count - i);
}
ENGRAM_INLINE Floats take(const float* p, int lanes, float filler) { return lanes == kLanes ? load(p) : loadPart(p, lanes, filler); }
ENGRAM_INLINE void put(float* p, Floats x, int lanes) { lanes == kLanes ? store(p, x) : storePart(p, x, lanes); }

ENGRAM_INLINE Floats raised(Floats x, int exponent) {
    Floats result = all(1.0f);
    for (int i = 0; i < exponent; ++i) result *= x;
    return result;
}

constexpr float kNothing = -__builtin_inff();      // as a similarity: no weight

static float largestIn(const float* s, int count) {
    Floats most = all(kNothing);
    along(count, [&](int i, int lanes) { most = larger(take(s + i, lanes, kNothing), most); });
    return largestOf(most);
}

static float hiddenPotential(const HiddenLaw& law, const float* s, int count, float shift) {
    Floats total{};
    if (law.kind == HiddenKind::Power) {
        const Floats floor = all(law.rectified ? 0.0f : kNothing);
        along(count, [&](int i, int lanes) { total += raised(larger(floor, take(s + i, lanes, -shift) + shift), law.order); });
        return sum(total) / float(law.order);
    }
    const float most = law.kind == HiddenKind::Softmax ? largestIn(s, count) : -shift;
    along(count, [&](int i, int lanes) { total += exponential(law.beta * (take(s + i, lanes, kNothing) - most)); });
    return law.kind == HiddenKind::Softmax ? most + shift + __builtin_logf(sum(total)) / law.beta : sum(total) / law.beta;
}

static Weights hiddenWeights(const HiddenLaw& law, float* s, int count, float shift) {
    Floats total{};
    if (law.kind == HiddenKind::Power) {
        const Floats floor = all(law.rectified ? 0.0f : kNothing);
        along(count, [&](int i, int lanes) {
            const Floats x = larger(floor, take(s + i, lanes, -shift) + shift);
            const Floats f = raised(x, law.order - 1);
            total += lanes == kLanes ? f : loadPart(reinterpret_cast<const float*>(&f), lanes, 0);
            put(s + i, f, lanes);
        });
        return {1, sum(total)};
    }
    const float most = law.kind == HiddenKind::Softmax ? largestIn(s, count) : -shift;
    along(count, [&](int i, int lanes) {
        const Floats f = exponential(law.beta * (take(s + i, lanes, kNothing) - most));
        total += f;
        put(s + i, f, lanes);
    });
    const float all = sum(total);
    return law.kind == HiddenKind::Softmax ? Weights{1 / all, 1} : Weights{1, all};
}

static float dot(const float* x, const float* y, int count) {
    Floats even{}, odd{};
    int i = 0;
    for (; i + 2 * kLanes <= count; i += 2 * kLanes) {
        even = fma(load(x + i), load(y + i), even);
        odd = fma(load(x + i + kLanes), load(y + i + kLanes), odd);
    }
    along(count - i, [&](int j, int lanes) { even = fma(take(x + i + j, lanes, 0), take(y + i + j, lanes, 0), even); });
    return sum(even + odd);
}

static float length(const float* v, int count) { return __builtin_sqrtf(dot(v, v, count)); }

// tanh, and what log cosh needs, from e = exp(-2 |x|).
ENGRAM_INLINE Floats tangent(Floats x) {
    const Floats e = exponential(-2.0f * magnitude(x));
    return withSign((1.0f - e) / (1.0f + e), x);
}

static void features(const FeatureLaw& law, const float* v, int count, float* g) {
    float scale = 1;
    if (law.kind == FeatureKind::Spherical) {
        const float norm = length(v, count);
        scale = norm > 0 ? 1 / norm : 0;
    }
    const bool bent = law.kind == FeatureKind::LogCosh;
    along(count, [&](int i, int lanes) {
        const Floats x = take(v + i, lanes, 0);
        put(g + i, bent ? tangent(law.slope * x) : scale * x, lanes);
    });
}

static float featureEnergy(const FeatureLaw& law, const float* v, int count) {
    if (law.kind == FeatureKind::Spherical) return 0;
    if (law.kind == FeatureKind::Identity) return 0.5f * dot(v, v, count);
    Floats total{};
    along(count, [&](int i, int lanes) {
        const Floats x = take(v + i, lanes, 0), e = exponential(-2.0f * law.slope * magnitude(x));  // a filler of 0 has no energy
        const Floats bend = (logarithm(1.0f + e) - 0.693147181f) / law.slope;    // log cosh is |x| + bend
        total += magnitude(x) * ((1.0f - e) / (1.0f + e) - 1.0f) - bend;
    });
    return sum(total);
}

static void pullBack(const FeatureLaw& law, const float* v, const float* g, float* d, int count) {
    if (law.kind == FeatureKind::Identity) return;
    if (law.kind == FeatureKind::LogCosh) {
        along(count, [&](int i, int lanes) {
            const Floats e = exponential(-2.0f * law.slope * magnitude(take(v + i, lanes, 0)));   // 1 - g g without cancellation
            put(d + i, law.slope * 4.0f * e / ((1.0f + e) * (1.0f + e)) * take(d + i, lanes, 0), lanes);
        });
        return;
    }
    const float norm = length(v, count), inverse = norm > 0 ? 1 / norm : 0, across = dot(g, d, count);
    along(count, [&](int i, int lanes) {
        put(d + i, inverse * fma(all(-across), take(g + i, lanes, 0), take(d + i, lanes, 0)), lanes);
    });
}

static float move(float rate, float factor, const float* target, float* v, int count) {
    Floats most{}, bad{};
    along(count, [&](int i, int lanes) {
        const Floats x = take(v + i, lanes, 0), step = rate * fma(all(factor), take(target + i, lanes, 0), -x);
        most = larger(magnitude(step), most);
        bad += step - step;                    // 0, or not a number: a state that diverged has not come to rest
        put(v + i, x + step, lanes);
    });
    return sum(bad) == 0 ? largestOf(most) : __builtin_inff();
}

static void combine(float a, const float* x, float b, const float* y, float* out, int count) {
    along(count, [&](int i, int lanes) { put(out + i, fma(all(a), take(x + i, lanes, 0), b * take(y + i, lanes, 0)), lanes); });
}

static int largest(const float* s, const float* scale, int count) {
    Floats most = all(kNothing);
    along(count, [&](int i, int lanes) {
        const Floats x = take(s + i, lanes, kNothing);
        most = larger(scale ? x * take(scale + i, lanes, 1) : x, most);
    });
    const float best = largestOf(most);
    for (int i = 0; i < count; ++i)
        if ((scale ? s[i] * scale[i] : s[i]) == best) return i;
    return 0;
}

static int atLeast(const float* s, int count, float least, int* kept) {
    int n = 0;
    for (int i = 0; i < count; i += kLanes) {
        const int lanes = count - i < kLanes ? count - i : kLanes;
        if (lanes == kLanes && lanesLess(load(s + i), all(least)) == (1u << kLanes) - 1) continue;
        for (int j = i; j < i + lanes; ++j) {
            kept[n] = j;
            n += s[j] >= least;
        }
    }
    return n;
}

static void addRows(const float* weights, const int* kept, int keptCount, const float* rows, int width, float* out) {
    along(width, [&](int i, int lanes) {
        Floats total{};
        for (int k = 0; k < keptCount; ++k) total = fma(all(weights[kept[k]]), take(rows + long(kept[k]) * width + i, lanes, 0), total);
        put(out + i, total, lanes);
    });
}

static void exps(const float* x, float shift, int count, float* out) {
    along(count, [&](int i, int lanes) { put(out + i, exponential(take(x + i, lanes, 0) + shift), lanes); });
}

static void logs(const float* x, int count, float* out) {
    along(count, [&](int i, int lanes) { put(out + i, logarithm(take(x + i, lanes, 1)), lanes); });
}

}  // namespace engram::ENGRAM_KERNELS
