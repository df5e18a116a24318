// Binary neurons, the limit of steep features (Hopfield 1982; Krotov & Hopfield 2016): states are columns of -1 and 1, 0 where a
// neuron is undecided. The energy is reducedEnergy of a system with SignLimit features.
#pragma once

#include <vector>

#include "core/model/dense_system.h"

namespace engram {

// All neurons at once: sigma <- sign(xi^T F'(xi sigma) + I).
Matrix synchronousUpdate(const DenseSystem& system, const Matrix& sigma);
// E(sigma with neuron i flipped) - E(sigma), a row a neuron and a column a cue.
Matrix flipEnergies(const DenseSystem& system, const Matrix& sigma);
// sum_mu xi_mu,i F'(sum_{j != i} xi_mu,j sigma_j): the field on neuron i without its own share.
Matrix selfExcludedField(const DenseSystem& system, const Matrix& sigma);
// One after another in this order, each neuron takes the sign of lower energy and stays where both are equal; clamped ones stay.
void asynchronousSweep(const DenseSystem& system, const std::vector<int>& order, Matrix& sigma);

}  // namespace engram
