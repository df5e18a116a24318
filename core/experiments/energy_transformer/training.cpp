#include "core/experiments/energy_transformer/training.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/learn/checkpoint.h"

namespace engram::energy_transformer {

namespace {

constexpr double kScattered = 0.7, kSeenInLoss = 0.1, kLeastHidden = 0.25, kMostHidden = 0.75;
constexpr double kHopeless = 1;                                 // white for black
constexpr std::uint64_t kBatchStream = std::uint64_t(1) << 32;  // one an iteration
constexpr std::uint64_t kLayoutFormat = 1;
constexpr int kMostPixels = 1 << 14;  // of a patch

// Blocks pack weights and keep scratch memory: one a thread, of the size used last.
EnergyBlock& blockFor(const TransformerSizes& sizes) {
    thread_local std::unique_ptr<EnergyBlock> block;
    thread_local TransformerSizes made;
    const bool fits = block && made.width == sizes.width && made.heads == sizes.heads && made.headWidth == sizes.headWidth &&
                      made.memories == sizes.memories;
    if (!fits) block = std::make_unique<EnergyBlock>(sizes), made = sizes;
    return *block;
}

// Hides patches of one picture: scattered ones, or a rectangle.
void hide(Random& random, const Cut& cut, std::uint8_t* hidden, std::uint8_t* counted) {
    const int tokens = cut.tokens();
    std::fill(hidden, hidden + tokens, std::uint8_t(0));
    if (random.uniform() < kScattered) {
        const int count = int(std::lround((kLeastHidden + (kMostHidden - kLeastHidden) * random.uniform()) * tokens));
        scatter(random, tokens, count, hidden);
    } else {
        const auto span = [&] {
            const int least = std::max(1, cut.across * 2 / 5), length = least + int(random.below(std::uint32_t(cut.across - least + 1)));
            return std::pair{int(random.below(std::uint32_t(cut.across - length + 1))), length};
        };
        const auto [left, width] = span();
        const auto [top, height] = span();
        for (int t = 0; t < tokens; ++t)
            hidden[t] = t % cut.across >= left && t % cut.across < left + width && t / cut.across >= top && t / cut.across < top + height;
    }
    for (int t = 0; t < tokens; ++t) counted[t] = hidden[t] || random.uniform() < kSeenInLoss;
}

long wholeOf(const StoredTensors& stored, const char* key) {
    const auto at = stored.metadata.find(key);
    const auto number = at == stored.metadata.end() ? std::nullopt : parseReal(at->second);
    if (!number || *number < 0 || *number > 1e9 || *number != std::floor(*number))
        fail(stored.name + " is no file of Energy Transformer weights: its " + key + " is missing");
    return long(*number);
}

double numberOf(const StoredTensors& stored, const char* key, double otherwise) {
    const auto at = stored.metadata.find(key);
    const auto number = at == stored.metadata.end() ? std::nullopt : parseReal(at->second);
    return number && std::isfinite(*number) && *number > 0 ? *number : otherwise;
}

BlockRule ruleOf(const StoredTensors& stored, const CompleterShape& shape) {
    BlockRule rule;
    rule.tokens = shape.tokens;
    rule.steps = int(std::clamp(wholeOf(stored, "depth"), 1L, 1000L));
    rule.alpha = float(numberOf(stored, "alpha", 1));
    rule.beta = float(numberOf(stored, "beta", 1 / std::sqrt(double(shape.sizes.headWidth))));
    rule.selfAttention = numberOf(stored, "self_attention", 0) > 0;
    return rule;
}

CompleterShape shapeOf(const StoredTensors& stored) {
    if (wholeOf(stored, "energy_transformer") != long(kLayoutFormat))
        fail(stored.name + " holds Energy Transformer weights of a later format");
    CompleterShape shape;
    shape.tokens = int(wholeOf(stored, "tokens")), shape.pixels = int(wholeOf(stored, "pixels"));
    shape.sizes = {int(wholeOf(stored, "width")), int(wholeOf(stored, "heads")), int(wholeOf(stored, "head_width")),
                   int(wholeOf(stored, "memories"))};
    const auto isSquare = [](int n) { return n > 0 && std::lround(std::sqrt(double(n))) * std::lround(std::sqrt(double(n))) == n; };
    if (!isSquare(shape.tokens) || !isSquare(shape.pixels))
        fail(stored.name + " is for " + std::to_string(shape.tokens) + " patches of " + std::to_string(shape.pixels) +
             " pixels, which are no squares");
    if (shape.tokens > kMostTokens || shape.pixels > kMostPixels || shape.sizes.width > 1024 || shape.sizes.heads > 32 ||
        shape.sizes.headWidth > 256 || shape.sizes.memories > 8192)
        fail(stored.name + " says it is larger than any Energy Transformer that can be used");
    if (shape.sizes.width < 2 || shape.sizes.headWidth < 1) fail(stored.name + " says that its tokens have no width");
    return shape;
}

}  // namespace

Training::Training(const TrainingOptions& options, std::shared_ptr<const Completer> completer)
    : options_(options),
      completer_(std::move(completer)),
      trainer_{drawnWeights(*completer_, options.seed),
               Optimiser<float>(AdamW{0.9, 0.99, 1e-8, 0.01}),
               {ScheduleKind::Cosine, options.rate, 100, options.iterations, 0.02 * options.rate},
               1.0,
               MovingAverage<float>(0.99)} {}

Training::Training(const TrainingOptions& options, std::shared_ptr<const Completer> completer, const StoredTensors& from)
    : Training(options, std::move(completer)) {
    if (!from.tensors.count("last.encoder.weight"))
        fail(from.name + " holds no training to go on with: it was finished, or has not begun. weights=shipped uses what it has");
    for (const auto& [key, value] : save().metadata)
        if (const auto found = from.metadata.find(key);
            key != "iteration" && key != "loss" && (found == from.metadata.end() || found->second != value))
            fail(from.name + " was trained with " + key + " " + (found == from.metadata.end() ? "unknown" : found->second) + ", not " +
                 value + ": a training goes on as it began");
    const TensorLayout& layout = *completer_->layout;
    const auto take = [&](const char* prefix) {
        Restored<float> restored = restore<float>(from, layout, prefix);
        if (!restored.warning.empty()) fail(from.name + ": " + restored.warning);
        return std::move(restored.values);
    };
    trainer_.parameters.values() = take("last.");
    iteration_ = wholeOf(from, "iteration");
    trainer_.optimiser = Optimiser<float>(trainer_.optimiser.law(), iteration_, take("first."), take("second."));
    // It began with the weights after the first iteration, which was no update.
    trainer_.average = MovingAverage<float>(trainer_.average->decay(), iteration_ - 1, take("weights."));
}

void Training::train(const World& world, int iterations) {
    const int tokens = world.cut.tokens(), batch = options_.batch;
    Eigen::MatrixXf patches(world.cut.pixels(), Eigen::Index(batch) * tokens);
    Mask hidden(std::size_t(patches.cols())), counted(hidden.size());
    const Trainer<float> good = trainer_;
    double total = 0;
    int done = 0;
    for (; done < iterations && !finished(); ++done) {
        Random random(options_.seed, kBatchStream + std::uint64_t(iteration_));
        for (int b = 0; b < batch; ++b) {
            const auto first = Eigen::Index(b) * tokens;
            patches.middleCols(first, tokens) =
                world.stored.middleCols(Eigen::Index(random.below(std::uint32_t(world.storedCount()))) * tokens, tokens);
            hide(random, world.cut, hidden.data() + first, counted.data() + first);
        }
        const double loss =
            learn(*completer_, blockFor(completer_->shape.sizes), options_.rule, {patches, hidden, counted}, trainer_.parameters);
        const TrainingStep step = trainer_.follow(loss);
        if (step.diverged || loss > kHopeless) {
            trainer_ = good;
            iteration_ -= done;
            diverged_ = true;
            return;
        }
        total += loss;
        ++iteration_;
    }
    if (done == 0) return;
    loss_ = total / done;
    course_.emplace_back(iteration_, loss_);
}

Parameters<float> Training::weights() const {
    Parameters<float> weights = trainer_.parameters;
    if (trainer_.average->updateCount() > 0) weights.values() = trainer_.average->values();
    return weights;
}

StoredTensors Training::save() const {
    const CompleterShape& shape = completer_->shape;
    StoredTensors stored;
    const std::map<std::string, long> numbers{{"energy_transformer", long(kLayoutFormat)},
                                              {"tokens", shape.tokens},
                                              {"pixels", shape.pixels},
                                              {"width", shape.sizes.width},
                                              {"heads", shape.sizes.heads},
                                              {"head_width", shape.sizes.headWidth},
                                              {"memories", shape.sizes.memories},
                                              {"depth", options_.rule.steps},
                                              {"iteration", iteration_},
                                              {"iterations", options_.iterations},
                                              {"batch", options_.batch},
                                              {"seed", long(options_.seed)}};
    for (const auto& [key, value] : numbers) stored.metadata[key] = std::to_string(value);
    stored.metadata["alpha"] = shortest(double(options_.rule.alpha));
    stored.metadata["beta"] = shortest(double(options_.rule.beta));
    stored.metadata["self_attention"] = options_.rule.selfAttention ? "1" : "0";
    stored.metadata["learning_rate"] = shortest(options_.rate);
    stored.metadata["loss"] = significant(loss_, 4);
    const TensorLayout& layout = *completer_->layout;
    store(stored, layout, weights().values(), "weights.");
    if (!finished() && iteration_ > 0) {  // what going on needs
        store(stored, layout, trainer_.parameters.values(), "last.");
        store(stored, layout, trainer_.optimiser.first(), "first.");
        store(stored, layout, trainer_.optimiser.second(), "second.");
    }
    return stored;
}

std::int64_t Training::bytes() const {
    constexpr int kCopies = 5;  // weights, gradients, two moments and the average
    return std::int64_t(trainer_.parameters.values().size() * sizeof(float)) * kCopies + std::int64_t(course_.size() * sizeof(course_[0]));
}

Trained trainedFrom(const StoredTensors& stored) {
    const CompleterShape shape = shapeOf(stored);
    Trained trained;
    trained.completer = std::make_shared<const Completer>(makeCompleter(shape));
    trained.weights = Parameters<float>(trained.completer->layout);
    StoredTensors own;  // a training that goes on has more beside them
    own.name = stored.name;
    for (const auto& [name, tensor] : stored.tensors)
        if (name.rfind("weights.", 0) == 0) own.tensors.emplace(name, tensor);
    const Restored<float> restored = restore<float>(own, *trained.completer->layout, "weights.");
    if (!restored.warning.empty()) fail(stored.name + ": " + restored.warning);
    trained.weights.values() = restored.values;
    trained.rule = ruleOf(stored, shape);
    trained.note = "trained for " + std::to_string(wholeOf(stored, "iteration")) + " iterations at depth " +
                   std::to_string(trained.rule.steps) + ", α = " + significant(double(trained.rule.alpha), 3);
    return trained;
}

}  // namespace engram::energy_transformer
