#include "core/compute/flow.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/compute/cpu_memories.h"

namespace engram {

namespace {

constexpr int kStates = 64;  // taken together: with fewer a product waits for the memories
constexpr int kRowsAtOnce = 4, kPanelsAtOnce = 4;
constexpr int kMostKept = 16;  // memories that a state may mix to count as few

// Vectors of one length, one a state.
class Rows {
public:
    Rows(int count, long stride) : stride_(stride), floats_(std::size_t(count) * std::size_t(stride)) {}
    float* operator[](int r) const { return floats_.data() + r * stride_; }
    long stride() const { return stride_; }

private:
    long stride_;
    AlignedFloats floats_;
};

class FlowBlock {
public:
    FlowBlock(const CpuMemories& memories, float skipBelow, int count)
        : m_(memories),
          k_(memories.kernels),
          skipBelow_(skipBelow),
          count_(count),
          features_(memories.featureCount()),
          memoryCount_(memories.memoryCount()),
          x_(count, memories.featureStride),
          y_(count, memories.featureStride),
          mean_(count, memories.featureStride),
          packed_(count, memories.featureStride),
          atX_(count, memories.memoryStride),
          atY_(count, memories.memoryStride),
          pull_(count, memories.memoryStride),
          weights_(count, memories.memoryStride),
          packedWeights_(count, memories.memoryStride),
          kept_(std::size_t(count) * std::size_t(memories.memoryCount())) {}

    FlowCounts run(const std::vector<double>& sigmas, FloatBatch states, int first) {
        for (int r = 0; r < count_; ++r) std::copy_n(states.col(first + r).data(), features_, x_[r]);
        for (std::size_t i = 0; i + 1 < sigmas.size(); ++i) step(sigmas[i], sigmas[i + 1]);
        for (int r = 0; r < count_; ++r) std::copy_n(x_[r], features_, states.col(first + r).data());
        return counts_;
    }

private:
    // Of which states something holds; bytes, as several threads set them.
    using Flags = std::array<char, kStates>;

    template <class Body>
    void eachRow(int count, const Body& body) const {
        forBlocks(count, kRowsAtOnce, [&](int begin, int end) {
            for (int r = begin; r < end; ++r) body(r);
        });
    }
    // c = start + a b, some panels of b on each core: every core goes through its part of the memories alone.
    void product(const Rows& a, int rows, const AlignedFloats& panels, int depth, int panelCount, const float* start, const Rows& c) const {
        const long width = k_.panelWidth;
        forBlocks(panelCount, kPanelsAtOnce, [&](int begin, int end) {
            k_.product(a[0], a.stride(), rows, panels.data() + long(begin) * width * depth, depth, end - begin,
                       start ? start + begin * width : nullptr, c[0] + begin * width, c.stride());
        });
    }

    // Heun's step, for the places of states and, as far as they are known, for their similarities alike.
    void step(double sigma, double next) {
        const auto rate = float(1 - next / sigma), back = rate / (2 * (1 - rate));
        const Flags few = evaluate(sigma, x_, atX_, known_);
        eachRow(count_, [&](int r) {
            ahead(rate, x_[r], mean_[r], y_[r], features_);
            if (few[std::size_t(r)]) ahead(rate, atX_[r], pull_[r], atY_[r], memoryCount_);
        });
        if (next == 0) return std::swap(x_, y_);
        const Flags still = evaluate(next, y_, atY_, few);
        eachRow(count_, [&](int r) {
            correct(back, mean_[r], y_[r], x_[r], features_);
            known_[std::size_t(r)] = few[std::size_t(r)] && still[std::size_t(r)];
            if (known_[std::size_t(r)]) correct(back, pull_[r], atY_[r], atX_[r], memoryCount_);
        });
    }
    // there = from + rate (to - from), and from goes half of that way, until the second slope is known.
    void ahead(float rate, float* from, const float* to, float* there, int length) const {
        k_.combine(1 - rate, from, rate, to, there, length);
        k_.combine(1 - rate / 2, from, rate / 2, to, from, length);
    }
    // x += back (to - there); `there` is used up.
    void correct(float back, const float* to, float* there, float* x, int length) const {
        k_.combine(back, to, -back, there, there, length);
        k_.combine(1, x, 1, there, x, length);
    }

    // xhat of every state. Where `known` says so its similarities are there already; else they are made of the state. The result says
    // where few memories made it: their similarities to all others are then in pull_.
    Flags evaluate(double sigma, const Rows& states, const Rows& similarities, const Flags& known) {
        const HiddenLaw law{HiddenKind::Softmax, float(1 / (sigma * sigma)), 0, false};
        Flags few{};
        eachRow(count_, [&](int r) {
            if (known[std::size_t(r)]) few[std::size_t(r)] = mixFew(law, r, similarities[r]);
        });
        int whole = 0;
        for (int r = 0; r < count_; ++r) {
            if (few[std::size_t(r)]) continue;
            std::copy_n(states[r], features_, packed_[whole]);
            row_[std::size_t(whole++)] = r;
        }
        counts_.whole += whole, counts_.few += count_ - whole;
        if (whole == 0) return few;
        product(packed_, whole, m_.overlapPanels, features_, m_.memoryPanelCount, m_.negativeHalfSquares.data(), packedWeights_);
        eachRow(whole, [&](int p) {
            const int r = row_[std::size_t(p)];
            std::copy_n(packedWeights_[p], memoryCount_, similarities[r]);
            few[std::size_t(r)] = mixFew(law, r, similarities[r]);
        });
        int dense = 0;
        for (int p = 0; p < whole; ++p) {
            const int r = row_[std::size_t(p)];
            if (few[std::size_t(r)]) continue;
            std::copy_n(weights_[r], memoryCount_, packedWeights_[dense]);
            row_[std::size_t(dense++)] = r;
        }
        if (dense == 0) return few;
        product(packedWeights_, dense, m_.targetPanels, memoryCount_, m_.featurePanelCount, nullptr, packed_);
        for (int p = 0; p < dense; ++p) {
            const int r = row_[std::size_t(p)];
            k_.combine(factor_[std::size_t(r)], packed_[p], 0, packed_[p], mean_[r], features_);
        }
        return few;
    }

    // Weights from similarities; where few are left, their mean and its similarities are made of them.
    bool mixFew(const HiddenLaw& law, int r, const float* similarities) {
        float* weights = weights_[r];
        int* kept = kept_.data() + std::size_t(r) * std::size_t(memoryCount_);
        std::copy_n(similarities, memoryCount_, weights);
        const float factor = factor_[std::size_t(r)] = k_.hiddenWeights(law, weights, memoryCount_, 0).factor;
        const int count = k_.atLeast(weights, memoryCount_, skipBelow_ / factor, kept);
        if (count == 0 || count > kMostKept) return false;
        float all = 0;  // of those kept: their mean must not fall short of what is left out
        for (int c = 0; c < count; ++c) all += weights[kept[c]];
        std::fill_n(mean_[r], features_, 0.0f);
        std::fill_n(pull_[r], memoryCount_, 0.0f);
        for (int c = 0; c < count; ++c) {
            const float weight = weights[kept[c]] / all;
            k_.combine(1, mean_[r], weight, m_.rows.data() + std::size_t(kept[c]) * std::size_t(features_), mean_[r], features_);
            k_.combine(1, pull_[r], weight, similaritiesOf(kept[c]), pull_[r], memoryCount_);
        }
        return true;
    }

    // Of a memory to all memories; made when first needed.
    const float* similaritiesOf(int memory) {
        const std::lock_guard lock(mutex_);
        const auto [place, isNew] = between_.try_emplace(memory, std::size_t(weights_.stride()));
        if (isNew)
            k_.product(m_.rows.data() + std::size_t(memory) * std::size_t(features_), features_, 1, m_.overlapPanels.data(), features_,
                       m_.memoryPanelCount, m_.negativeHalfSquares.data(), place->second.data(), weights_.stride());
        return place->second.data();
    }

    const CpuMemories& m_;
    const Kernels& k_;
    const float skipBelow_;
    const int count_, features_, memoryCount_;
    Rows x_, y_, mean_, packed_;                       // states x features
    Rows atX_, atY_, pull_, weights_, packedWeights_;  // states x memories: similarities of x, of y and of the mean; weights
    std::vector<int> kept_;                            // states x memories
    Flags known_{};                                    // whether atX_ holds
    std::array<int, kStates> row_{};
    std::array<float, kStates> factor_{};  // of the stored weights, towards the true ones
    std::mutex mutex_;
    std::map<int, AlignedFloats> between_;
    FlowCounts counts_;
};

void check(const CpuMemories* memories, const std::vector<double>& sigmas, const FloatBatch& states) {
    if (!memories) usage("the flow is followed on the processor; these memories were prepared by another backend");
    if (states.rows() != memories->featureCount())
        usage("states of " + std::to_string(states.rows()) + " features do not fit memories of " +
              std::to_string(memories->featureCount()));
    for (std::size_t i = 0; i < sigmas.size(); ++i)
        if (!(sigmas[i] >= 0) || (i > 0 && !(sigmas[i] < sigmas[i - 1]))) usage("noise levels must fall and not be negative");
}

}  // namespace

FlowCounts followFlow(const Memories& memories, const std::vector<double>& sigmas, FloatBatch states, float skipBelow) {
    const auto* own = dynamic_cast<const CpuMemories*>(&memories);
    check(own, sigmas, states);
    FlowCounts counts;
    for (int first = 0; first < int(states.cols()); first += kStates) {
        const FlowCounts here = FlowBlock(*own, skipBelow, std::min(kStates, int(states.cols()) - first)).run(sigmas, states, first);
        counts.whole += here.whole, counts.few += here.few;
    }
    return counts;
}

}  // namespace engram
