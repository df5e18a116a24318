// Softmax steps that leave out weights below a least one. A state whose weights are few takes their memories one by one, and as long as
// it stays near where all its weights were computed last, only those that could matter are computed at all:
//
//     p_mu(g) <= p_mu(g0) exp(2 beta |g - g0| max |xi|)        because no similarity moves by more than |g - g0| max |xi|
//
// The weight of the others stays in the normaliser as it was.
#include "core/compute/cpu_block.h"

#include <cmath>
#include <cstring>

namespace engram {

namespace {

// The exponent above within which a state is followed: more would follow states for longer, but with more candidates.
constexpr float kGrowth = 0.5f;

}  // namespace

// States with few weights that matter take their memories one by one; the others, moved together, take the product.
void CpuBlock::makeSparseTargets(int count) {
    const int memoryCount = memories_.memoryCount(), features = memories_.featureCount();
    int denseCount = 0;
    for (int r = 0; r < count; ++r) {
        const int kept = k_.atLeast(similarities(r), memoryCount, skipBelow_ / weights_[r].factor, kept_);
        if (kept > mostCandidates()) {
            if (denseCount < r) std::memcpy(similarities(denseCount), similarities(r), sizeof(float) * memoryCount);
            denseRow_[denseCount++] = r;
        } else {
            // Activations are not needed any more in this step: they hold the targets until the product has been written.
            k_.addRows(similarities(r), kept_, kept, memories_.rows.data(), features, activations_ + r * memories_.featureStride);
        }
    }
    if (denseCount > 0) makeTargets(denseCount);
    int dense = denseCount - 1;
    for (int r = count - 1; r >= 0; --r) {
        const bool isDense = dense >= 0 && denseRow_[dense] == r;
        const float* source = isDense ? target(dense--) : activation(r);
        if (source != target(r)) std::memcpy(target(r), source, sizeof(float) * features);
    }
}

// Row `from` holds stored weights and the activation; called before targets are made of them.
void CpuBlock::remember(int from, int row) {
    const int features = memories_.featureCount();
    const float* weights = similarities(from);
    const float total = 1 / weights_[from].factor;
    const int count = k_.atLeast(weights, memories_.memoryCount(), std::exp(-kGrowth) * skipBelow_ * total, kept_);
    Followed& followed = followed_[row];
    followed.candidateCount = count <= mostCandidates() ? count : 0;
    if (followed.candidateCount == 0) return;
    std::memcpy(candidates(row), kept_, sizeof(int) * count);
    std::memcpy(reference(row), activation(from), sizeof(float) * features);
    followed.rest = total;
    int best = kept_[0];
    for (int c = 0; c < count; ++c) {
        followed.rest -= weights[kept_[c]];
        if (weights[kept_[c]] > weights[best]) best = kept_[c];
    }
    followed.rest = std::fmax(followed.rest, 0.0f);
    followed.best = k_.dot(memories_.rows.data() + std::size_t(best) * features, activation(from), features);
    if (laws_.distance) followed.best += memories_.negativeHalfSquares.data()[best];
}

bool CpuBlock::near(int row, const float* activation) {
    if (followed_[row].candidateCount == 0) return false;
    const int features = memories_.featureCount();
    float* apart = target(0);                             // free until targets are made
    k_.combine(1, activation, -1, reference(row), apart, features);
    return k_.dot(apart, apart, features) <= farthest_ * farthest_;
}

float CpuBlock::follow(int row, float rate, const float* activation) {
    const int features = memories_.featureCount(), count = followed_[row].candidateCount;
    const int* memory = candidates(row);
    const HiddenLaw law = laws_.stepping();
    float* weights = similarities(0);                     // free until the whole evaluations
    float best = -INFINITY;
    for (int c = 0; c < count; ++c) {
        weights[c] = k_.dot(memories_.rows.data() + std::size_t(memory[c]) * features, activation, features);
        if (laws_.distance) weights[c] += memories_.negativeHalfSquares.data()[memory[c]];
        best = std::fmax(best, weights[c]);
    }
    const Weights made = k_.hiddenWeights(law, weights, count, 0);
    const float rest = followed_[row].rest * std::exp(law.beta * (followed_[row].best - best));
    // From the last on, each goes to the place of its memory, which never lies before its own.
    for (int c = count - 1; c >= 0; --c) weights[memory[c]] = weights[c];
    k_.addRows(weights, memory, count, memories_.rows.data(), features, target(0));
    return k_.move(rate, 1 / (1 / made.factor + rest), target(0), state(row), features);
}

void CpuBlock::relaxSparsely(int count, float rate, int mostSteps, float tolerance, FloatBatch result, int first, int* steps) {
    const int features = memories_.featureCount();
    const HiddenLaw law = laws_.stepping();
    farthest_ = memories_.longest > 0 ? kGrowth / (2 * law.beta * memories_.longest) : 0;
    for (int r = 0; r < count; ++r) live_[r] = r, followed_[r].candidateCount = 0;
    const auto finish = [&](int r, int taken) {
        std::memcpy(result.col(first + r).data(), state(r), sizeof(float) * features);
        if (steps) steps[r] = taken;
    };
    int live = count;
    for (int t = 1; t <= mostSteps && live > 0; ++t) {
        int kept = 0, whole = 0;
        const auto settle = [&](int r, float moved) {
            if (moved < tolerance) finish(r, t);
            else live_[kept++] = r;
        };
        for (int i = 0; i < live; ++i) {
            const int r = live_[i];
            float* g = activations_ + whole * memories_.featureStride;
            k_.features(laws_.features, state(r), features, g);
            if (near(r, g)) settle(r, follow(r, rate, g));
            else wholeRow_[whole++] = r;
        }
        compare(whole, activations_);
        weigh(law, whole);
        for (int p = 0; p < whole; ++p) remember(p, wholeRow_[p]);
        makeSparseTargets(whole);
        for (int p = 0; p < whole; ++p) settle(wholeRow_[p], k_.move(rate, weights_[p].factor, target(p), state(wholeRow_[p]), features));
        live = kept;
    }
    for (int i = 0; i < live; ++i) finish(live_[i], -mostSteps);
}

}  // namespace engram
