#include "core/experiments/energy_transformer/baselines.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/parallel.h"
#include "core/base/random.h"

namespace engram::energy_transformer {

namespace {

constexpr int kAtOnce = 256, kTried = 24;  // pictures in a block; pictures beta is chosen on
constexpr std::uint64_t kChoiceStream = 73;
constexpr double kLeastBeta = 0.04, kMostBeta = 40;

// Squared distances of the stored pictures in the visible patches.
Eigen::VectorXf distances(const World& world, const Eigen::Ref<const Eigen::MatrixXf>& patches, const Mask& hidden) {
    const int tokens = world.cut.tokens(), count = world.storedCount();
    Eigen::VectorXf squares(count);
    forBlocks(count, kAtOnce, [&](int begin, int end) {
        for (int k = begin; k < end; ++k) {
            float sum = 0;
            for (int t = 0; t < tokens; ++t)
                if (!hidden[std::size_t(t)]) sum += (world.stored.col(Eigen::Index(k) * tokens + t) - patches.col(t)).squaredNorm();
            squares[k] = sum;
        }
    });
    return squares;
}

Eigen::MatrixXf mixed(const World& world, const Eigen::VectorXf& squares, double beta) {
    const int tokens = world.cut.tokens();
    const float least = squares.minCoeff();
    Eigen::MatrixXf sum = Eigen::MatrixXf::Zero(world.cut.pixels(), tokens);
    double total = 0;
    for (Eigen::Index k = 0; k < squares.size(); ++k) {
        const double weight = std::exp(-beta * double(squares[k] - least));
        if (weight < 1e-9) continue;
        total += weight;
        sum += float(weight) * world.stored.middleCols(k * tokens, tokens);
    }
    return sum / float(total);
}

Eigen::MatrixXf withVisible(Eigen::MatrixXf guess, const Eigen::Ref<const Eigen::MatrixXf>& patches, const Mask& hidden) {
    for (std::size_t t = 0; t < hidden.size(); ++t)
        if (!hidden[t]) guess.col(Eigen::Index(t)) = patches.col(Eigen::Index(t));
    return guess;
}

}  // namespace

Baselines baselines(const World& world, const Eigen::Ref<const Eigen::MatrixXf>& patches, const Mask& hidden, double beta) {
    const Eigen::VectorXf squares = distances(world, patches, hidden);
    const int tokens = world.cut.tokens();
    Baselines b;
    squares.minCoeff(&b.nearestPicture);
    b.mean = withVisible(world.mean, patches, hidden);
    b.nearest = withVisible(world.stored.middleCols(Eigen::Index(b.nearestPicture) * tokens, tokens), patches, hidden);
    b.oneStep = withVisible(mixed(world, squares, beta), patches, hidden);
    return b;
}

double bestBeta(const World& world, std::uint64_t seed) {
    const int tokens = world.cut.tokens(), tried = std::min(kTried, world.storedCount() - 1);
    std::vector<double> betas;
    for (double beta = kLeastBeta; beta < kMostBeta; beta *= 1.6) betas.push_back(beta);
    std::vector<double> errors(betas.size());
    Params half;
    half.mask = 0.5;
    for (int k = 0; k < tried; ++k) {
        const auto patches = world.stored.middleCols(Eigen::Index(k) * tokens, tokens);
        const Mask hidden = maskOf(half, world.cut, seed, int(kChoiceStream) + k);
        Eigen::VectorXf squares = distances(world, patches, hidden);
        squares[k] = std::numeric_limits<float>::max();  // not among the others
        for (std::size_t i = 0; i < betas.size(); ++i) errors[i] += hiddenError(mixed(world, squares, betas[i]), patches, hidden);
    }
    return betas[std::size_t(std::min_element(errors.begin(), errors.end()) - errors.begin())];
}

double hiddenError(const Eigen::Ref<const Eigen::MatrixXf>& guess, const Eigen::Ref<const Eigen::MatrixXf>& truth, const Mask& hidden) {
    double sum = 0;
    std::int64_t count = 0;
    for (std::size_t t = 0; t < hidden.size(); ++t) {
        if (!hidden[t]) continue;
        const auto column = Eigen::Index(t);
        sum += double((guess.col(column).cwiseMax(0).cwiseMin(1) - truth.col(column)).squaredNorm());
        count += guess.rows();
    }
    return count > 0 ? sum / double(count) : 0;
}

double psnr(double meanSquareError) { return meanSquareError > 0 ? std::min(kExact, -10 * std::log10(meanSquareError)) : kExact; }

}  // namespace engram::energy_transformer
