#include "core/compute/cpu_block.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace engram {

namespace {

constexpr int kStates = 64;                    // with fewer a product waits for the memories, with more few cores have work
constexpr long kMostSimilarities = 1 << 20;    // a block of them stays in reach of a shared cache

}  // namespace

int CpuBlock::stateCount(const CpuMemories& memories) {
    const long fitting = kMostSimilarities / std::max(memories.memoryStride, memories.featureStride);
    return int(std::clamp<long>(fitting, 6, kStates));
}

CpuBlock::CpuBlock(const Laws& laws, const CpuMemories& memories, float skipBelow)
    : laws_(laws), memories_(memories), k_(memories.kernels), skipBelow_(skipBelow) {
    const std::size_t rows = stateCount(memories), kept = memories.memoryCount();
    const std::size_t wide = rows * memories.featureStride, deep = rows * memories.memoryStride;
    const bool skips = skipBelow > 0;
    const std::size_t forSkipping =
        skips ? Pieces::rounded(wide) + 4 * Pieces::rounded(rows) + Pieces::rounded(rows * mostCandidates()) : 0;
    Pieces pieces(threadScratch(3 * Pieces::rounded(wide) + Pieces::rounded(deep) + 4 * Pieces::rounded(2 * rows) +
                                Pieces::rounded(kept) + forSkipping));
    states_ = pieces.take(wide);
    activations_ = pieces.take(wide);
    targets_ = pieces.take(wide);
    similarities_ = pieces.take(deep);
    weights_ = pieces.takeAs<Weights>(rows);
    live_ = pieces.takeAs<int>(rows);
    denseRow_ = pieces.takeAs<int>(rows);
    kept_ = pieces.takeAs<int>(kept);
    if (!skips) return;
    references_ = pieces.take(wide);
    followed_ = pieces.takeAs<Followed>(rows);
    candidates_ = pieces.takeAs<int>(rows * mostCandidates());
    wholeRow_ = pieces.takeAs<int>(rows);
}

void CpuBlock::read(const ConstFloatBatch& states, int first, int count) {
    for (int r = 0; r < count; ++r) std::memcpy(state(r), states.col(first + r).data(), sizeof(float) * memories_.featureCount());
}

float CpuBlock::shift(int row) const {
    return laws_.distance ? -0.5f * k_.dot(activation(row), activation(row), memories_.featureCount()) : 0;
}

void CpuBlock::activate(int count) {
    for (int r = 0; r < count; ++r)
        k_.features(laws_.features, state(r), memories_.featureCount(), activations_ + r * memories_.featureStride);
}

void CpuBlock::compare(int count, const float* activations) {
    k_.product(activations, memories_.featureStride, count, memories_.overlapPanels.data(), memories_.featureCount(),
               memories_.memoryPanelCount, laws_.distance ? memories_.negativeHalfSquares.data() : nullptr, similarities_,
               memories_.memoryStride);
}

void CpuBlock::weigh(const HiddenLaw& law, int count) {
    for (int r = 0; r < count; ++r) weights_[r] = k_.hiddenWeights(law, similarities(r), memories_.memoryCount(), shift(r));
}

void CpuBlock::makeTargets(int count) {
    k_.product(similarities_, memories_.memoryStride, count, memories_.targetPanels.data(), memories_.memoryCount(),
               memories_.featurePanelCount, nullptr, targets_, memories_.featureStride);
}

void CpuBlock::energies(int count, float* result) {
    activate(count);
    compare(count, activations_);
    for (int r = 0; r < count; ++r) {
        const float hidden = k_.hiddenPotential(laws_.hidden, similarities(r), memories_.memoryCount(), shift(r));
        result[r] = (laws_.distance ? 0 : k_.featureEnergy(laws_.features, state(r), memories_.featureCount())) - hidden;
    }
}

void CpuBlock::gradients(int count, FloatBatch result, int first) {
    const int features = memories_.featureCount();
    activate(count);
    compare(count, activations_);
    weigh(laws_.hidden, count);
    makeTargets(count);
    for (int r = 0; r < count; ++r) {
        float* d = result.col(first + r).data();
        const float own = laws_.distance ? weights_[r].sum : 1;
        k_.combine(own, laws_.distance ? activation(r) : state(r), -weights_[r].factor, target(r), d, features);
        k_.pullBack(laws_.features, state(r), activation(r), d, features);
    }
}

void CpuBlock::relax(int count, float rate, int mostSteps, float tolerance, FloatBatch result, int first, int* steps) {
    const int features = memories_.featureCount();
    const HiddenLaw law = laws_.stepping();
    if (skipBelow_ > 0 && law.kind == HiddenKind::Softmax) return relaxSparsely(count, rate, mostSteps, tolerance, result, first, steps);
    for (int r = 0; r < count; ++r) live_[r] = r;
    const auto finish = [&](int r, int taken) {
        std::memcpy(result.col(first + live_[r]).data(), state(r), sizeof(float) * features);
        if (steps) steps[live_[r]] = taken;
    };
    int live = count;
    for (int t = 1; t <= mostSteps && live > 0; ++t) {
        activate(live);
        compare(live, activations_);
        weigh(law, live);
        makeTargets(live);
        int kept = 0;
        for (int r = 0; r < live; ++r) {
            const float whole = laws_.distance ? weights_[r].sum : 1;
            const float moved = whole == 0 ? 0 : k_.move(rate, weights_[r].factor / whole, target(r), state(r), features);
            if (moved < tolerance) {
                finish(r, t);
                continue;
            }
            if (kept < r) std::memcpy(state(kept), state(r), sizeof(float) * features);
            live_[kept++] = live_[r];
        }
        live = kept;
    }
    for (int r = 0; r < live; ++r) finish(r, -mostSteps);
}

void CpuBlock::nearest(int count, int* result) {
    compare(count, states_);
    for (int r = 0; r < count; ++r)
        result[r] = k_.largest(similarities(r), laws_.distance ? nullptr : memories_.inverseLengths.data(), memories_.memoryCount());
}

}  // namespace engram
