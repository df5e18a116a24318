// Diffusion energies in closed form (Pham et al. 2025): infinitely many points on the unit circle, and two points at -a and a. `beta`
// is on squared distances, 1 / (2 sigma^2).
#pragma once

#include "core/base/scalar.h"

namespace engram {

Real logBesselI0(Real x);  // x >= 0, of any size
Real besselRatio(Real x);  // I1(x) / I0(x)

Real ringEnergy(Real radius, Real beta);  // R^2 + 1 - (1/beta) log I0(2 beta R); towards (R - 1)^2 without noise
Real ringScore(Real radius, Real beta);   // minus its slope: 2 (I1/I0 (2 beta R) - R)
// Where it is lowest: 0 up to beta = 1, then a ring whose radius stays below 1, about 1 - 1 / (4 beta).
Real ringRadius(Real beta);

// The positive minimum between two points at -a and a, x = a tanh(2 beta a x); 0 while the middle is the only one, beta <= 1 / (2 a^2).
Real pitchfork(Real beta, Real a);

}  // namespace engram
