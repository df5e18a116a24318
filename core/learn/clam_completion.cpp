#include "core/learn/clam_completion.h"

#include <Eigen/Core>
#include <algorithm>

#include "core/base/error.h"
#include "core/learn/blocks.h"

namespace engram {

namespace {

constexpr int kMostParts = 8, kBlock = 4;
constexpr float kNever = -1e30f;  // the logit of a prototype that is only there to fill a block

int padded(int count) { return (count + kBlock - 1) / kBlock * kBlock; }

}  // namespace

Completion::Completion(int features, int prototypes, const std::string& isa)
    : wide_(attractKernelsFor(isa.c_str())), narrow_(narrower(wide_)), kernels_(&wide_), features_(features), prototypes_(prototypes) {
    if (features < 1 || prototypes < 1)
        usage("a clustering of " + std::to_string(features) + " features by " + std::to_string(prototypes) +
              " prototypes cannot be learned");
}

void Completion::prepare(const float* rho, int count) {
    kernels_ = count <= narrow_.lanes ? &narrow_ : &wide_;
    halfSquares_.resize(std::size_t(prototypes_));
    for (int k = 0; k < prototypes_; ++k)
        halfSquares_[std::size_t(k)] = 0.5f * Eigen::Map<const Eigen::VectorXf>(rho + long(k) * features_, features_).squaredNorm();
}

int Completion::partCount(int groups) {
    const int count = std::min(groups, kMostParts);
    if (int(parts_.size()) < count) parts_.resize(std::size_t(count));
    return count;
}

// Samples from `first` on, as many as there are lanes, turned into rows of lanes; missing ones are zeros and hide nothing.
AttractGroup Completion::pack(Part& part, const float* rho, const CompletionRule& rule, const CompletionBatch& batch, int first,
                              bool back) const {
    const int d = features_, k = padded(prototypes_), lanes = kernels_->lanes, here = std::min(lanes, batch.count - first);
    const float* x = batch.x + long(first) * d;
    const float* hidden = batch.hidden ? batch.hidden + long(first) * d : nullptr;
    part.moves.assign(std::size_t(d), hidden ? 0.0f : 1.0f);
    for (int q = 0; hidden && q < here; ++q)
        for (int j = 0; j < d; ++j) part.moves[std::size_t(j)] += hidden[long(q) * d + j];
    part.order.resize(std::size_t(d));
    int inFront = 0, behind = d;
    for (int j = 0; j < d; ++j) part.order[std::size_t(part.moves[std::size_t(j)] > 0 ? inFront++ : --behind)] = j;
    const int moving = part.moving = inFront, wide = padded(moving);

    const std::size_t coordinates = std::size_t(wide) * std::size_t(lanes), weights = std::size_t(k) * std::size_t(lanes),
                      table = std::size_t(k) * std::size_t(wide), steps = std::size_t(rule.steps);
    Pieces pieces(part.memory.grow(Pieces::rounded(table) * 2 + Pieces::rounded(weights) * 2 + 2 * Pieces::rounded(coordinates) +
                                   (2 * steps + 1) * coordinates + 2 * steps * weights + 64));
    float *packed = pieces.take(table), *base = pieces.take(weights), *free = pieces.take(coordinates);
    float *v = pieces.take((steps + 1) * coordinates), *s = pieces.take(steps * weights);
    AttractGroup group{k, wide, rule.steps, rule.alpha, rule.beta, packed, base, free, v, s, nullptr, nullptr, nullptr};
    if (back) group.slope = pieces.take(coordinates), group.u = pieces.take(steps * coordinates), group.dl = pieces.take(steps * weights);

    std::fill_n(packed, table, 0.0f), std::fill_n(free, coordinates, 0.0f), std::fill_n(v, coordinates, 0.0f);
    std::fill_n(base, weights, kNever);
    for (int row = 0; row < prototypes_; ++row) {
        const float* from = rho + long(row) * d;
        for (int j = 0; j < moving; ++j) packed[row * wide + j] = from[part.order[std::size_t(j)]];
        for (int q = 0; q < lanes; ++q) {
            float still = -halfSquares_[std::size_t(row)];
            for (int j = moving; q < here && j < d; ++j) {
                const int at = part.order[std::size_t(j)];
                still += x[long(q) * d + at] * from[at];
            }
            base[row * lanes + q] = rule.beta * still;
        }
    }
    for (int j = 0; j < moving; ++j) {
        const int at = part.order[std::size_t(j)];
        for (int q = 0; q < here; ++q) {
            const bool open = !hidden || hidden[long(q) * d + at] != 0;
            free[j * lanes + q] = open ? rule.alpha : 0;
            v[j * lanes + q] = open && batch.fill ? batch.fill[at] : x[long(q) * d + at];
        }
    }
    return group;
}

// A group's share of loss and gradient. Coordinates that stay where they are get their part from the sums of the slopes of logits alone.
void Completion::addGroup(Part& part, const float* rho, const CompletionRule& rule, const CompletionBatch& batch, int first) const {
    const AttractGroup group = pack(part, rho, rule, batch, first, true);
    if (part.moving == 0) return;
    const int d = features_, lanes = kernels_->lanes, here = std::min(lanes, batch.count - first), wide = group.moving;
    const float* x = batch.x + long(first) * d;
    kernels_->forward(group);
    const float* end = group.v + long(rule.steps) * wide * lanes;
    const float scale = 2.0f / (float(batch.count) * float(d));
    std::fill_n(group.slope, long(wide) * lanes, 0.0f);
    for (int j = 0; j < part.moving; ++j)
        for (int q = 0; q < here; ++q) {
            const long at = long(j) * lanes + q;
            if (group.hidden[at] == 0) continue;
            const float off = end[at] - x[long(q) * d + part.order[std::size_t(j)]];
            part.loss += double(off) * double(off);
            group.slope[at] = scale * off;
        }
    part.slopes.resize(std::size_t(group.prototypes) * std::size_t(wide + lanes));
    float *moved = part.slopes.data(), *levels = moved + long(group.prototypes) * wide;
    kernels_->backward(group, moved, levels);
    for (int k = 0; k < prototypes_; ++k) {
        float* to = part.gradient.data() + long(k) * d;
        const float *from = rho + long(k) * d, *level = levels + long(k) * lanes;
        float all = 0;
        for (int q = 0; q < here; ++q) all += level[q];
        for (int j = 0; j < part.moving; ++j) to[part.order[std::size_t(j)]] += moved[long(k) * wide + j];
        for (int j = part.moving; j < d; ++j) {
            const int at = part.order[std::size_t(j)];
            for (int q = 0; q < here; ++q) to[at] += level[q] * x[long(q) * d + at];
        }
        for (int j = 0; j < d; ++j) to[j] -= all * from[j];
    }
}

double Completion::gradient(const float* rho, const CompletionRule& rule, const CompletionBatch& batch, float* dRho) {
    prepare(rho, batch.count);
    const int lanes = kernels_->lanes, groups = (batch.count + lanes - 1) / lanes, parts = partCount(groups);
    const std::size_t size = std::size_t(features_) * std::size_t(prototypes_);
    const auto work = [&](int number, int) {
        Part& part = parts_[std::size_t(number)];
        part.gradient.assign(size, 0.0f);
        part.loss = 0;
        for (int g = number; g < groups; g += parts) addGroup(part, rho, rule, batch, g * lanes);
    };
    if (parts == 1)
        work(0, 1);
    else
        inBlocks(parts, 1, work);
    double loss = 0;
    std::fill_n(dRho, size, 0.0f);
    for (int i = 0; i < parts; ++i) {
        const Part& part = parts_[std::size_t(i)];
        for (std::size_t e = 0; e < size; ++e) dRho[e] += part.gradient[e];
        loss += part.loss;
    }
    return loss / (double(batch.count) * double(features_));
}

void Completion::settle(const float* rho, const CompletionRule& rule, const CompletionBatch& batch, float* ends) {
    prepare(rho, batch.count);
    const int d = features_, lanes = kernels_->lanes, groups = (batch.count + lanes - 1) / lanes, parts = partCount(groups);
    inBlocks(parts, 1, [&](int number, int) {
        Part& part = parts_[std::size_t(number)];
        for (int first = number * lanes; first < batch.count; first += parts * lanes) {
            const AttractGroup group = pack(part, rho, rule, batch, first, false);
            if (part.moving > 0) kernels_->forward(group);
            const float* end = group.v + long(rule.steps) * group.moving * lanes;
            for (int q = 0; q < std::min(lanes, batch.count - first); ++q) {
                float* to = ends + long(first + q) * d;
                std::copy_n(batch.x + long(first + q) * d, d, to);
                for (int j = 0; j < part.moving; ++j) to[part.order[std::size_t(j)]] = end[long(j) * lanes + q];
            }
        }
    });
}

}  // namespace engram
