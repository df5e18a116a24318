// Hierarchical associative memory (Krotov 2021, "Hierarchical Associative Memory"): any number of layers, each with its Lagrangian, size
// and time constant, joined by synapses whose feedback is the exact adjoint of the way up.
//
//     tau_A dx_A/dt = up_A(g_{A-1}) + feedback down_A(g_{A+1}) - x_A        g_A = dL_A/dx_A
//     E = sum_A (x_A.g_A - L_A) - sum_A g_{A+1}.up(g_A)                     dE/dt = -sum_A tau_A xdot_A.H_A xdot_A
//
// With convex Lagrangians, feedback 1, no weights of its own on the way down and one tau a layer E never rises in continuous time, nor
// under the block integrator, which relaxes every other layer exactly, then those between. With another feedback there is no energy to
// speak of.
#pragma once

#include <variant>
#include <vector>

#include "core/model/dense_system.h"

namespace engram {

// A layer of channels x (height x width) neurons; its state is one vector, channels of a place side by side, places row by row. A
// Lagrangian that couples neurons (softmax) does so at each place; the spherical one couples the whole layer.
struct HierarchyLayer {
    Lagrangian law = Identity{};
    int channels = 1, height = 1, width = 1;
    Real tau = 1;
    int size() const { return channels * height * width; }
};

struct DenseSynapse {
    Matrix weights;        // neurons above x neurons below
    Matrix feedback = {};  // neurons below x neurons above, in place of the transpose: there is no energy then; empty: the transpose
};
// Without padding, correlation rather than convolution: filter c at place (p, q) sees the square of `kernel` places from stride (p, q) on.
struct ConvSynapse {
    Matrix filters;  // channels above x (kernel kernel channels below), in the order of a layer's state
    int kernel = 3, stride = 1;
};
using Synapse = std::variant<DenseSynapse, ConvSynapse>;

struct Hierarchy {
    std::vector<HierarchyLayer> layers;
    std::vector<Synapse> synapses;  // A joins layers A and A + 1
    Real feedback = 1;
    std::vector<bool> held = {};  // layers that stand still, whatever drives them; empty: none
};
void checkHierarchy(const Hierarchy& hierarchy);  // throws usage, naming the layer or synapse whose size does not fit

Vector upward(const HierarchyLayer& below, const HierarchyLayer& above, const Synapse& synapse,
              const Vector& g);  // drive of the layer above
Vector downward(const HierarchyLayer& below, const HierarchyLayer& above, const Synapse& synapse,
                const Vector& g);  // its exact adjoint, or by feedback weights of its own
Matrix synapseGradient(const HierarchyLayer& below, const HierarchyLayer& above, const Synapse& synapse, const Vector& gBelow,
                       const Vector& gAbove);  // of the energy, in the shape of its weights

using HierarchyState = std::vector<Vector>;  // one vector a layer

struct HierarchyEnergy {
    Vector layers, synapses;
    Real total() const { return layers.sum() + synapses.sum(); }
};

HierarchyState activations(const Hierarchy& hierarchy, const HierarchyState& x);
HierarchyState rates(const Hierarchy& hierarchy, const HierarchyState& x);  // dx/dt
HierarchyEnergy energy(const Hierarchy& hierarchy, const HierarchyState& x);
Vector dissipation(const Hierarchy& hierarchy,
                   const HierarchyState& x);  // tau xdot.H xdot of each layer: with feedback 1 they sum to -dE/dt
// The energy with a fast softmax layer on top left out: its terms come to -lse(beta W g) / beta.
Real energyWithoutTop(const Hierarchy& hierarchy, const HierarchyState& x);

void step(const Hierarchy& hierarchy, Integrator integrator, Real dt, HierarchyState& x);

}  // namespace engram
