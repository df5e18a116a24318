// The probability flow of a diffusion on stored patterns, Heun's method from noise down to nothing: 199 evaluations of xhat.
#include <algorithm>

#include "core/bench/recipe.h"
#include "core/bench/workload.h"
#include "core/compute/flow.h"
#include "core/model/diffusion.h"

namespace engram::bench {

namespace {

constexpr int kFeatures = 784, kMemories = 2000, kStates = 64, kSteps = 100;
constexpr double kSigmaMax = 80, kSigmaMin = 0.05, kRho = 7;

struct Data {
    FloatMatrix memories{kFeatures, kMemories}, start{kFeatures, kStates}, states{kFeatures, kStates};
    std::unique_ptr<Backend> backend = makeCpuBackend();
    std::vector<double> sigmas = noiseLevels(kSigmaMax, kSigmaMin, kRho, kSteps + 1);
    FlowCounts counts;

    Data() {
        for (int k = 0; k < kMemories; ++k)
            for (int i = 0; i < kFeatures; ++i) memories(i, k) = recipe::sign(500, std::uint64_t(k) * kFeatures + i);
        for (int b = 0; b < kStates; ++b)
            for (int i = 0; i < kFeatures; ++i) start(i, b) = float(kSigmaMax) * recipe::normal(501, std::uint64_t(b) * kFeatures + i);
    }

    // Packing the memories is part of the work.
    void run(float skipBelow) {
        states = start;
        counts = followFlow(*backend->prepare(memories), sigmas, states, skipBelow);
    }

    nlohmann::json check() const {
        nlohmann::json nearest = nlohmann::json::array();
        double farthest = 0;
        for (int b = 0; b < kStates; ++b) {
            int best = 0;
            (memories.transpose() * states.col(b)).maxCoeff(&best);
            nearest.push_back(best);
            farthest = std::max(farthest, double((states.col(b) - memories.col(best)).norm()));
        }
        return {{"nearest", nearest},
                {"max_distance", farthest},
                {"norm", recipe::norm(states.data(), states.size())},
                {"whole_evaluations", counts.whole},
                {"few_evaluations", counts.few}};
    }
};

}  // namespace

Workload pfode() {
    const auto data = std::make_shared<Data>();
    const double flops = 4.0 * kStates * kMemories * kFeatures * (2 * kSteps - 1);
    const double bytes = 2.0 * 4 * kMemories * kFeatures * (2 * kSteps - 1);  // both packed copies, in every evaluation
    const auto check = [data] { return data->check(); };
    return {
        "pfode",
        "probability flow of a diffusion on stored patterns",
        {{"N", kFeatures},
         {"K", kMemories},
         {"B", kStates},
         {"steps", kSteps},
         {"sigma_max", kSigmaMax},
         {"sigma_min", kSigmaMin},
         {"rho", kRho}},
        {{"engram",
          [data] { data->run(1e-7f); },
          check,
          flops * 1e-9,
          "GFLOP/s (GEMM only)",
          {},
          "weights below 1e-7 left out once few remain"},
         {"engram-whole", [data] { data->run(-1); }, check, flops * 1e-9, "GFLOP/s (GEMM only)", {flops, bytes}, "all weights, always"}}};
}

}  // namespace engram::bench
