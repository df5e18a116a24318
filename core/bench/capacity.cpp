// Recall fraction of the polynomial dense memory (n = 2 and 3) against load; every count is exact.
#include "core/bench/recipe.h"
#include "core/bench/workload.h"
#include "core/compute/recall_trials.h"

namespace engram::bench {

namespace {

constexpr int kFeatures = 200, kMostPatterns = 2000;
constexpr float kFlip = 0.1f;
constexpr int kTwo[] = {10, 20, 28, 40, 60}, kThree[] = {400, 800, 1200, 2000};

struct Data {
    RecallSetup setup{.featureCount = kFeatures, .trialCount = 50, .testedCount = 64, .updateCount = 5, .overlap = 0.98};
    std::vector<RecallLoad> loads;
    BitRows patterns{kFeatures, 50 * kMostPatterns}, cues{kFeatures, 50 * 64};
    std::vector<RecallCount> counts;

    Data() {
        for (const int k : kTwo) loads.push_back({2, k});
        for (const int k : kThree) loads.push_back({3, k});
        for (std::int64_t row = 0; row < patterns.rowCount(); ++row)
            for (int i = 0; i < kFeatures; ++i) patterns.set(row, i, recipe::sign(400, std::uint64_t(row) * kFeatures + i) > 0);
        for (int t = 0; t < setup.trialCount; ++t)
            for (int q = 0; q < setup.testedCount; ++q)
                for (int i = 0; i < kFeatures; ++i) {
                    const std::int64_t cue = std::int64_t(t) * setup.testedCount + q;
                    const bool flipped = recipe::uniform(401, std::uint64_t(cue) * kFeatures + i) < kFlip;
                    cues.set(cue, i, patterns.up(std::int64_t(t) * kMostPatterns + q, i) != flipped);
                }
    }

    void run() { counts = recallTrials(setup, loads, kMostPatterns, patterns, cues); }

    nlohmann::json check() const {
        nlohmann::json figures;
        for (std::size_t l = 0; l < loads.size(); ++l)
            figures["n" + std::to_string(loads[l].order) + "_K" + std::to_string(loads[l].patternCount)] =
                std::to_string(counts[l].recalled) + "/" + std::to_string(counts[l].tested);
        return figures;
    }

    // Of the dense products a peer makes; the same work is done here by a quarter as many additions of small integers.
    double flops() const {
        double total = 0;
        for (const RecallLoad& load : loads)
            total += 4.0 * load.patternCount * kFeatures * std::min(load.patternCount, setup.testedCount) * setup.trialCount *
                     setup.updateCount;
        return total;
    }
};

}  // namespace

// Where time goes: additions of table rows, one for four terms of 16 (bytes: 32) cues of a 32-byte vector: about half in weighted sums, a
// fifth in Hamming distances, a tenth in packing bits. Tables stay in the first-level cache, so neither floating point nor memory bounds
// it, and no fraction of a peak is given.
Workload capacity() {
    const auto data = std::make_shared<Data>();
    return {"capacity", "capacity sweep of the polynomial dense memory",
            {{"N", kFeatures}, {"trials", 50}, {"tested", 64}, {"updates", 5}, {"flip", kFlip}, {"overlap", 0.98}, {"K2", kTwo},
             {"K3", kThree}},
            {{"engram", [data] { data->run(); }, [data] { return data->check(); }, data->flops() * 1e-9, "GFLOP/s (GEMM only)", {},
              "tables of four rows in integers; cues that no longer change are done; loads share the first sums of a cue"}}};
}

}  // namespace engram::bench
