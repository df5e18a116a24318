// X <- softmax(beta X Xi^T) Xi, ten times, from noisy memories; some rows fail on purpose.
#include <cmath>

#include "core/bench/recipe.h"
#include "core/bench/workload.h"
#include "core/compute/backend.h"

namespace engram::bench {

namespace {

constexpr int kFeatures = 784, kMemories = 2000, kStates = 256, kSteps = 10;
constexpr float kBeta = 14, kFlip = 0.2f;
// A weight below this is left out: all that are left out of a state move it by less than their root-sum-square, about 1e-4.
constexpr float kSkipBelow = 1e-5f;

struct Data {
    FloatMatrix memories{kFeatures, kMemories}, start{kFeatures, kStates}, states{kFeatures, kStates};
    std::unique_ptr<Backend> dense = makeCpuBackend(), pruned = makeCpuBackend({.isa = {}, .skipWeightsBelow = kSkipBelow});
    MemoryModel model{Similarity::Dot, Identity{}, Softmax{kBeta}};

    Data() {
        const float scale = float(1 / std::sqrt(double(kFeatures)));
        for (int k = 0; k < kMemories; ++k)
            for (int i = 0; i < kFeatures; ++i) memories(i, k) = recipe::sign(100, std::uint64_t(k) * kFeatures + i) * scale;
        for (int b = 0; b < kStates; ++b)
            for (int i = 0; i < kFeatures; ++i) {
                const bool flipped = recipe::uniform(101, std::uint64_t(b) * kFeatures + i) < kFlip;
                start(i, b) = flipped ? -memories(i, b) : memories(i, b);
            }
    }

    // Packing the memories is part of the work.
    void run(Backend& backend) {
        states = start;
        const auto packed = backend.prepare(memories);
        backend.descend(model, *packed, 1, kSteps, states);
    }

    nlohmann::json check() const {
        double total = 0;
        int recalled = 0;
        for (int b = 0; b < kStates; ++b) {
            const double overlap = states.col(b).cast<double>().dot(memories.col(b).cast<double>());
            total += overlap;
            recalled += overlap > 0.9;
        }
        return {{"proj", recipe::projection(states.data(), states.size())}, {"norm", recipe::norm(states.data(), states.size())},
                {"mean_overlap", total / kStates}, {"recalled_0.9", recalled}};
    }
};

}  // namespace

// Where time goes: two products, each 2 B K N operations a step; softmax and packing of the memories are about a twentieth. Blocks of 64
// states use every float of the memories 128 times, so arithmetic bounds it.
Workload retrieval() {
    const auto data = std::make_shared<Data>();
    const double flops = 4.0 * kStates * kMemories * kFeatures * kSteps;
    // Blocks of 64 states stream both packed copies of the memories in every step.
    const double bytes = 2.0 * 4 * kMemories * kFeatures * kSteps * (kStates / 64);
    const auto check = [data] { return data->check(); };
    return {"retrieval", "batch retrieval with the dense softmax memory",
            {{"N", kFeatures}, {"K", kMemories}, {"B", kStates}, {"steps", kSteps}, {"beta", kBeta}, {"flip", kFlip}},
            {{"engram", [data] { data->run(*data->dense); }, check, flops * 1e-9, "GFLOP/s (GEMM only)", {flops, bytes}, "all weights"},
             {"engram-pruned", [data] { data->run(*data->pruned); }, check, flops * 1e-9, "GFLOP/s (GEMM only)", {},
              "weights below 1e-5 left out, and not computed where a state stays near one whose weights are known"}}};
}

}  // namespace engram::bench
