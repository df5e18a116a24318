#include "core/model/cluster_scores.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"

namespace engram {

namespace {

int classCount(const Labels& labels) { return labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + 1; }

Matrix contingency(const Labels& a, const Labels& b) {
    Matrix counts = Matrix::Zero(classCount(a), classCount(b));
    for (std::size_t i = 0; i < a.size(); ++i) ++counts(a[i], b[i]);
    return counts;
}

Real entropy(const Vector& counts) {
    const Real total = counts.sum();
    Real h = 0;
    for (const Real c : counts)
        if (c > 0) h -= c / total * std::log(c / total);
    return h;
}

Real pairs(Real n) { return n * (n - 1) / 2; }

}  // namespace

int clustersUsed(const Labels& labels) {
    std::vector<bool> used(std::size_t(classCount(labels)));
    for (const int label : labels) used[std::size_t(label)] = true;
    return int(std::count(used.begin(), used.end(), true));
}

namespace {

// distancesOf(i): those of point i to all, a column.
template <class Distances>
Vector silhouettesOf(int n, const Labels& labels, const Distances& distancesOf) {
    constexpr int kRows = 16;
    const int k = classCount(labels);
    Vector sizes = Vector::Zero(k), scores = Vector::Zero(n);
    for (const int label : labels) ++sizes[label];
    forBlocks(n, kRows, [&](int begin, int end) {
        Vector sums(k);
        for (int i = begin; i < end; ++i) {
            const int own = labels[std::size_t(i)];
            if (sizes[own] < 2) continue;
            const auto& distances = distancesOf(i);
            sums.setZero();
            for (int q = 0; q < n; ++q) sums[labels[std::size_t(q)]] += Real(distances[q]);
            Real other = -1;
            for (int c = 0; c < k; ++c)
                if (c != own && sizes[c] > 0 && (other < 0 || sums[c] / sizes[c] < other)) other = sums[c] / sizes[c];
            const Real inside = sums[own] / (sizes[own] - 1), most = std::max(inside, other);
            if (other >= 0 && most > 0) scores[i] = (other - inside) / most;
        }
    });
    return scores;
}

}  // namespace

Vector silhouettes(const ConstBatch& x, const Labels& labels) {
    return silhouettesOf(int(x.cols()), labels, [&](int i) { return Vector((x.colwise() - x.col(i)).colwise().norm().transpose()); });
}

Vector silhouettesFrom(const Eigen::MatrixXf& distances, const Labels& labels) {
    return silhouettesOf(int(distances.cols()), labels, [&](int i) { return distances.col(i); });
}

Real silhouette(const ConstBatch& x, const Labels& labels) { return silhouettes(x, labels).mean(); }

Real inertia(const ConstBatch& x, const Labels& labels) {
    const int k = classCount(labels);
    Matrix means = Matrix::Zero(x.rows(), k);
    Vector sizes = Vector::Zero(k);
    for (Eigen::Index q = 0; q < x.cols(); ++q) means.col(labels[std::size_t(q)]) += x.col(q), ++sizes[labels[std::size_t(q)]];
    for (int c = 0; c < k; ++c)
        if (sizes[c] > 0) means.col(c) /= sizes[c];
    Real total = 0;
    for (Eigen::Index q = 0; q < x.cols(); ++q) total += (x.col(q) - means.col(labels[std::size_t(q)])).squaredNorm();
    return total;
}

Real normalisedMutualInformation(const Labels& a, const Labels& b, bool geometric) {
    const Matrix counts = contingency(a, b);
    const Vector rows = counts.rowwise().sum(), cols = counts.colwise().sum();
    const Real n = counts.sum(), ha = entropy(rows), hb = entropy(cols);
    if (ha <= 0 && hb <= 0) return 1;
    Real mutual = 0;
    for (Eigen::Index i = 0; i < counts.rows(); ++i)
        for (Eigen::Index j = 0; j < counts.cols(); ++j)
            if (counts(i, j) > 0) mutual += counts(i, j) / n * std::log(n * counts(i, j) / (rows[i] * cols[j]));
    const Real scale = geometric ? std::sqrt(ha * hb) : 0.5 * (ha + hb);
    return scale > 0 ? mutual / scale : 0;
}

Real adjustedRandIndex(const Labels& a, const Labels& b) {
    const Matrix counts = contingency(a, b);
    const Vector rows = counts.rowwise().sum(), cols = counts.colwise().sum();
    Real together = 0, inRows = 0, inCols = 0;
    for (const Real c : counts.reshaped()) together += pairs(c);
    for (const Real c : rows) inRows += pairs(c);
    for (const Real c : cols) inCols += pairs(c);
    const Real expected = inRows * inCols / pairs(counts.sum()), most = 0.5 * (inRows + inCols);
    return most == expected ? 1 : (together - expected) / (most - expected);
}

Real purity(const Labels& labels, const Labels& truth) {
    return contingency(labels, truth).rowwise().maxCoeff().sum() / Real(labels.size());
}

}  // namespace engram
