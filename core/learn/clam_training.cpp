#include "core/learn/clam_training.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/random.h"
#include "core/learn/schedule.h"
#include "core/model/kmeans.h"

namespace engram {

namespace {

constexpr std::uint64_t kStartStream = 720, kMaskStream = 1 << 20;  // a stream an epoch
constexpr double kStartSpread = 0.1, kSlower = 0.8, kGain = 1e-3;
constexpr int kPatience = 10;

std::shared_ptr<const TensorLayout> layoutOf(Eigen::Index features, int clusters) {
    TensorLayout layout;
    layout.add("prototypes", int(features), clusters);
    return std::make_shared<const TensorLayout>(layout);
}

// One a thread and size: what it works with is found again in the next epoch.
Completion& completionFor(int features, int clusters) {
    static thread_local std::map<std::pair<int, int>, Completion> all;
    if (all.size() > 4 && !all.count({features, clusters})) all.clear();
    return all.try_emplace({features, clusters}, features, clusters).first->second;
}

}  // namespace

Vector fillOf(const FloatMatrix& points, MaskValue value) {
    switch (value) {
        case MaskValue::Mean:
            return points.cast<Real>().rowwise().mean();
        case MaskValue::Least:
            return points.rowwise().minCoeff().cast<Real>();
        case MaskValue::Most:
            return points.rowwise().maxCoeff().cast<Real>();
        case MaskValue::Zero:
            break;
    }
    return Vector::Zero(points.rows());
}

Matrix startOf(const FloatMatrix& points, const ClamRecipe& recipe, std::uint64_t seed) {
    if (recipe.start == PrototypeStart::PlusPlus) return plusPlus(points.cast<Real>(), recipe.clusters, seed, kStartStream);
    Random random(seed, kStartStream);
    Matrix start(points.rows(), recipe.clusters);
    if (recipe.start == PrototypeStart::Points) {
        const std::vector<int> order = random.permutation(int(points.cols()));
        for (int k = 0; k < recipe.clusters; ++k) start.col(k) = points.col(order[std::size_t(k)]).cast<Real>();
    } else {
        for (Real& e : start.reshaped()) e = kStartSpread + kStartSpread * random.normal();
    }
    return start;
}

ClamTraining::ClamTraining(std::shared_ptr<const FloatMatrix> points, const ClamRecipe& recipe, std::uint64_t seed)
    : points_(std::move(points)),
      recipe_(recipe),
      seed_(seed),
      parameters_(layoutOf(points_->rows(), recipe.clusters)),
      rate_(recipe.rate) {
    setPrototypes(startOf(*points_, recipe, seed));
}

void ClamTraining::setPrototypes(const Matrix& prototypes) {
    now_ = kept_ = prototypes;
    parameters_.tensor(0) = prototypes.cast<float>();
    optimiser_ = Optimiser<float>(Adam{});
    sinceGain_ = 0, least_ = kNone;
}

void ClamTraining::setRule(const CompletionRule& rule, double rate) {
    recipe_.rule = rule, recipe_.rate = rate_ = rate;
    sinceGain_ = 0, least_ = kNone;
}

void ClamTraining::maskInto(FloatMatrix& hidden) const {
    Random random(seed_, kMaskStream + std::uint64_t(epochs_));
    for (float& h : hidden.reshaped()) h = random.uniform() < recipe_.mask;
}

void ClamTraining::epoch() {
    const FloatMatrix& x = *points_;
    const int n = int(x.cols()), batch = std::min(recipe_.batch, n);
    FloatMatrix hidden, taken(x.rows(), batch);
    if (recipe_.mask > 0) hidden.resize(x.rows(), n), maskInto(hidden);
    const Eigen::VectorXf fill = fillOf(x, recipe_.value).cast<float>();
    Completion& completion = completionFor(int(x.rows()), recipe_.clusters);
    Shuffle order(seed_, n, batch);
    double total = 0;
    for (int b = 0, done = 0; b < order.batchCount(); ++b) {
        const std::span<const int> chosen = order.batch(epochs_, b);
        for (std::size_t i = 0; i < chosen.size(); ++i) taken.col(Eigen::Index(i)) = x.col(chosen[i]);
        const CompletionBatch work{int(chosen.size()), taken.data(), hidden.size() ? hidden.col(done).data() : nullptr,
                                   hidden.size() ? fill.data() : nullptr};
        const double loss = completion.gradient(parameters_.tensor(0).data(), recipe_.rule, work, parameters_.gradients().data());
        if (std::isfinite(loss)) optimiser_.step(parameters_, rate_);
        total += loss * double(chosen.size());
        done += int(chosen.size());
    }
    ++epochs_;
    loss_ = total / n;
    now_ = parameters_.tensor(0).cast<Real>();
    const bool gained = loss_ < least_ * (1 - kGain);
    if (loss_ < least_) kept_ = now_, least_ = loss_;  // never one that is not a number
    sinceGain_ = gained ? 0 : sinceGain_ + 1;
    if (sinceGain_ >= kPatience) rate_ *= kSlower, sinceGain_ = 0;
}

}  // namespace engram
