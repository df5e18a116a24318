// Lagrangians of neuron layers: a convex function L of the currents whose gradient is the activation. A layer is chosen by naming
// its Lagrangian; all functions work on batches, one state a column (Krotov & Hopfield 2021, eq. 2 and table 1).
#pragma once

#include <variant>

#include "core/base/scalar.h"

namespace engram {

struct Identity {};                                 // L = |x|^2 / 2
struct LogCosh { Real slope = 1; };                 // L = sum log cosh(slope x) / slope, g = tanh(slope x)
struct SignLimit {};                                // L = sum |x|, g = sign x: LogCosh with an infinite slope
struct Spherical {};                                // L = |x|, g = x / |x|
struct Softmax { Real beta = 1; };                  // L = log sum exp(beta x) / beta
struct Power { int order = 2; bool rectified = true; };  // L = sum x^n / n, of max(x, 0) where rectified
struct Exponential { Real beta = 1; };              // L = sum exp(beta x) / beta
struct Sigmoid { Real slope = 1; };                 // L = sum log(1 + exp(slope x)) / slope, g between 0 and 1

using Lagrangian = std::variant<Identity, LogCosh, SignLimit, Spherical, Softmax, Power, Exponential, Sigmoid>;

using Batch = Eigen::Ref<Matrix>;
using ConstBatch = Eigen::Ref<const Matrix>;

Vector potential(const Lagrangian& lagrangian, const ConstBatch& x);                // L of every column
void activate(const Lagrangian& lagrangian, const ConstBatch& x, Batch g);          // g = dL/dx
// The Hessian of L at x times d, without building it; g is the activation at x.
void curvature(const Lagrangian& lagrangian, const ConstBatch& x, const ConstBatch& g, const ConstBatch& d, Batch out);

Matrix activation(const Lagrangian& lagrangian, const ConstBatch& x);
// False for plain odd powers: nothing then keeps the energy from rising.
bool convex(const Lagrangian& lagrangian);

}  // namespace engram
