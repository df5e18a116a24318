#include "core/base/error.h"
#include "core/learn/energy_block.h"

namespace engram {

BlockTensors addEnergyBlock(TensorLayout& layout, const std::string& name, const TransformerSizes& sizes) {
    const int rows = sizes.heads * sizes.headWidth;
    return {sizes,
            layout.add(name + ".queries", sizes.width, rows),
            layout.add(name + ".keys", sizes.width, rows),
            layout.add(name + ".memories", sizes.width, sizes.memories),
            layout.add(name + ".gamma", 1, 1),
            layout.add(name + ".delta", sizes.width, 1)};
}

namespace {

template <class Number, class Buffer>
BlockNumbers<Number> numbersOf(Buffer& buffer, const TensorLayout& layout, const BlockTensors& block) {
    const auto at = [&](int tensor) { return buffer.data() + layout.place(tensor).offset; };
    return {at(block.queries), at(block.keys), at(block.memories), at(block.gamma), at(block.delta)};
}

}  // namespace

BlockNumbers<const float> valuesOf(const Parameters<float>& parameters, const BlockTensors& block) {
    return numbersOf<const float>(parameters.values(), parameters.layout(), block);
}

BlockNumbers<float> gradientsOf(Parameters<float>& parameters, const BlockTensors& block) {
    return numbersOf<float>(parameters.gradients(), parameters.layout(), block);
}

void store(const EnergyTransformer& model, Parameters<float>& parameters, const BlockTensors& block) {
    checkTransformer(model);
    const auto* law = std::get_if<Power>(&model.law);
    if (!model.promised() || !law || law->order != 2 || !law->rectified)
        usage("the fast block knows rectified square memories, tied, with one gamma and both attention terms; nothing else");
    const TransformerSizes& s = block.sizes;
    if (model.width() != s.width || model.headCount() != s.heads || (s.heads > 0 && model.keys[0].rows() != s.headWidth) ||
        model.memories.rows() != s.memories)
        usage("the model is of another size than the block it is to be stored in");
    auto queries = parameters.tensor(block.queries), keys = parameters.tensor(block.keys);
    for (int h = 0; h < s.heads; ++h) {
        queries.middleCols(h * s.headWidth, s.headWidth) = model.queries[std::size_t(h)].transpose().cast<float>();
        keys.middleCols(h * s.headWidth, s.headWidth) = model.keys[std::size_t(h)].transpose().cast<float>();
    }
    parameters.tensor(block.memories) = model.memories.transpose().cast<float>();
    parameters.tensor(block.gamma)(0, 0) = float(model.gamma);
    parameters.tensor(block.delta) = model.delta.cast<float>();
}

EnergyTransformer modelOf(const Parameters<float>& parameters, const BlockTensors& block) {
    const TransformerSizes& s = block.sizes;
    EnergyTransformer model;
    const Eigen::MatrixXf queries = parameters.tensor(block.queries), keys = parameters.tensor(block.keys);
    for (int h = 0; h < s.heads; ++h) {
        model.queries.push_back(queries.middleCols(h * s.headWidth, s.headWidth).transpose().cast<Real>());
        model.keys.push_back(keys.middleCols(h * s.headWidth, s.headWidth).transpose().cast<Real>());
    }
    model.memories = parameters.tensor(block.memories).transpose().cast<Real>();
    model.gamma = Real(parameters.tensor(block.gamma)(0, 0));
    model.delta = parameters.tensor(block.delta).cast<Real>();
    model.beta = 1 / std::sqrt(Real(s.headWidth));
    return model;
}

}  // namespace engram
