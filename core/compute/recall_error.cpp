#include "core/compute/recall_error.h"

#include <algorithm>
#include <cmath>

#include "core/compute/recall_trials.h"

namespace engram {

namespace {

// Streams: one a trial, apart from those that experiments use.
constexpr std::uint64_t kTrialStream = std::uint64_t(1) << 58;

}  // namespace

Real RecallError::standardError() const {
    if (trials < 2) return 0;
    const Real average = Real(wrong) / trials, variance = std::max(0.0, Real(squares) / trials - average * average) * trials / (trials - 1);
    return std::sqrt(variance / trials) / features;
}

void addTrials(int order, int featureCount, int patternCount, std::uint64_t seed, int first, int count, RecallError& error) {
    const RecallSetup setup{.featureCount = featureCount, .trialCount = count, .testedCount = 1, .updateCount = 1};
    BitRows patterns(featureCount, std::int64_t(count) * patternCount), cues(featureCount, count);
    drawRecallTrials(setup, patternCount, 0, seed, kTrialStream + std::uint64_t(first), patterns, cues);
    const RecallCount counted = recallTrials(setup, {{order, patternCount}}, patternCount, patterns, cues)[0];
    error.features = featureCount;
    error.trials += count;
    error.wrong += counted.wrong;
    error.squares += counted.wrongSquares;
}

}  // namespace engram
