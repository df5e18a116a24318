// How far the full dynamics is from the reduced one when the hidden neurons are fast but not infinitely so: first order in
// tau_h / tau_f, so a line of slope 1 on log-log axes.
#pragma once

#include <vector>

#include "core/model/dense_system.h"

namespace engram {

struct AdiabaticGap {
    Vector reducedEnd;                  // v at the end, hidden layer eliminated
    Matrix fullEnds;                    // a column for every tau_h
    std::vector<Real> gaps;             // |full - reduced|
};

// Both dynamics from v0 on the slow manifold, for `duration`, in steps of at most `dt` and half a tau_h of a fourth-order
// exponential Runge-Kutta scheme.
AdiabaticGap adiabaticGap(const DenseSystem& system, const Vector& v0, const std::vector<Real>& tauHiddens, Real duration, Real dt);
// The slope of log(y) against log(x) between two entries.
Real logSlope(Real x0, Real y0, Real x1, Real y1);

// The same dynamics in the coordinates of the span of the memories, the input and `others`: exact for identity and spherical features,
// whose Lagrangians do not change under rotation. `basis` (features x rank) leads back.
struct Spanned {
    DenseSystem system;
    Matrix basis;
};
Spanned spanned(const DenseSystem& system, const Matrix& others);
bool rotationInvariant(const DenseSystem& system);

}  // namespace engram
