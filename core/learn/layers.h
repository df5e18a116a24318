// Layers as plain descriptions: which tensors of a layout they read and how they are recorded. The weights are given with each call, so
// one description serves training, an average of weights and a snapshot alike.
#pragma once

#include <cstdint>
#include <optional>

#include "core/learn/parameters.h"

namespace engram {

// How the entries of a weight (outputs x inputs) are drawn; gaussian, biases 0.
enum class Init {
    He,      // variance 2 / inputs: keeps the size of rectified signals (He et al. 2015)
    Glorot,  // variance 2 / (inputs + outputs) (Glorot & Bengio 2010)
    Zero
};

struct Dense {
    int weight = -1, bias = -1;            // numbers in the layout; a bias of -1: none
    std::optional<Function> activation;
    Init init = Init::He;
};
// Adds NAME.weight (outputs x inputs) and NAME.bias (outputs x 1).
Dense addDense(TensorLayout& layout, const std::string& name, int inputs, int outputs, std::optional<Function> activation = {},
               Init init = Init::He, bool bias = true);

// Dense layers in a row, of the widths given; the activation follows all but the last.
struct Mlp {
    std::vector<Dense> layers;
};
Mlp addMlp(TensorLayout& layout, const std::string& name, const std::vector<int>& widths, Function activation,
           Init lastInit = Init::Glorot);

// Random Fourier features (Rahimi & Recht 2007; Tancik et al. 2020): sin(B x) on cos(B x), B fixed with gaussian entries of deviation
// `scale`. Not a parameter: it is made of a seed. 2 count x samples of inputs x samples.
template <class T>
struct FourierFeatures {
    Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic> frequencies;   // count x inputs
};
template <class T>
FourierFeatures<T> makeFourierFeatures(int inputs, int count, double scale, std::uint64_t seed);

// Draws what the layers hold. A tensor's entries depend on the seed and its number alone, and are the same for float and double up to
// rounding.
template <class T>
void initialise(Parameters<T>& parameters, const Dense& layer, std::uint64_t seed);
template <class T>
void initialise(Parameters<T>& parameters, const Mlp& mlp, std::uint64_t seed);

template <class T>
Var record(Tape<T>& tape, const WeightView<T>& weights, const Dense& layer, Var x);
template <class T>
Var record(Tape<T>& tape, const WeightView<T>& weights, const Mlp& mlp, Var x);
template <class T>
Var record(Tape<T>& tape, const FourierFeatures<T>& features, Var x);   // the features must outlive the record

}  // namespace engram
