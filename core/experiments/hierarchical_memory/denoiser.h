// One hidden layer that learns to take noise away: spherical pixels, a softmax over memories, one step of size 1 down the energy, and the
// memories trained so that it ends on the clean picture: the recipe of the published code for hierarchical memories, which takes beta = 10
// and a rate of 4e-2.
//
//     x' = x - dE/dg = W softmax(beta W^T g(x))        g(x) = x / |x|        loss: mean square of g(x') - clean
#pragma once

#include <filesystem>
#include <memory>

#include "core/compute/backend.h"
#include "core/data/images.h"
#include "core/experiment/experiment.h"
#include "core/learn/optimiser.h"

namespace engram::hierarchical_memory {

// Pictures of length 1, one a column.
struct Pictures {
    int width = 0, height = 0;
    FloatMatrix train, test, noisy;          // the test pictures with noise on them
    double meanError = 0, nearestError = 0;  // of test pictures, had one answered with the mean or the nearest stored one
};
FloatMatrix unitPictures(const ImageSet& set);  // a picture a column, of length 1
// Drawn, or of an IDX file, the last tenth kept for tests; errors are those at this noise.
std::shared_ptr<const Pictures> picturesToLearn(const Inputs& inputs, double noise);

// Mean square error over all pixels of the mean picture, the best constant answer, and of the stored picture nearest to the noisy one.
double errorOfMean(const FloatMatrix& train, const FloatMatrix& test);
double errorOfNearest(const FloatMatrix& train, const FloatMatrix& test, const FloatMatrix& noisy);
FloatMatrix withNoise(const FloatMatrix& clean, double deviation, std::uint64_t seed, std::uint64_t stream);

struct DenoiserOptions {
    int memories = 900, batch = 100;
    long iterations = 6000;  // in all
    double rate = 1e-2, sharpness = 40, noise = 0.3;
    std::uint64_t seed = 7;
};

// A training as a value: copy it to keep the moment.
class Denoiser {
public:
    Denoiser(const DenoiserOptions& options, const FloatMatrix& train);

    // So many iterations, or as many as are left. Stops for good where nothing finite would come; the memories are then those from before.
    void train(const FloatMatrix& train, int iterations);
    FloatMatrix denoised(const FloatMatrix& noisy) const;  // of length 1
    double error(const FloatMatrix& clean, const FloatMatrix& noisy) const;
    FloatMatrix memories() const;  // pixels x memories, of length 1

    bool finished() const { return diverged_ || iteration_ >= options_.iterations; }
    bool diverged() const { return diverged_; }
    long iteration() const { return iteration_; }
    double loss() const { return loss_; }        // mean over the last call of train()
    double seconds() const { return seconds_; }  // spent in train(), by the clock
    std::int64_t bytes() const;

private:
    double iterate(const FloatMatrix& clean, const FloatMatrix& noisy);  // one step of Adam; the loss before it

    DenoiserOptions options_;
    Parameters<float> weights_;  // one tensor, pixels x memories, of any length
    Optimiser<float> optimiser_;
    long iteration_ = 0;
    double loss_ = 0, seconds_ = 0;
    bool diverged_ = false;
};

}  // namespace engram::hierarchical_memory
