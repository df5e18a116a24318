#include "core/model/spectral.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/model/kmeans.h"

namespace engram {

namespace {

constexpr int kRestarts = 10, kIterations = 200, kPower = 8, kSpare = 12;
constexpr Real kStill = 1e-6;
constexpr std::uint64_t kStartStream = 1 << 16;

// For each point, those joined to it: the points themselves are among them, as in scikit-learn.
struct Neighbours {
    std::vector<std::vector<std::pair<int, Real>>> of;  // neighbour, weight / sqrt(degree degree)
};

Neighbours normalisedGraph(const ConstBatch& x, int count) {
    const int n = int(x.cols());
    std::vector<std::vector<int>> nearest(static_cast<std::size_t>(n));
    forBlocks(n, 16, [&](int begin, int end) {
        std::vector<int> order(static_cast<std::size_t>(n));
        for (int q = begin; q < end; ++q) {
            const Eigen::RowVectorXd distance = (x.colwise() - x.col(q)).colwise().squaredNorm();
            std::iota(order.begin(), order.end(), 0);
            std::partial_sort(order.begin(), order.begin() + count, order.end(),
                              [&](int a, int b) { return distance[a] != distance[b] ? distance[a] < distance[b] : a < b; });
            nearest[std::size_t(q)].assign(order.begin(), order.begin() + count);
        }
    });
    Neighbours graph;
    graph.of.resize(std::size_t(n));
    for (int q = 0; q < n; ++q)
        for (const int other : nearest[std::size_t(q)]) {
            graph.of[std::size_t(q)].emplace_back(other, 0.5);
            graph.of[std::size_t(other)].emplace_back(q, 0.5);
        }
    Vector degree = Vector::Zero(n);
    for (int q = 0; q < n; ++q)
        for (const auto& [other, weight] : graph.of[std::size_t(q)]) degree[q] += other != q ? weight : 0;
    for (int q = 0; q < n; ++q)
        for (auto& [other, weight] : graph.of[std::size_t(q)])
            weight = other != q && degree[q] > 0 && degree[other] > 0 ? weight / std::sqrt(degree[q] * degree[other]) : 0;
    return graph;
}

// (I + A) v: all eigenvalues lie from 0 to 2, the leading ones of the graph are its largest.
Matrix applied(const Neighbours& graph, const Matrix& v) {
    Matrix out = v;
    forBlocks(int(v.rows()), 64, [&](int begin, int end) {
        for (int q = begin; q < end; ++q)
            for (const auto& [other, weight] : graph.of[std::size_t(q)]) out.row(q) += weight * v.row(other);
    });
    return out;
}

}  // namespace

Labels spectral(const ConstBatch& x, int clusters, int neighbours, std::uint64_t seed) {
    const int n = int(x.cols());
    if (n > kMostSpectralPoints)
        usage("spectral clustering of " + std::to_string(n) + " points takes too long; it is made for up to " +
              std::to_string(kMostSpectralPoints));
    const Neighbours graph = normalisedGraph(x, std::min(neighbours, n));
    const int width = std::min(n, clusters + kSpare);
    Random random(seed, kStartStream);
    Matrix v(n, width);
    for (Real& e : v.reshaped()) e = random.normal();
    for (int i = 0; i < kIterations; ++i) {
        for (int power = 0; power < kPower; ++power) v = applied(graph, v) / 2;
        v = Eigen::HouseholderQR<Matrix>(v).householderQ() * Matrix::Identity(n, width);
        const Matrix image = applied(graph, v);
        const Eigen::SelfAdjointEigenSolver<Matrix> small(v.transpose() * image);  // the best there is within this space
        const Matrix turn = small.eigenvectors().rightCols(clusters).rowwise().reverse();
        const Vector values = small.eigenvalues().tail(clusters).reverse();
        const Real wrong = (image * turn - v * turn * values.asDiagonal()).norm();
        v = v * small.eigenvectors().rowwise().reverse();
        if (wrong < kStill) break;
    }
    Matrix rows = v.leftCols(clusters).transpose();
    for (Eigen::Index q = 0; q < rows.cols(); ++q)
        if (const Real length = rows.col(q).norm(); length > 0) rows.col(q) /= length;
    return kMeans(rows, clusters, kRestarts, seed).labels;
}

}  // namespace engram
