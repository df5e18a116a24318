// A vector of floats as wide as the instruction set of this unit, and the few operations kernels are written in. Included only by
// the kernel units; everything is static and forced inline.
#pragma once

#include <immintrin.h>

#define ENGRAM_INLINE static inline __attribute__((always_inline))

namespace engram::ENGRAM_KERNELS {

#if defined(__AVX512F__)
constexpr int kLanes = 16;
#elif defined(__AVX2__)
constexpr int kLanes = 8;
#else
constexpr int kLanes = 4;
#endif

using Floats = float __attribute__((vector_size(kLanes * 4), may_alias));
using Ints = int __attribute__((vector_size(kLanes * 4), may_alias));
using LooseFloats = float __attribute__((vector_size(kLanes * 4), aligned(4), may_alias));
using LooseInts = int __attribute__((vector_size(kLanes * 4), aligned(4), may_alias));

ENGRAM_INLINE Floats load(const float* p) { return *reinterpret_cast<const LooseFloats*>(p); }
ENGRAM_INLINE void store(float* p, Floats x) { *reinterpret_cast<LooseFloats*>(p) = x; }
ENGRAM_INLINE Floats all(float x) { return x - Floats{}; }
ENGRAM_INLINE Ints allInts(int x) { return x - Ints{}; }
ENGRAM_INLINE Ints bits(Floats x) { return reinterpret_cast<Ints>(x); }
ENGRAM_INLINE Floats fromBits(Ints x) { return reinterpret_cast<Floats>(x); }
ENGRAM_INLINE Floats magnitude(Floats x) { return fromBits(bits(x) & 0x7fffffff); }
ENGRAM_INLINE Floats withSign(Floats magnitude, Floats sign) { return fromBits(bits(magnitude) | (bits(sign) & int(0x80000000))); }

#if defined(__AVX512F__)
ENGRAM_INLINE Floats fma(Floats a, Floats b, Floats c) { return _mm512_fmadd_ps(a, b, c); }
ENGRAM_INLINE Floats larger(Floats a, Floats b) { return _mm512_max_ps(a, b); }  // b where either is not a number
ENGRAM_INLINE Floats smaller(Floats a, Floats b) { return _mm512_min_ps(a, b); }
ENGRAM_INLINE Floats root(Floats a) { return _mm512_sqrt_ps(a); }
ENGRAM_INLINE unsigned lanesLess(Floats a, Floats b) { return _mm512_cmp_ps_mask(a, b, _CMP_LT_OQ); }
#elif defined(__AVX2__)
ENGRAM_INLINE Floats fma(Floats a, Floats b, Floats c) { return _mm256_fmadd_ps(a, b, c); }
ENGRAM_INLINE Floats larger(Floats a, Floats b) { return _mm256_max_ps(a, b); }
ENGRAM_INLINE Floats smaller(Floats a, Floats b) { return _mm256_min_ps(a, b); }
ENGRAM_INLINE Floats root(Floats a) { return _mm256_sqrt_ps(a); }
ENGRAM_INLINE unsigned lanesLess(Floats a, Floats b) { return unsigned(_mm256_movemask_ps(_mm256_cmp_ps(a, b, _CMP_LT_OQ))); }
#else
ENGRAM_INLINE Floats fma(Floats a, Floats b, Floats c) { return a * b + c; }
ENGRAM_INLINE Floats larger(Floats a, Floats b) { return _mm_max_ps(a, b); }
ENGRAM_INLINE Floats smaller(Floats a, Floats b) { return _mm_min_ps(a, b); }
ENGRAM_INLINE Floats root(Floats a) { return _mm_sqrt_ps(a); }
ENGRAM_INLINE unsigned lanesLess(Floats a, Floats b) { return unsigned(_mm_movemask_ps(_mm_cmplt_ps(a, b))); }
#endif

// Over the lanes of one vector, halves first: the order, and so the rounding, is fixed.
template <int Width>
ENGRAM_INLINE Floats swapped(Floats x) {   // lanes Width apart
    Ints from;
#pragma GCC unroll 16
    for (int i = 0; i < kLanes; ++i) from[i] = i ^ Width;
    return __builtin_shuffle(x, from);
}
ENGRAM_INLINE float sum(Floats x) {
#if defined(__AVX512F__)
    x += swapped<8>(x);
#endif
#if defined(__AVX2__)
    x += swapped<4>(x);
#endif
    x += swapped<2>(x);
    x += swapped<1>(x);
    return x[0];
}
// Of lanes that are numbers.
ENGRAM_INLINE float topOf(Floats x) {
#if defined(__AVX512F__)
    x = larger(x, swapped<8>(x));
#endif
#if defined(__AVX2__)
    x = larger(x, swapped<4>(x));
#endif
    x = larger(x, swapped<2>(x));
    return larger(x, swapped<1>(x))[0];
}
ENGRAM_INLINE float largestOf(Floats x) {
    float most = x[0];
    for (int i = 1; i < kLanes; ++i) most = x[i] > most ? x[i] : most;
    return most;
}

// The last, incomplete vector of a row: missing lanes read as `filler` and are not written.
ENGRAM_INLINE Floats loadPart(const float* p, int count, float filler) {
    Floats x = all(filler);
    float lane[kLanes];
    store(lane, x);
    for (int i = 0; i < count; ++i) lane[i] = p[i];
    return load(lane);
}
ENGRAM_INLINE void storePart(float* p, Floats x, int count) {
    float lane[kLanes];
    store(lane, x);
    for (int i = 0; i < count; ++i) p[i] = lane[i];
}

}  // namespace engram::ENGRAM_KERNELS
