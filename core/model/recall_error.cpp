#include "core/model/recall_error.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <vector>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"

namespace engram {

namespace {

using Word = std::uint64_t;
constexpr int kMostWords = kMostErrorFeatures / 64;
using Pattern = std::array<Word, kMostWords>;

// Streams: one a trial, apart from those that experiments use.
constexpr std::uint64_t kTrialStream = std::uint64_t(1) << 58;

// F'(x) for x = -N..N, the exponential scaled so that its largest is 1.
std::vector<Real> separationTable(int order, int featureCount) {
    std::vector<Real> table;
    for (int x = -featureCount - 1; x <= featureCount + 1; ++x)
        table.push_back(order == kExponential ? std::exp(Real(x - featureCount)) : std::pow(Real(x), order - 1));
    return table;
}

Pattern draw(Random& random, int featureCount) {
    Pattern pattern{};
    for (int i = 0; i < featureCount; i += 32) {
        Word bits = random.bits();
        if (featureCount - i < 32) bits &= (Word(1) << (featureCount - i)) - 1;
        pattern[std::size_t(i / 64)] |= bits << (i % 64);
    }
    return pattern;
}

// With sigma the stored pattern, neuron i is right where sum_mu (xi_mu,i sigma_i) F'(m_mu - xi_mu,i sigma_i) >= 0: a memory that agrees
// in i adds F'(m - 1), another takes F'(m + 1) away.
Real wrongShare(const std::vector<Real>& table, int featureCount, int patternCount, Random random) {
    const Pattern sigma = draw(random, featureCount);
    std::array<Real, kMostErrorFeatures> margin;
    const auto at = [&](int x) { return table[std::size_t(x + featureCount + 1)]; };
    margin.fill(at(featureCount - 1));     // the pattern's own share
    for (int mu = 1; mu < patternCount; ++mu) {
        Pattern differs = draw(random, featureCount);
        int distance = 0;
        for (std::size_t w = 0; w < kMostWords; ++w) differs[w] ^= sigma[w], distance += std::popcount(differs[w]);
        const int overlap = featureCount - 2 * distance;
        const Real agree = at(overlap - 1), differ = -at(overlap + 1);
        for (int i = 0; i < featureCount; ++i) margin[std::size_t(i)] += (differs[std::size_t(i / 64)] >> (i % 64)) & 1 ? differ : agree;
    }
    return Real(std::count_if(margin.begin(), margin.begin() + featureCount, [](Real m) { return m < 0; })) / featureCount;
}

}  // namespace

Real RecallError::standardError() const {
    if (trials < 2) return 0;
    const Real variance = std::max(0.0, squares / trials - mean() * mean()) * trials / (trials - 1);
    return std::sqrt(variance / trials);
}

void addTrials(int order, int featureCount, int patternCount, std::uint64_t seed, int first, int count, RecallError& error) {
    if (featureCount < 2 || featureCount > kMostErrorFeatures)
        usage(std::to_string(featureCount) + " features are out of range for the capacity study; it takes 2 to " + std::to_string(kMostErrorFeatures));
    const std::vector<Real> table = separationTable(order, featureCount);
    std::vector<Real> shares(static_cast<std::size_t>(count));
    forBlocks(count, 1, [&](int begin, int end) {
        for (int t = begin; t < end; ++t)
            shares[std::size_t(t)] = wrongShare(table, featureCount, patternCount, Random(seed, kTrialStream + std::uint64_t(first + t)));
    });
    for (const Real share : shares) ++error.trials, error.sum += share, error.squares += share * share;
}

}  // namespace engram
