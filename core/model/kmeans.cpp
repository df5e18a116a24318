#include "core/model/kmeans.h"

#include <cmath>

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/model/clam.h"

namespace engram {

namespace {

constexpr int kRows = 256;

// Labels and inertia for the centres as they are.
void settleLabels(const ConstBatch& x, Clustering& c) {
    const Eigen::Index n = x.cols();
    c.labels.resize(std::size_t(n));
    Vector least(n);
    forBlocks(int(n), kRows, [&](int begin, int end) {
        for (int q = begin; q < end; ++q) {
            Eigen::Index at = 0;
            least[q] = (c.centres.colwise() - x.col(q)).colwise().squaredNorm().minCoeff(&at);
            c.labels[std::size_t(q)] = int(at);
        }
    });
    c.inertia = least.sum();
}

void moveCentres(const ConstBatch& x, Clustering& c) {
    Matrix sums = Matrix::Zero(c.centres.rows(), c.centres.cols());
    Vector sizes = Vector::Zero(c.centres.cols());
    for (Eigen::Index q = 0; q < x.cols(); ++q) {
        const int label = c.labels[std::size_t(q)];
        sums.col(label) += x.col(q), ++sizes[label];
    }
    for (Eigen::Index k = 0; k < sizes.size(); ++k)
        if (sizes[k] > 0) c.centres.col(k) = sums.col(k) / sizes[k];
}

}  // namespace

Matrix plusPlus(const ConstBatch& x, int clusters, std::uint64_t seed, std::uint64_t stream) {
    Random random(seed, stream);
    const Eigen::Index n = x.cols();
    const int tries = 2 + int(std::log(double(clusters)));
    Matrix centres(x.rows(), clusters);
    centres.col(0) = x.col(Eigen::Index(random.below(std::uint32_t(n))));
    Eigen::RowVectorXd least = (x.colwise() - centres.col(0)).colwise().squaredNorm();
    for (int k = 1; k < clusters; ++k) {
        Eigen::RowVectorXd best;
        for (int t = 0; t < tries; ++t) {
            Real mark = random.uniform() * least.sum();
            Eigen::Index at = 0;
            while (at + 1 < n && (mark -= least[at]) >= 0) ++at;
            const Eigen::RowVectorXd now = (x.colwise() - x.col(at)).colwise().squaredNorm().cwiseMin(least);
            if (t > 0 && now.sum() >= best.sum()) continue;
            best = now;
            centres.col(k) = x.col(at);
        }
        least = best;
    }
    return centres;
}

void lloydStep(const ConstBatch& x, Clustering& c) {
    settleLabels(x, c);
    moveCentres(x, c);
    ++c.iterations;
}

Clustering lloyd(const ConstBatch& x, Matrix centres, int mostIterations) {
    Clustering c{std::move(centres), {}, 0, 0};
    settleLabels(x, c);
    while (c.iterations < mostIterations) {
        const Labels before = c.labels;
        moveCentres(x, c);
        ++c.iterations;
        settleLabels(x, c);
        if (c.labels == before) break;
    }
    return c;
}

Clustering kMeans(const ConstBatch& x, int clusters, int restarts, std::uint64_t seed) {
    Clustering best;
    for (int r = 0; r < restarts; ++r) {
        Clustering c = lloyd(x, plusPlus(x, clusters, seed, std::uint64_t(r)));
        if (r == 0 || c.inertia < best.inertia) best = std::move(c);
    }
    return best;
}

Clustering softKMeans(const ConstBatch& x, Matrix centres, Real beta, int mostIterations) {
    constexpr Real kStill = 1e-6;
    Clustering c{std::move(centres), {}, 0, 0};
    for (Real moved = 1; c.iterations < mostIterations && moved > kStill; ++c.iterations) {
        const Matrix s = responsibilities({c.centres, beta, 1, 1}, x);
        const Vector weights = s.rowwise().sum();
        Matrix next = x * s.transpose();
        for (Eigen::Index k = 0; k < weights.size(); ++k)
            next.col(k) = weights[k] > 0 ? Vector(next.col(k) / weights[k]) : Vector(c.centres.col(k));
        moved = (next - c.centres).cwiseAbs().maxCoeff();
        c.centres = std::move(next);
    }
    settleLabels(x, c);
    return c;
}

}  // namespace engram
