// The image model round an Energy Transformer block (Hoover et al. 2023, section 4): a picture is cut into patches, each patch becomes a
// token by one affine map, hidden patches become one learned token, a learned vector says where each stands; after T steps the same layer
// norm and a second affine map turn tokens into pixels. A batch holds the patches of a picture side by side, pixels x (tokens pictures).
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/learn/energy_block.h"
#include "core/learn/trainer.h"

namespace engram::energy_transformer {

struct CompleterShape {
    int tokens = 49, pixels = 16;  // patches of a picture, pixels of a patch
    TransformerSizes sizes;
};

// Which tensors there are; weights come with each call.
struct Completer {
    CompleterShape shape;
    std::shared_ptr<const TensorLayout> layout;
    int encoder = -1, encoderBias = -1, decoder = -1, decoderBias = -1;  // width x pixels and back
    int places = -1, hidden = -1;                                        // width x tokens; the token of a hidden patch
    BlockTensors block;
};
Completer makeCompleter(const CompleterShape& shape);
Parameters<float> drawnWeights(const Completer& completer, std::uint64_t seed);

// Of every patch of a batch: whether it is hidden, and whether it counts in a loss.
using Mask = std::vector<std::uint8_t>;

// Tokens at the start, width x (tokens pictures); pixels of hidden patches are not looked at.
Eigen::MatrixXf embedded(const Completer& completer, const Parameters<float>& weights, const Eigen::Ref<const Eigen::MatrixXf>& patches,
                         const Mask& hidden);
Eigen::MatrixXf decoded(const Completer& completer, const Parameters<float>& weights, const Eigen::Ref<const Eigen::MatrixXf>& tokens);

struct Lesson {
    const Eigen::MatrixXf& patches;
    const Mask &hidden, &counted;
};
// Mean square error of the counted patches after rule.steps steps; sets all gradients of `weights`. The block is loaded with them.
double learn(const Completer& completer, EnergyBlock& block, const BlockRule& rule, const Lesson& lesson, Parameters<float>& weights);

// Patches as decoded after each of `checkpoints` (ascending, in steps), for whole batches.
std::vector<Eigen::MatrixXf> completed(const Completer& completer, EnergyBlock& block, BlockRule rule, const Parameters<float>& weights,
                                       const Eigen::Ref<const Eigen::MatrixXf>& patches, const Mask& hidden,
                                       const std::vector<int>& checkpoints);

}  // namespace engram::energy_transformer
