// Kernels of the energy transformer, between its matrix products: layer norm, attention and rectified memories, with their slopes. Rows are
// whole vectors; of the last, only lanes within the row count.
#pragma once

#include "core/compute/kernels.h"
#include "core/compute/kernels/functions.h"

namespace engram::ENGRAM_KERNELS {

struct RowShape {
    int whole, vectors;  // lanes in whole vectors; lanes in all
    Ints within;         // of the last vector, where it is not whole

    __attribute__((always_inline)) explicit RowShape(int count)
        : whole(count / kLanes * kLanes), vectors((count + kLanes - 1) / kLanes * kLanes) {
        for (int i = 0; i < kLanes; ++i) within[i] = i < count - whole ? -1 : 0;
    }
    // Calls body(offset, keep), where keep(x) has 0 in the lanes outside.
    template <class Body>
    __attribute__((always_inline)) void along(const Body& body) const {
        for (int i = 0; i < whole; i += kLanes)
            body(
                i, [](Floats x) __attribute__((always_inline)) { return x; });
        if (whole < vectors)
            body(
                whole, [this](Floats x) __attribute__((always_inline)) { return fromBits(bits(x) & within); });
    }
};

static void normalise(const TokenRows& t, const float* x, float gamma, const float* delta, float epsilon, float* standard, float* g,
                      float* inverse) {
    const RowShape shape(t.count);
    for (int r = 0; r < t.rows; ++r, x += t.stride, standard += t.stride, g += t.stride) {
        Floats total{}, squares{};
        for (int i = 0; i < shape.vectors; i += kLanes) total += load(x + i);
        const float mean = sum(total) / float(t.count);
        shape.along([&](int i, auto keep) __attribute__((always_inline)) {
            const Floats d = keep(load(x + i) - mean);
            squares = fma(d, d, squares);
        });
        const float scale = 1 / __builtin_sqrtf(sum(squares) / float(t.count) + epsilon);
        shape.along([&](int i, auto keep) __attribute__((always_inline)) {
            const Floats z = keep((load(x + i) - mean) * scale);
            store(standard + i, z);
            store(g + i, fma(all(gamma), z, load(delta + i)));
        });
        inverse[r] = scale;
    }
}

static float normaliseBack(const TokenRows& t, const float* dg, const float* standard, const float* inverse, float gamma, float* dDelta,
                           float* dx) {
    const RowShape shape(t.count);
    float dGamma = 0;
    for (int r = 0; r < t.rows; ++r, dg += t.stride, standard += t.stride, dx += t.stride) {
        Floats total{}, along{};
        for (int i = 0; i < shape.vectors; i += kLanes) {
            const Floats d = load(dg + i);
            total += d;
            along = fma(d, load(standard + i), along);
            store(dDelta + i, load(dDelta + i) + d);
        }
        const float own = sum(along), mean = sum(total) / float(t.count), part = own / float(t.count), scale = gamma * inverse[r];
        dGamma += own;
        shape.along([&](int i, auto keep) __attribute__((always_inline)) {
            const Floats change = load(dg + i) - mean - part * load(standard + i);
            store(dx + i, fma(all(scale), keep(change), load(dx + i)));
        });
    }
    return dGamma;
}

static void attend(const TokenRows& t, float beta, bool self, const float* barrier, float* s) {
    constexpr float kBarred = -__builtin_inff();
    const RowShape shape(t.count);
    if (barrier)
        for (int r = 0; r < t.rows; ++r)
            for (long i = r * t.stride; i < r * t.stride + shape.vectors; i += kLanes) store(s + i, load(s + i) + load(barrier + i));
    if (!self)  // of all rows first: a vector read soon after one of its lanes was written would wait
        for (int r = 0; r < t.rows; ++r) s[r * t.stride + r] = kBarred;
    for (int r = 0; r < t.rows; ++r, s += t.stride) {
        Floats most = all(kBarred);
        for (int i = 0; i < shape.whole; i += kLanes) most = larger(load(s + i), most);
        if (shape.whole < shape.vectors) {
            const Floats last = load(s + shape.whole);
            most = larger(shape.within != 0 ? last : all(kBarred), most);
        }
        const float peak = topOf(most);
        Floats total{};
        const float top = peak > kBarred ? peak : 0;
        shape.along([&](int i, auto keep) __attribute__((always_inline)) {
            const Floats p = keep(exponential(beta * (load(s + i) - top)));
            total += p;
            store(s + i, p);
        });
        const float all = sum(total), scale = all > 0 ? 1 / all : 0;
        for (int i = 0; i < shape.vectors; i += kLanes) store(s + i, load(s + i) * scale);
    }
}

static void attendBack(const TokenRows& t, float beta, const float* p, float* d) {
    const RowShape shape(t.count);
    for (int r = 0; r < t.rows; ++r, p += t.stride, d += t.stride) {
        Floats total{};
        for (int i = 0; i < shape.vectors; i += kLanes) total = fma(load(p + i), load(d + i), total);
        const float mean = sum(total);
        for (int i = 0; i < shape.vectors; i += kLanes) store(d + i, load(p + i) * (beta * (load(d + i) - mean)));
    }
}

static void rectify(const TokenRows& t, float* r) {
    const RowShape shape(t.count);
    for (int row = 0; row < t.rows; ++row, r += t.stride)
        for (int i = 0; i < shape.vectors; i += kLanes) store(r + i, larger(load(r + i), Floats{}));
}

static void rectifyBack(const TokenRows& t, const float* r, float* d) {
    const RowShape shape(t.count);
    for (int row = 0; row < t.rows; ++row, r += t.stride, d += t.stride)
        for (int i = 0; i < shape.vectors; i += kLanes) store(d + i, load(r + i) > 0.0f ? load(d + i) : Floats{});
}

}  // namespace engram::ENGRAM_KERNELS
