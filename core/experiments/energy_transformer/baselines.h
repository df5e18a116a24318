// What a picture with hidden patches is completed to without any energy: the mean picture, the stored picture nearest in what is visible,
// and one step of a dense memory, which is the mean of all stored pictures weighed by a softmax over that distance.
#pragma once

#include "core/experiments/energy_transformer/world.h"

namespace engram::energy_transformer {

struct Baselines {
    Eigen::MatrixXf mean, nearest, oneStep;  // pixels x tokens; visible patches as they are
    int nearestPicture = 0;
};
// `beta` of the dense memory, on squared distances of visible pixels.
Baselines baselines(const World& world, const Eigen::Ref<const Eigen::MatrixXf>& patches, const Mask& hidden, double beta);
// The beta that completes some of the stored pictures best, each looked up among the others, where half of the patches is hidden.
double bestBeta(const World& world, std::uint64_t seed);

// Of the pixels of hidden patches, on values from 0 to 1, predictions cut to that range; 0 where nothing is hidden.
double hiddenError(const Eigen::Ref<const Eigen::MatrixXf>& guess, const Eigen::Ref<const Eigen::MatrixXf>& truth, const Mask& hidden);
constexpr double kExact = 99;         // dB: no error at all
double psnr(double meanSquareError);  // in dB below the largest value, 1; at most kExact

}  // namespace engram::energy_transformer
