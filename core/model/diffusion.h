// Diffusion on stored points, in closed form: p_0 = (1/K) sum_mu delta(x - xi_mu), and the dense memory that its score is (Hoover et
// al. 2023, "Memory in Plain Sight"; Pham et al. 2025). Points are features x memories, states features x states, one a column.
//
//     variance exploding   x = x_0 + sigma noise        variance preserving   x = a x_0 + s noise, a^2 + s^2 = 1, sigma = s / a
//     w = softmax_mu(-|x - xi_mu|^2 / (2 sigma^2))      xhat = sum_mu w_mu xi_mu      score = (xhat - x) / sigma^2
//     E(x) = -(1/beta) log [(1/K) sum_mu exp(-beta |x - xi_mu|^2)]       beta = 1 / (2 sigma^2), on squared distances
//
// The same beta on dot products, that of modern Hopfield networks, is twice as large: 1 / sigma^2.
#pragma once

#include <functional>
#include <vector>

#include "core/model/lagrangian.h"

namespace engram {

Real betaOf(Real sigma);  // on squared distances
Real sigmaOf(Real beta);

// What the noisy state says of where it came from.
struct Posterior {
    Matrix weights;  // memories x states
    Matrix mean;     // xhat
    Vector logSum;   // log sum_mu exp(-|x - xi_mu|^2 / (2 sigma^2)), of each state
};
Posterior posterior(const Matrix& points, const ConstBatch& x, Real sigma);

// The constant that decides nothing but whether energies of different sigma can be compared: with the weight 1/K in the logarithm the
// energy never rises along the probability flow (d E / d sigma = 4 sigma KL(w | uniform) + 2 |x - xhat|^2 / sigma), without it, it may.
enum class MixtureWeight { Inside, LeftOut };
Vector diffusionEnergy(const Matrix& points, const ConstBatch& x, Real sigma, MixtureWeight weight = MixtureWeight::Inside);
Vector logDensity(const Matrix& points, const ConstBatch& x, Real sigma);  // of p_t, in nats
Matrix score(const Matrix& points, const ConstBatch& x, Real sigma);       // gradient of the log density
Vector scoreDivergence(const Matrix& points, const ConstBatch& x, Real sigma);
Matrix energyHessian(const Matrix& points, const Vector& x, Real sigma);  // 2 (I - 2 beta Cov_w); a minimum where it is positive
Vector effectiveMemories(const Matrix& weights);                          // exp of the entropy, of each state

// sigma_i = (max^(1/rho) + i/(n-1) (min^(1/rho) - max^(1/rho)))^rho, i = 0 .. n-1, then 0: `levels` = n + 1 in all (Karras et al. 2022).
std::vector<Real> noiseLevels(Real largest, Real smallest, Real rho, int levels);

// xhat of a batch at sigma, exact or trained.
using Denoiser = std::function<Matrix(const ConstBatch& x, Real sigma)>;
Denoiser exactDenoiser(const Matrix& points);  // keeps a reference

// One step of a sampler of the shape x <- x + rate (xhat - x). The probability flow dx/dsigma = (x - xhat) / sigma from sigma to next is
// rate = 1 - next/sigma (with Euler, the DDIM step); a memory at fixed beta is next = sigma with any rate.
enum class Sampler { Euler, Heun, Maruyama };
struct Move {
    Real sigma = 1, next = 0, rate = 1;
};
Move flowMove(Real sigma, Real next);
// `noise` (standard normal, of the size of x) is read by Maruyama alone, which follows the reversed stochastic equation.
void take(Sampler sampler, const Denoiser& denoiser, const Move& move, Batch x, const Matrix* noise = nullptr);

// The log density carried along the flow, variance exploding with sigma(t)^2 = scale^2 t: log p_t0(x) = log p_t1(end) + change. `steps` of
// the classical Runge-Kutta scheme, equal in t.
struct FlowDensity {
    Matrix end;
    Vector change;
};
FlowDensity densityAlongFlow(const Matrix& points, const Matrix& x, Real scale, Real t0, Real t1, int steps);

}  // namespace engram
