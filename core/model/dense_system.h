// The two-layer dense associative memory of Krotov & Hopfield (2021): feature neurons v, hidden neurons h, two-body synapses xi.
//
//     tau_f dv/dt = xi^T f + I - alpha v        g = dL_v/dv        E = [(v - I).g - L_v] + [h.f - L_h] - f.xi g      eq. (1), (2)
//     tau_h dh/dt = xi g - h                    f = dL_h/dh
//
// A state is a batch: column q of v and h belongs to cue q. Columns are worked on in fixed blocks, so results do not depend on the
// number of threads.
#pragma once

#include <memory>

#include "core/model/lagrangian.h"

namespace engram {

using HeldMask = Eigen::Array<bool, Eigen::Dynamic, Eigen::Dynamic>;

struct DenseSystem {
    Lagrangian features, hidden;
    std::shared_ptr<const Matrix> synapses;   // xi, hidden x features: one memory a row
    std::shared_ptr<const Matrix> feedback;   // features x hidden, in place of xi^T where it is not symmetric; null where it is
    std::shared_ptr<const Matrix> input;      // I, features x 1 or features x cues; null for none
    Real inputGain = 1;
    std::shared_ptr<const HeldMask> clamped;      // features x cues: neurons held where they are; null for none
    Vector selfWeights;                       // diagonal of xi^T xi to take out of the feature layer (Hopfield 1982); empty keeps it
    Real tauFeature = 1, tauHidden = 1;
    Real decay = 1;                           // alpha, other than 1 for spherical features only
};

struct DenseState {
    Matrix v, h;
};

struct EnergyTerms {
    Vector feature, hidden, synapse;          // one entry a cue
    Vector total() const { return feature + hidden + synapse; }
};

// dE/dt by layer. With symmetric synapses and free neurons this is -tau xdot^T H xdot, eq. (4); with broken symmetry or clamped
// neurons it is the exact derivative all the same, and may be positive.
struct EnergyRate {
    Vector feature, hidden;
    Vector total() const { return feature + hidden; }
};

enum class Integrator { Block, Rk4, Euler };

DenseState onSlowManifold(const DenseSystem& system, Matrix v);     // h = xi g(v)
EnergyTerms energy(const DenseSystem& system, const DenseState& state);
EnergyRate energyRate(const DenseSystem& system, const DenseState& state);
// Both, for the price of two products.
struct EnergyReading {
    EnergyTerms energy;
    EnergyRate rate;
};
EnergyReading readEnergy(const DenseSystem& system, const DenseState& state);
DenseState rate(const DenseSystem& system, const DenseState& state);     // dv/dt, dh/dt

// One step. Block: exponential Euler, features first with the old f, then the hidden layer with the new g; never raises the energy
// of a symmetric system with convex Lagrangians, for any dt. Rk4: the classical one. Euler: both layers from the old state, which
// may raise the energy at large dt.
void step(const DenseSystem& system, Integrator integrator, Real dt, DenseState& state);

// The hidden layer eliminated (tau_h -> 0): h = xi g(v) at all times.
enum class ReducedIntegrator { Exponential, Rk4, Euler };
Vector reducedEnergy(const DenseSystem& system, const Matrix& v);
Matrix reducedRate(const DenseSystem& system, const Matrix& v);
void reducedStep(const DenseSystem& system, ReducedIntegrator integrator, Real dt, Matrix& v);

}  // namespace engram
