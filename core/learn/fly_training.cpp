#include "core/learn/fly_training.h"

#include <algorithm>
#include <cmath>

#include "core/base/random.h"

namespace engram {

namespace {

constexpr std::uint64_t kOrderStream = 63;

std::shared_ptr<const std::vector<int>> orderOf(const FlyText& text, std::uint64_t seed, int epoch) {
    Random random(seed, (kOrderStream << 32) + std::uint64_t(epoch));
    std::vector<int> order = text.windows;
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(std::uint32_t(i))]);
    return std::make_shared<const std::vector<int>>(std::move(order));
}

}  // namespace

FlyTraining::FlyTraining(const FlyOptions& options, std::shared_ptr<const FlyText> text)
    : options_(options),
      text_(std::move(text)),
      order_(orderOf(*text_, options.seed, 0)),
      net_(int(text_->counts.size()), options.cells, options.initialNorm, options.seed),
      wins_(std::size_t(options.cells), 0) {
    double total = 0;
    for (const auto count : text_->counts) total += double(count);
    const double mean = total / double(text_->counts.size());
    for (const auto count : text_->counts)
        inverse_.push_back(count > 0 ? float(std::pow(mean / double(count), options.countExponent)) : 0.0f);
}

int FlyTraining::batchesAnEpoch() const {
    return int((text_->windows.size() + std::size_t(options_.batch) - 1) / std::size_t(options_.batch));
}

double FlyTraining::travel(const FlyOptions& options, std::int64_t windows) {
    return 0.5 * options.rate * options.epochs * std::ceil(double(windows) / options.batch);
}

void FlyTraining::minibatch() {
    if (finished()) return;
    const int words = net_.words(), width = options_.width, centre = width / 2;
    const std::size_t count = std::min(std::size_t(options_.batch), order_->size() - at_);
    std::vector<int> inputs(count * std::size_t(width));
    for (std::size_t a = 0; a < count; ++a) {
        const int* window = text_->tokens.data() + (*order_)[at_ + a];
        int* to = inputs.data() + a * std::size_t(width);
        std::copy(window, window + width, to);
        if (to[centre] >= 0) to[centre] += words;
    }
    const FlyStep step = net_.learn({inputs.data(), width, int(count), inverse_.data(), float(rateNow())});
    for (const int winner : step.winners) ++wins_[std::size_t(winner)];
    energy_ = step.energy / double(count);
    at_ += count, seen_ += std::int64_t(count);
    if (at_ < order_->size()) return;
    net_.tidy();
    last_ = wins_, std::fill(wins_.begin(), wins_.end(), 0);
    at_ = 0, ++epoch_;
    if (!finished()) order_ = orderOf(*text_, options_.seed, epoch_);
}

int FlyTraining::cellsUsed() const {
    const auto& wins = last_.empty() ? wins_ : last_;
    return int(std::count_if(wins.begin(), wins.end(), [](std::int64_t won) { return won > 0; }));
}

double FlyTraining::meanNorm() const {
    double sum = 0;
    for (int k = 0; k < net_.cells(); ++k) sum += net_.norm(k);
    return sum / double(net_.cells());
}

}  // namespace engram
