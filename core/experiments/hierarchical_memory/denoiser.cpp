#include "core/experiments/hierarchical_memory/denoiser.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/data/glyphs.h"
#include "core/data/idx.h"
#include "core/learn/schedule.h"
#include "core/learn/slices.h"

namespace engram::hierarchical_memory {

namespace {

constexpr int kSlice = 50, kGlyphs = 4000, kGlyphSide = 20, kMostPictures = 60000, kMostTest = 500, kLeastPictures = 20;
constexpr double kGlyphDeformation = 0.8;
// Memories begin as pictures, with the length that the recipe gives them: they are told apart from the start, which takes a tenth of the
// time that the recipe's start from one point does.
constexpr double kStartLength = 5.6, kStartNoise = 0.02;
constexpr double kLastRate = 0.01;                                                                                     // of the first
constexpr std::uint64_t kWeightStream = 91, kTestStream = 92, kOrderSeed = 93, kNoiseStream = std::uint64_t(1) << 33;  // one an iteration

Slices<float>& slices() {
    thread_local Slices<float> scratch(kSlice);
    return scratch;
}

Var ofLengthOne(Tape<float>& tape, Var x) {
    constexpr float kLeast = 1e-12f;
    return tape.divide(x, tape.apply(Function::Sqrt, tape.affine(tape.sumColumns(tape.apply(Function::Square, x)), 1, kLeast)));
}

Var record(Tape<float>& tape, Var memories, double sharpness, Var noisy) {
    const Var active = tape.softmax(tape.product(memories, ofLengthOne(tape, noisy), true), float(sharpness));
    return ofLengthOne(tape, tape.product(memories, active));
}

void setLengthOne(FloatMatrix& x) {
    for (Eigen::Index q = 0; q < x.cols(); ++q) x.col(q) /= std::max(1e-6f, x.col(q).norm());
}

}  // namespace

double errorOfMean(const FloatMatrix& train, const FloatMatrix& test) {
    const Eigen::VectorXf mean = train.rowwise().mean();
    return double((test.colwise() - mean).squaredNorm()) / double(test.size());
}

double errorOfNearest(const FloatMatrix& train, const FloatMatrix& test, const FloatMatrix& noisy) {
    double sum = 0;
    constexpr Eigen::Index kAtOnce = 64;
    for (Eigen::Index first = 0; first < test.cols(); first += kAtOnce) {
        const Eigen::Index count = std::min(kAtOnce, test.cols() - first);
        const FloatMatrix overlap = train.transpose() * noisy.middleCols(first, count);  // all have length 1
        for (Eigen::Index q = 0; q < count; ++q) {
            Eigen::Index nearest = 0;
            overlap.col(q).maxCoeff(&nearest);
            sum += double((train.col(nearest) - test.col(first + q)).squaredNorm());
        }
    }
    return sum / double(test.size());
}

FloatMatrix withNoise(const FloatMatrix& clean, double deviation, std::uint64_t seed, std::uint64_t stream) {
    FloatMatrix noisy = clean;
    constexpr int kAtOnce = 16;  // columns; each takes a stretch of the stream's own
    forBlocks(int(clean.cols()), kAtOnce, [&](int begin, int end) {
        Random random(seed ^ (std::uint64_t(begin) << 32), stream);
        for (int q = begin; q < end; ++q)
            for (Eigen::Index i = 0; i < clean.rows(); ++i) noisy(i, q) += float(deviation * random.normal());
    });
    return noisy;
}

FloatMatrix unitPictures(const ImageSet& set) {
    FloatMatrix pictures = Eigen::Map<const FloatMatrix>(set.pixels.data(), set.width * set.height, set.count);
    setLengthOne(pictures);
    return pictures;
}

std::shared_ptr<const Pictures> picturesToLearn(const Inputs& inputs, double noise) {
    const ImageSet set =
        inputs.data.empty() ? drawGlyphs(kGlyphs, kGlyphSide, inputs.seed, kGlyphDeformation) : loadIdxImages(inputs.data, kMostPictures);
    if (set.count < kLeastPictures)
        fail(inputs.data.string() + " holds " + std::to_string(set.count) + " pictures; at least " + std::to_string(kLeastPictures) +
             " are needed to learn from some and test on others");
    auto pictures = std::make_shared<Pictures>();
    pictures->width = set.width, pictures->height = set.height;
    const FloatMatrix all = unitPictures(set);
    const int test = std::clamp(set.count / 10, 1, kMostTest);
    pictures->train = all.leftCols(set.count - test), pictures->test = all.rightCols(test);
    pictures->meanError = errorOfMean(pictures->train, pictures->test);
    pictures->noisy = withNoise(pictures->test, noise, inputs.seed, kTestStream);
    pictures->nearestError = errorOfNearest(pictures->train, pictures->test, pictures->noisy);
    return pictures;
}

Denoiser::Denoiser(const DenoiserOptions& options, const FloatMatrix& train) : options_(options), optimiser_(Adam{}) {
    auto layout = std::make_shared<TensorLayout>();
    layout->add("memories", int(train.rows()), options.memories);
    weights_ = Parameters<float>(layout);
    Random random(options.seed, kWeightStream);
    auto w = weights_.tensor(0);
    for (Eigen::Index k = 0; k < w.cols(); ++k) w.col(k) = kStartLength * train.col(random.below(std::uint32_t(train.cols())));
    for (float& v : w.reshaped()) v += float(kStartNoise * random.normal());
}

void Denoiser::train(const FloatMatrix& train, int iterations) {
    const auto start = std::chrono::steady_clock::now();
    Shuffle order(options_.seed ^ kOrderSeed, int(train.cols()), std::min(options_.batch, int(train.cols())));
    double total = 0;
    int done = 0;
    for (; done < iterations && !finished(); ++done) {
        const std::span<const int> batch = order.batch(iteration_);
        FloatMatrix clean(train.rows(), Eigen::Index(batch.size()));
        for (std::size_t q = 0; q < batch.size(); ++q) clean.col(Eigen::Index(q)) = train.col(batch[q]);
        total += iterate(clean, withNoise(clean, options_.noise, options_.seed, kNoiseStream + std::uint64_t(iteration_)));
        if (!diverged_) ++iteration_;
    }
    if (done > 0 && !diverged_) loss_ = total / done;
    seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// The loss is a function of memories of length 1. Its gradient is led through the division by their length here, once, and not in every
// slice of the batch: dw = (dm - m (m.dm)) / |w|.
double Denoiser::iterate(const FloatMatrix& clean, const FloatMatrix& noisy) {
    const auto w = weights_.tensor(0);
    const Eigen::RowVectorXf lengths = w.colwise().norm();
    Parameters<float> unit(weights_.sharedLayout());
    auto m = unit.tensor(0);
    m = w.array().rowwise() / lengths.array();
    const double loss =
        slices().run(unit, int(clean.cols()), [&](Tape<float>& tape, const WeightView<float>& weights, int first, int count) {
            const Var guess = record(tape, weights.on(tape, 0), options_.sharpness, tape.copy(noisy.middleCols(first, count)));
            const Var off = tape.subtract(guess, tape.copy(clean.middleCols(first, count)));
            return tape.scale(tape.sum(tape.apply(Function::Square, off)), 1 / float(clean.size()));
        });
    const auto dm = unit.gradient(0);
    const Eigen::RowVectorXf along = (m.array() * dm.array()).colwise().sum();
    weights_.gradient(0) = (dm.array() - m.array().rowwise() * along.array()).rowwise() / lengths.array();
    diverged_ = engram::diverged(loss, gradientNorm(weights_));
    const Schedule falling{ScheduleKind::Cosine, options_.rate, 0, options_.iterations, kLastRate * options_.rate};
    if (!diverged_) optimiser_.step(weights_, falling.at(optimiser_.stepCount()));
    return loss;
}

FloatMatrix Denoiser::denoised(const FloatMatrix& noisy) const {
    FloatMatrix guess(noisy.rows(), noisy.cols());
    const FloatMatrix unit = memories();
    slices().evaluate(noisy, guess, [&](Tape<float>& tape, Var in) {
        return record(tape, tape.constant(unit.data(), int(unit.rows()), int(unit.cols())), options_.sharpness, in);
    });
    return guess;
}

double Denoiser::error(const FloatMatrix& clean, const FloatMatrix& noisy) const {
    return double((denoised(noisy) - clean).squaredNorm()) / double(clean.size());
}

FloatMatrix Denoiser::memories() const {
    FloatMatrix memories = weights_.tensor(0);
    setLengthOne(memories);
    return memories;
}

std::int64_t Denoiser::bytes() const {
    constexpr int kCopies = 4;  // weights, gradients and two moments
    return std::int64_t(weights_.values().size()) * std::int64_t(sizeof(float)) * kCopies;
}

}  // namespace engram::hierarchical_memory
