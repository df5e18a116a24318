// ClAM on Gaussian blobs: five epochs of training by the closed-form gradient, with small and with large batches.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/bench/recipe.h"
#include "core/bench/workload.h"
#include "core/compute/backend.h"
#include "core/learn/clam_completion.h"
#include "core/learn/optimiser.h"
#include "core/model/clam.h"
#include "core/model/cluster_scores.h"

namespace engram::bench {

namespace {

constexpr int kPoints = 2000, kFeatures = 32, kClusters = 8, kSteps = 10, kEpochs = 5;
constexpr float kAlpha = 0.1f, kBeta = 0.3f, kHide = 0.2f;

struct Data {
    FloatMatrix points{kFeatures, kPoints};
    std::vector<int> truth;
    std::vector<FloatMatrix> shuffled, hidden;  // one an epoch
    std::vector<float> fill = std::vector<float>(kFeatures, 0.0f);
    Parameters<float> parameters;
    Completion completion{kFeatures, kClusters};
    double firstLoss = 0;
    std::vector<double> losses;

    Data() {
        Matrix x(kFeatures, kPoints);
        for (int i = 0; i < kPoints; ++i) {
            truth.push_back(i % kClusters);
            for (int j = 0; j < kFeatures; ++j)
                x(j, i) = double(recipe::normal(700, std::uint64_t(truth.back()) * kFeatures + std::uint64_t(j))) +
                          double(recipe::normal(701, std::uint64_t(i) * kFeatures + std::uint64_t(j)));
        }
        x.colwise() -= x.rowwise().mean().eval();
        const Vector deviation = (x.rowwise().squaredNorm() / kPoints).cwiseSqrt();
        x.array().colwise() /= deviation.array();
        points = x.cast<float>();
        for (int e = 0; e < kEpochs; ++e) addEpoch(std::uint64_t(e));
        TensorLayout layout;
        layout.add("rho", kFeatures, kClusters);
        parameters = Parameters<float>(std::make_shared<TensorLayout>(layout));
    }
    void addEpoch(std::uint64_t e) {
        std::vector<int> order(kPoints);
        std::iota(order.begin(), order.end(), 0);
        const auto rank = [&](int i) { return recipe::bits(703, e * kPoints + std::uint64_t(i)); };
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) < rank(b); });
        FloatMatrix x(kFeatures, kPoints), mask(kFeatures, kPoints);
        for (int t = 0; t < kPoints; ++t) {
            x.col(t) = points.col(order[std::size_t(t)]);
            for (int j = 0; j < kFeatures; ++j)
                mask(j, t) = recipe::uniform(704, (e * kPoints + std::uint64_t(t)) * kFeatures + std::uint64_t(j)) < kHide;
        }
        shuffled.push_back(std::move(x)), hidden.push_back(std::move(mask));
    }

    void train(int batch, double rate) {
        auto rho = parameters.tensor(0);
        for (Eigen::Index i = 0; i < rho.size(); ++i) rho.data()[i] = float(0.1 + 0.1 * double(recipe::normal(702, std::uint64_t(i))));
        Optimiser<float> optimiser{Adam{}};
        losses.clear();
        for (int e = 0; e < kEpochs; ++e) {
            double total = 0;
            for (int first = 0; first < kPoints; first += batch) {
                const int here = std::min(batch, kPoints - first);
                const CompletionBatch work{here, shuffled[std::size_t(e)].col(first).data(), hidden[std::size_t(e)].col(first).data(),
                                           fill.data()};
                const double loss = completion.gradient(rho.data(), {kSteps, kAlpha, kBeta}, work, parameters.gradients().data());
                optimiser.step(parameters, rate);
                if (e == 0 && first == 0) firstLoss = loss;
                total += loss * here;
            }
            losses.push_back(total / kPoints);
        }
    }

    nlohmann::json check() const {
        const auto rho = parameters.tensor(0);
        const Matrix x = points.cast<Real>();
        const std::vector<int> labels = assign({rho.cast<Real>(), kBeta, kAlpha, kSteps}, x);
        return {{"first_loss", firstLoss},
                {"mean_loss_per_epoch", losses},
                {"clusters_used", clustersUsed(labels)},
                {"silhouette", silhouette(x, labels)},
                {"purity", purity(labels, truth)},
                {"proj_rho", recipe::projection(rho.data(), std::size_t(rho.size()))},
                {"norm_rho", recipe::norm(rho.data(), std::size_t(rho.size()))}};
    }
};

}  // namespace

// A point hides a fifth of its coordinates, but a vector of points takes all that one of them hides: counted are the products of all. Six
// of K with d a step and point. Bytes: points, masks and prototypes stay in the second-level cache.
Workload clam() {
    const auto data = std::make_shared<Data>();
    const double flops = 12.0 * kSteps * kClusters * kFeatures * kPoints * kEpochs, bytes = 8.0 * kFeatures * kPoints * kEpochs;
    const auto variant = [&](int batch, double rate) {
        return Variant{"engram-b" + std::to_string(batch),
                       [data, batch, rate] { data->train(batch, rate); },
                       [data] { return data->check(); },
                       1e-3 * kPoints * kEpochs,
                       "ksample/s",
                       {flops, bytes},
                       "five epochs, closed-form gradient and Adam",
                       3};
    };
    return {"clam",
            "ClAM training, 5 epochs",
            {{"n", kPoints}, {"d", kFeatures}, {"K", kClusters}, {"T", kSteps}, {"alpha", kAlpha}, {"beta", kBeta}, {"epochs", kEpochs}},
            {variant(8, 0.02), variant(256, 0.1)}};
}

}  // namespace engram::bench
