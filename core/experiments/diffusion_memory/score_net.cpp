#include "core/experiments/diffusion_memory/score_net.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"

namespace engram::diffusion_memory {

namespace {

constexpr int kBatch = 512, kSlice = 256, kInputs = 3, kFrequencies = 48;
constexpr double kFrequencyScale = 2, kHopeless = 50;           // times the loss of knowing nothing
constexpr std::uint64_t kBatchStream = std::uint64_t(1) << 32;  // one an iteration

Slices<float>& slices() {
    thread_local Slices<float> scratch(kSlice);
    return scratch;
}

}  // namespace

struct ScoreTraining::Net {
    std::shared_ptr<TensorLayout> layout = std::make_shared<TensorLayout>();
    Mlp mlp;
    FourierFeatures<float> features;
};

struct ScoreTraining::Scales {
    double in, skip, out, level;
};

ScoreTraining::ScoreTraining(const TrainingOptions& options, const Eigen::Matrix2Xd& points)
    : options_(options), spread_(std::max(1e-3, std::sqrt(points.squaredNorm() / double(points.size())))) {
    auto net = std::make_shared<Net>();
    const int w = options.width;
    net->features = makeFourierFeatures<float>(kInputs, kFrequencies, kFrequencyScale, options.seed);
    net->mlp = addMlp(*net->layout, "score", {kInputs + 2 * kFrequencies, w, w, w, 2}, Function::Silu, Init::Zero);
    trainer_ = {Parameters<float>(net->layout),
                Optimiser<float>(Adam{}),
                {ScheduleKind::Cosine, options.rate, 100, options.iterations, 0.02 * options.rate},
                1.0,
                MovingAverage<float>(options.ema)};
    initialise(trainer_.parameters, net->mlp, options.seed);
    net_ = std::move(net);
}

ScoreTraining::Scales ScoreTraining::scalesAt(double sigma) const {
    const double both = std::hypot(sigma, spread_);
    return {1 / both, spread_ * spread_ / (both * both), sigma * spread_ / both,
            0.5 * std::log(std::clamp(sigma, options_.sigmaMin, options_.sigmaMax))};
}

Var ScoreTraining::record(Tape<float>& tape, const WeightView<float>& weights, const Net& net, Var input) {
    return engram::record(tape, weights, net.mlp, tape.stackRows(input, engram::record(tape, net.features, input)));
}

void ScoreTraining::train(const Eigen::Matrix2Xd& points, int iterations) {
    Eigen::MatrixXf input(kInputs, kBatch), target(2, kBatch);
    const Trainer<float> good = trainer_;
    double total = 0;
    int done = 0;
    for (; done < iterations && !finished(); ++done) {
        Random random(options_.seed, kBatchStream + std::uint64_t(iteration_));
        for (int q = 0; q < kBatch; ++q) {
            const Eigen::Vector2d clean = points.col(random.below(std::uint32_t(points.cols())));
            const double sigma = options_.sigmaMin * std::pow(options_.sigmaMax / options_.sigmaMin, random.uniform());
            const Eigen::Vector2d noisy = clean + sigma * Eigen::Vector2d(random.normal(), random.normal());
            const Scales scales = scalesAt(sigma);
            input.col(q) << float(scales.in * noisy[0]), float(scales.in * noisy[1]), float(scales.level);
            target.col(q) = ((clean - scales.skip * noisy) / scales.out).cast<float>();
        }
        const TrainingStep step =
            trainer_.step(slices(), kBatch, [&](Tape<float>& tape, const WeightView<float>& weights, int first, int count) {
                const Var guess = record(tape, weights, *net_, tape.copy(input.middleCols(first, count)));
                return tape.scale(tape.sum(tape.apply(Function::Square, tape.subtract(guess, tape.copy(target.middleCols(first, count))))),
                                  1.0f / (2 * kBatch));
            });
        if (step.diverged || step.loss > kHopeless) {  // finite weights may be hopeless as well
            trainer_ = good;
            iteration_ -= done;
            diverged_ = true;
            return;
        }
        total += step.loss;
        ++iteration_;
    }
    if (done > 0) loss_ = total / done;
}

Matrix ScoreTraining::denoised(const Eigen::Ref<const Matrix>& x, double sigma) const {
    const Scales scales = scalesAt(sigma);
    Eigen::MatrixXf input(kInputs, x.cols()), guess(2, x.cols());
    input.topRows(2) = (scales.in * x).cast<float>();
    input.row(2).setConstant(float(scales.level));
    const WeightView<float> weights =
        trainer_.average->updateCount() > 0 ? trainer_.average->weights(*net_->layout) : trainer_.parameters.fixed();
    slices().evaluate(input, guess, [&](Tape<float>& tape, Var in) { return record(tape, weights, *net_, in); });
    return scales.skip * x + scales.out * guess.cast<Real>();
}

std::int64_t ScoreTraining::bytes() const {
    constexpr int kCopies = 5;  // weights, gradients, two moments and the average
    return std::int64_t(trainer_.parameters.values().size()) * std::int64_t(sizeof(float)) * kCopies;
}

}  // namespace engram::diffusion_memory
