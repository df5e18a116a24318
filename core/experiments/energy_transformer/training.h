// Training of the completer on the stored pictures: AdamW on batches with patches hidden at random, the loss on what is hidden and on a
// tenth of what is not (Hoover et al. 2023; without those the memories stay meaningless). A training is a value: copy it to keep the
// moment.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/experiments/energy_transformer/completer.h"
#include "core/experiments/energy_transformer/world.h"
#include "core/learn/safetensors.h"

namespace engram::energy_transformer {

struct TrainingOptions {
    long iterations = 14000;
    int batch = 16;
    double rate = 1.2e-2;
    BlockRule rule;
    std::uint64_t seed = 7;
};

class Training {
public:
    Training(const TrainingOptions& options, std::shared_ptr<const Completer> completer);
    // Goes on from a file that save() made, with its optimiser and its iteration; throws, naming what differs, where it does not fit.
    Training(const TrainingOptions& options, std::shared_ptr<const Completer> completer, const StoredTensors& from);

    void follow(const BlockRule& rule) { options_.rule = rule; }  // from now on
    // So many iterations, or as many as are left. Stops for good where the loss explodes; weights are then the last good ones.
    void train(const World& world, int iterations);
    Parameters<float> weights() const;  // the average of the last ones
    StoredTensors save() const;

    bool finished() const { return diverged_ || iteration_ >= options_.iterations; }
    bool diverged() const { return diverged_; }
    long iteration() const { return iteration_; }
    double loss() const { return loss_; }  // mean square error of pixels, of the last call of train()
    const std::vector<std::pair<long, double>>& course() const { return course_; }  // iteration and loss, one a call
    std::int64_t bytes() const;

private:
    TrainingOptions options_;
    std::shared_ptr<const Completer> completer_;
    Trainer<float> trainer_;
    long iteration_ = 0;
    double loss_ = 0;
    bool diverged_ = false;
    std::vector<std::pair<long, double>> course_;
};

// Weights with what is needed to use them: the shape and the rule they were trained for.
struct Trained {
    std::shared_ptr<const Completer> completer;
    Parameters<float> weights;
    std::string note;  // how they came about, in words
    BlockRule rule;    // of the training; for random weights that of the moment
};
Trained trainedFrom(const StoredTensors& stored);

}  // namespace engram::energy_transformer
