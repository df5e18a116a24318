// exp and log of a vector, at most 2 ulp from the exact value (polynomials of S. Moshier's Cephes library). exp is exactly 0 below
// the smallest normal number and infinite above the largest; log is for positive normal numbers.
#pragma once

#include "core/compute/kernels/simd.h"

namespace engram::ENGRAM_KERNELS {

constexpr float kRounder = 12582912.0f;  // 1.5 * 2^23: adding and subtracting it rounds to an integer
constexpr float kLn2High = 0.693359375f, kLn2Low = -2.12194440e-4f;

// exp r for |r| <= ln 2 / 2
ENGRAM_INLINE Floats exponentialPart(Floats r) {
    Floats p = fma(all(1.9875691500e-4f), r, all(1.3981999507e-3f));
    p = fma(p, r, all(8.3334519073e-3f));
    p = fma(p, r, all(4.1665795894e-2f));
    p = fma(p, r, all(1.6666665459e-1f));
    p = fma(p, r, all(5.0000001201e-1f));
    return fma(p * r, r, r) + 1.0f;
}

ENGRAM_INLINE Floats exponential(Floats x) {
    constexpr float kLeast = -87.33654f, kMost = 88.72283f;
    const Floats inside = smaller(all(kMost), larger(all(kLeast), x));
    const Floats shifted = fma(inside, all(1.44269504f), all(kRounder));
    const Floats n = shifted - kRounder;
    const Floats p = exponentialPart(fma(n, all(-kLn2Low), fma(n, all(-kLn2High), inside)));
    const Floats value = fromBits(bits(p) + (bits(shifted) << 23));  // the rounder's own bits leave with the shift
    return x < kLeast ? Floats{} : (x > kMost ? all(__builtin_inff()) : value);
}

// For weights relative to one near the largest: x is far below 88, and far below -87 is as good as -87.
ENGRAM_INLINE Floats decay(Floats x) {
    const Floats inside = larger(all(-87.0f), x);
    const Floats shifted = fma(inside, all(1.44269504f), all(kRounder));
    const Floats n = shifted - kRounder;
    const Floats p = exponentialPart(fma(n, all(-kLn2Low), fma(n, all(-kLn2High), inside)));
    return fromBits(bits(p) + (bits(shifted) << 23));
}

ENGRAM_INLINE Floats logarithm(Floats x) {
    const Ints raised = bits(x) - 0x3f3504f3;                        // from sqrt(1/2): the exponent, rounded down
    const Floats n = __builtin_convertvector(raised >> 23, Floats);
    const Floats r = fromBits((raised & 0x7fffff) + 0x3f3504f3) - 1.0f;
    const Floats square = r * r;
    Floats p = fma(all(7.0376836292e-2f), r, all(-1.1514610310e-1f));
    p = fma(p, r, all(1.1676998740e-1f));
    p = fma(p, r, all(-1.2420140846e-1f));
    p = fma(p, r, all(1.4249322787e-1f));
    p = fma(p, r, all(-1.6668057665e-1f));
    p = fma(p, r, all(2.0000714765e-1f));
    p = fma(p, r, all(-2.4999993993e-1f));
    p = fma(p, r, all(3.3333331174e-1f));
    Floats low = fma(n, all(kLn2Low), p * r * square);
    low = fma(square, all(-0.5f), low);
    return fma(n, all(kLn2High), r + low);
}

}  // namespace engram::ENGRAM_KERNELS
