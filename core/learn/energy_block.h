// The Energy Transformer block in floats, fast: T steps x <- x - alpha dE/dg over batches of token sets, and the exact gradient of a loss
// through all of them, by the closed adjoint in place of a tape (core/model/energy_transformer.h says what is computed, and is the
// reference). Samples go to cores whole, each from its start to its end; the same bits on any number of threads, and a warm call allocates
// nothing.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/learn/parameters.h"
#include "core/model/energy_transformer.h"

namespace engram {

// Column h Y + y of W_Q is row y of head h, column mu of Xi is memory mu: column-major as the published row-major arrays lie in memory.
template <class Number>
struct BlockNumbers {
    Number *queries = nullptr, *keys = nullptr;  // D x (H Y)
    Number* memories = nullptr;                  // D x M
    Number* gamma = nullptr;                     // 1
    Number* delta = nullptr;                     // D
};

// The block as five tensors of a layout, NAME.queries and so on.
struct BlockTensors {
    TransformerSizes sizes;
    int queries = -1, keys = -1, memories = -1, gamma = -1, delta = -1;
};
BlockTensors addEnergyBlock(TensorLayout& layout, const std::string& name, const TransformerSizes& sizes);
BlockNumbers<const float> valuesOf(const Parameters<float>& parameters, const BlockTensors& block);
BlockNumbers<float> gradientsOf(Parameters<float>& parameters, const BlockTensors& block);
// The same numbers between a model and tensors; a model with other than rectified squares, or a broken one, is refused.
void store(const EnergyTransformer& model, Parameters<float>& parameters, const BlockTensors& block);
EnergyTransformer modelOf(const Parameters<float>& parameters, const BlockTensors& block);

struct BlockRule {
    int tokens = 1, steps = 12;
    float alpha = 0.1f;
    float beta = 0;  // 0: 1 / sqrt(Y)
    float epsilon = 1e-5f;
    bool selfAttention = false;
};

class EnergyBlock {
public:
    explicit EnergyBlock(const TransformerSizes& sizes, const std::string& isa = {});  // isa as kernelsFor
    ~EnergyBlock();

    // Packs the weights: to be called again after each change of them. All samples share the graph.
    void load(const BlockNumbers<const float>& weights, const BlockRule& rule, const TokenGraph& graph = {});

    // x is D x (tokens samples), the tokens of a sample side by side. `path`, where given, is D x (tokens (steps + 1)) of each sample, its
    // states from x0 on, one after the other.
    void run(int samples, const float* x0, float* xT, float* path = nullptr);

    // The part of the loss a sample has, from its tokens at the end (D x tokens); fills dx with its slopes. Called from several threads. A
    // loss that mixes samples is a run, then a train whose loss hands out slopes that are known by then.
    using Loss = std::function<double(int sample, const float* xT, float* dx)>;

    // Returns the loss, the sum of its parts, and SETS the gradients; dx0 and xT are left out where null.
    double train(int samples, const float* x0, const Loss& loss, const BlockNumbers<float>& gradients, float* dx0 = nullptr,
                 float* xT = nullptr);

private:
    struct Packed;
    std::unique_ptr<Packed> packed_;
};

}  // namespace engram
