// The fixed-beta flow in the plane from every pixel until it settles; the label is the memory reached.
#include <algorithm>
#include <cmath>

#include "core/bench/recipe.h"
#include "core/bench/workload.h"
#include "core/compute/backend.h"

namespace engram::bench {

namespace {

constexpr int kGrid = 256, kMemories = 64, kMostSteps = 200, kPoints = kGrid * kGrid;
constexpr float kBeta = 100, kRate = 0.5f, kTolerance = 1e-4f;

struct Data {
    FloatMatrix memories{2, kMemories}, start{2, kPoints}, states{2, kPoints};
    Eigen::VectorXi steps{kPoints}, labels{kPoints};
    std::unique_ptr<Backend> backend = makeCpuBackend();
    MemoryModel model{Similarity::Distance, Identity{}, Softmax{2 * kBeta}};   // the similarity is -|x - xi|^2 / 2
    std::shared_ptr<const Memories> packed;

    Data() {
        for (int p = 0; p < 2 * kMemories; ++p) memories.data()[p] = recipe::uniform(300, p) * 2 - 1;
        for (int p = 0; p < kPoints; ++p) {
            start(0, p) = float(-1 + 2 * (p % kGrid + 0.5) / kGrid);
            start(1, p) = float(-1 + 2 * (p / kGrid + 0.5) / kGrid);
        }
        packed = backend->prepare(memories);
    }

    // A step is counted when it is made, so a state of rate 0.5 settles once the whole move is below the tolerance.
    void run() {
        states = start;
        backend->settle(model, *packed, kRate, kMostSteps, kRate * kTolerance, states, steps);
        backend->nearest(model, *packed, states, labels);
    }

    nlohmann::json check() const {
        std::vector<int> histogram(kMemories, 0);
        int changes = 0, unsettled = 0;
        long pointSteps = 0;
        for (int p = 0; p < kPoints; ++p) {
            ++histogram[labels[p]];
            changes += p % kGrid > 0 && labels[p] != labels[p - 1];
            pointSteps += std::abs(steps[p]);
            unsettled += std::abs(steps[p]) >= kMostSteps;
        }
        const auto used = std::ranges::count_if(histogram, [](int n) { return n > 0; });
        return {{"labels_used", used}, {"point_steps", pointSteps}, {"not_settled", unsettled}, {"horizontal_label_changes", changes},
                {"mean_abs_final", states.cast<double>().cwiseAbs().mean()}, {"histogram", histogram}};
    }
};

}  // namespace

Workload basins() {
    const auto data = std::make_shared<Data>();
    data->run();
    const double pointSteps = data->steps.cwiseAbs().cast<double>().sum();
    // Of a memory in a step: two differences, two multiply-adds, a comparison; exponentials of far memories are skipped, not counted.
    const double flops = pointSteps * kMemories * 8;
    return {"basins", "basins of attraction of the fixed-beta flow in 2-D",
            {{"G", kGrid}, {"K", kMemories}, {"beta", kBeta}, {"eta", kRate}, {"max_steps", kMostSteps}, {"tol", kTolerance}},
            {{"engram", [data] { data->run(); }, [data] { return data->check(); }, kPoints * 1e-3, "kpoint/s", {flops, 16.0 * kPoints},
              "one lane a state; memories whose weights are below exp(-25) skipped; settled states leave their lane"}}};
}

}  // namespace engram::bench
