// A plane through states, and the reduced energy on it. Overlaps are affine in the two coordinates of the plane, so for identity and
// spherical features a point costs as much as there are memories, not as there are synapses.
#pragma once

#include "core/model/dense_system.h"

namespace engram {

struct Plane {
    Vector origin, u, w;                                       // a state is origin + x u + y w
    Vector at(Real x, Real y) const { return origin + x * u + y * w; }
};

// Orthonormal axes, the origin at the mean. Where the three do not span a plane, axes of the space fill in.
Plane planeThrough(const Vector& a, const Vector& b, const Vector& c);
// The rest needs orthonormal axes.
Matrix project(const Plane& plane, const ConstBatch& states);  // 2 x cues
Real shareOutside(const Plane& plane, const Vector& state);    // of the squared distance from the origin, 0..1

// Reduced energy of cue 0 at (xs[i], ys[j]), in row j and column i; the axes need not be orthonormal.
Matrix landscape(const DenseSystem& system, const Plane& plane, const Vector& xs, const Vector& ys);

}  // namespace engram
