#include "core/learn/layers.h"

#include <cmath>

#include "core/base/error.h"
#include "core/base/random.h"

namespace engram {

Dense addDense(TensorLayout& layout, const std::string& name, int inputs, int outputs, std::optional<Function> activation, Init init,
               bool bias) {
    Dense layer;
    layer.weight = layout.add(name + ".weight", outputs, inputs);
    if (bias) layer.bias = layout.add(name + ".bias", outputs, 1);
    layer.activation = activation, layer.init = init;
    return layer;
}

Mlp addMlp(TensorLayout& layout, const std::string& name, const std::vector<int>& widths, Function activation, Init lastInit) {
    if (widths.size() < 2) fail("the network " + name + " needs a width of its inputs and one of its outputs");
    Mlp mlp;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
        const bool last = i + 2 == widths.size();
        mlp.layers.push_back(addDense(layout, name + "." + std::to_string(i), widths[i], widths[i + 1],
                                      last ? std::nullopt : std::optional(activation), last ? lastInit : Init::He));
    }
    return mlp;
}

namespace {

template <class Matrix>
void fillGaussian(Matrix&& matrix, double deviation, std::uint64_t seed, std::uint64_t stream) {
    Random random(seed, stream);
    for (Eigen::Index i = 0; i < matrix.size(); ++i) matrix.data()[i] = typename std::decay_t<Matrix>::Scalar(deviation * random.normal());
}

}  // namespace

template <class T>
FourierFeatures<T> makeFourierFeatures(int inputs, int count, double scale, std::uint64_t seed) {
    if (inputs < 1 || count < 1 || !(scale > 0)) fail("Fourier features need inputs, a count and a scale above 0");
    FourierFeatures<T> features;
    features.frequencies.resize(count, inputs);
    constexpr std::uint64_t kStream = 0x666f7572696572;   // "fourier": apart from the streams of tensors
    fillGaussian(features.frequencies, scale, seed, kStream);
    return features;
}

template <class T>
void initialise(Parameters<T>& parameters, const Dense& layer, std::uint64_t seed) {
    auto weight = parameters.tensor(layer.weight);
    const double inputs = double(weight.cols()), outputs = double(weight.rows());
    const double variance = layer.init == Init::He ? 2 / inputs : layer.init == Init::Glorot ? 2 / (inputs + outputs) : 0;
    fillGaussian(weight, std::sqrt(variance), seed, std::uint64_t(layer.weight));
    if (layer.bias >= 0) parameters.tensor(layer.bias).setZero();
}
template <class T>
void initialise(Parameters<T>& parameters, const Mlp& mlp, std::uint64_t seed) {
    for (const Dense& layer : mlp.layers) initialise(parameters, layer, seed);
}

template <class T>
Var record(Tape<T>& tape, const WeightView<T>& weights, const Dense& layer, Var x) {
    const Var weight = weights.on(tape, layer.weight);
    const Var sums = layer.bias < 0 ? tape.product(weight, x) : tape.linear(weight, x, weights.on(tape, layer.bias));
    return layer.activation ? tape.apply(*layer.activation, sums) : sums;
}
template <class T>
Var record(Tape<T>& tape, const WeightView<T>& weights, const Mlp& mlp, Var x) {
    for (const Dense& layer : mlp.layers) x = record(tape, weights, layer, x);
    return x;
}
template <class T>
Var record(Tape<T>& tape, const FourierFeatures<T>& features, Var x) {
    const auto& b = features.frequencies;
    const Var angles = tape.product(tape.constant(b.data(), int(b.rows()), int(b.cols())), x);
    return tape.stackRows(tape.apply(Function::Sin, angles), tape.apply(Function::Cos, angles));
}

#define ENGRAM_LAYERS(T)                                                                  \
    template FourierFeatures<T> makeFourierFeatures<T>(int, int, double, std::uint64_t);  \
    template void initialise(Parameters<T>&, const Dense&, std::uint64_t);                \
    template void initialise(Parameters<T>&, const Mlp&, std::uint64_t);                  \
    template Var record(Tape<T>&, const WeightView<T>&, const Dense&, Var);                  \
    template Var record(Tape<T>&, const WeightView<T>&, const Mlp&, Var);                    \
    template Var record(Tape<T>&, const FourierFeatures<T>&, Var);
ENGRAM_LAYERS(float)
ENGRAM_LAYERS(double)
#undef ENGRAM_LAYERS

}  // namespace engram
