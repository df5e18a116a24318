// A score learned from the stored points by denoising (Vincent 2011), beside the exact one: a network with Fourier features that guesses
// x_0 from x and sigma, scaled in and out as Karras et al. (2022) do, so that it learns within seconds. For points of the plane.
//
//     xhat = c_skip x + c_out F(c_in x, log sigma / 2)        score = (xhat - x) / sigma^2
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/scalar.h"
#include "core/learn/layers.h"
#include "core/learn/trainer.h"

namespace engram::diffusion_memory {

struct TrainingOptions {
    int width = 128;  // of the three hidden layers
    double rate = 1e-3, ema = 0.999;
    long iterations = 6000;                // in all
    double sigmaMin = 0.02, sigmaMax = 1;  // log sigma is drawn evenly between
    std::uint64_t seed = 7;
};

// A training as a value: copy it to keep the moment.
class ScoreTraining {
public:
    ScoreTraining(const TrainingOptions& options, const Eigen::Matrix2Xd& points);

    // So many iterations of Adam on batches of 512, or as many as are left. Stops for good where the loss explodes; the weights are then
    // those from before this call.
    void train(const Eigen::Matrix2Xd& points, int iterations);
    // xhat of a batch at one sigma, by the average of the weights.
    Matrix denoised(const Eigen::Ref<const Matrix>& x, double sigma) const;

    bool finished() const { return diverged_ || iteration_ >= options_.iterations; }
    bool diverged() const { return diverged_; }
    long iteration() const { return iteration_; }
    double loss() const { return loss_; }  // mean over the last call of train(), of |F - target|^2 per coordinate; about 1 before it
    std::int64_t bytes() const;

private:
    struct Net;
    struct Scales;
    Scales scalesAt(double sigma) const;
    static Var record(Tape<float>& tape, const WeightView<float>& weights, const Net& net, Var input);

    TrainingOptions options_;
    std::shared_ptr<const Net> net_;
    double spread_ = 1;  // deviation of a coordinate of the points
    Trainer<float> trainer_;
    long iteration_ = 0;
    double loss_ = 1;
    bool diverged_ = false;
};

}  // namespace engram::diffusion_memory
