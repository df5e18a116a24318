// The Energy Transformer (Hoover et al. 2023, "Energy Transformer", arXiv 2302.07253) on one set of tokens, in double: what every number of
// the faster path is held against. A token is a column: x is D x N. The energy is a function of the normalised tokens g,
//
//     g_A = gamma (x_A - mean) / sqrt(var + epsilon) + delta                          gamma is ONE number: then g = dL/dx
//     E_ATT = -(1/beta) sum_h sum_C log sum_B exp(beta K_hB.Q_hC)                     K = W_K g, Q = W_Q g; query C sees keys B
//     E_HN  = -sum_B L(Xi g_B)                                                        L = |max(., 0)|^2 / 2 unless said otherwise
//
// and the tokens move along x' = -dE/dg, so that E = E_ATT + E_HN never rises in continuous time: dE/dt = -sum E'.(H E'), H = d2L/dx2. A
// finite step alpha keeps that promise without attention; with it, steps that raise E exist, though rarely with weights of use.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "core/model/lagrangian.h"

namespace engram {

struct EnergyTransformer {
    std::vector<Matrix> queries, keys;  // W_Q, W_K: one a head, Y x D
    Matrix memories;                    // Xi: M x D, a memory a row; 0 x D for none
    Real gamma = 1;
    Vector delta;  // D
    Real epsilon = 1e-5;
    Real beta = 1;                                      // of attention; the paper's is 1 / sqrt(Y)
    std::variant<Power, Softmax> law = Power{2, true};  // L
    bool selfAttention = false;                         // the paper excludes B = C, the published weights were trained with it

    // Each of these, where used, takes the promise away: there is no energy then whose gradient the tokens follow.
    Vector channelGamma;  // D entries in place of gamma: ordinary layer normalisation
    bool keyTerm = true;  // false: only the first attention term, as in an ordinary transformer
    Matrix wayBack;       // M x D in place of the transpose of Xi on the way back

    int width() const { return int(delta.size()); }
    int headCount() const { return int(queries.size()); }
    bool promised() const { return channelGamma.size() == 0 && keyTerm && wayBack.size() == 0; }
};

// Entry (B, C) says whether query C may see key B; beside that, selfAttention must allow B = C. 0 x 0: all see all. A query that sees no
// key has no attention energy.
using TokenGraph = Eigen::Matrix<bool, Eigen::Dynamic, Eigen::Dynamic>;

struct TransformerSizes {
    int width = 64, heads = 4, headWidth = 16, memories = 256;  // D, H, Y, M
};
// Gaussian weights, gamma 1, delta 0; the published models started from deviations 0.002 and 0.02.
EnergyTransformer drawnTransformer(const TransformerSizes& sizes, std::uint64_t seed, Real attentionDeviation = 0.002,
                                   Real memoryDeviation = 0.02);

// Throw usage, naming what does not fit.
void checkTransformer(const EnergyTransformer& model);
void checkTokens(const EnergyTransformer& model, const TokenGraph& graph, const ConstBatch& x);

// The layer norm of a scalar gamma as a neuron layer with the Lagrangian L_A = D gamma sqrt(var + epsilon) + delta.x, of each token.
Matrix normalised(const EnergyTransformer& model, const ConstBatch& x);                          // g
Vector normPotential(const EnergyTransformer& model, const ConstBatch& x);                       // L
Vector neuronEnergy(const EnergyTransformer& model, const ConstBatch& x);                        // x.g - L; tiny, and no part of E
Matrix normCurvature(const EnergyTransformer& model, const ConstBatch& x, const ConstBatch& d);  // H d

struct TransformerEnergy {
    Matrix attention;  // heads x tokens: of each as query
    Vector memory;     // of each token
    Real total() const { return attention.sum() + memory.sum(); }
};

// All there is to know of tokens that stand at x.
struct TransformerLook {
    Matrix g;
    TransformerEnergy energy;
    std::vector<Matrix> attention;  // p of each head, keys x queries: columns add up to 1
    // -dE/dg in three parts, D x N: as a query towards the keys it sees, as a key towards the queries that see it, towards the memories.
    Matrix asQuery, asKey, towardsMemory;

    Matrix force() const { return asQuery + asKey + towardsMemory; }
    // The attention energy of query C is sum_B p_BC times itself: what falls on each token as a key.
    Vector energyAsKey() const;
};

TransformerLook look(const EnergyTransformer& model, const TokenGraph& graph, const ConstBatch& x);
TransformerEnergy energy(const EnergyTransformer& model, const TokenGraph& graph, const ConstBatch& x);
Real energyRate(const EnergyTransformer& model, const ConstBatch& x, const ConstBatch& force);  // dE/dt along x' = force = -dE/dg

// x <- x - alpha dE/dg.
void step(const EnergyTransformer& model, const TokenGraph& graph, Real alpha, Matrix& x);
// The same with alpha halved until E does not rise; returns the alpha used, 0 where no step was small enough.
Real stepDown(const EnergyTransformer& model, const TokenGraph& graph, Real alpha, Matrix& x);

}  // namespace engram
