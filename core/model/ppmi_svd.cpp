#include "core/model/ppmi_svd.h"

#include <algorithm>
#include <cmath>

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <Eigen/SparseCore>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"

namespace engram {

namespace {

constexpr int kOversampling = 20, kPowers = 3, kColumnsATask = 8;
constexpr std::uint64_t kSketchStream = 64;
constexpr double kSmoothing = 0.75;  // of the distribution of contexts

using Sparse = Eigen::SparseMatrix<float, Eigen::RowMajor>;

Sparse ppmiOf(const std::vector<int>& tokens, const std::vector<std::int64_t>& starts, int words, int reach) {
    constexpr std::uint64_t kMostPairs = std::uint64_t(1) << 29;  // 4 GiB
    if (std::uint64_t(tokens.size()) * std::uint64_t(2 * reach) > kMostPairs)
        fail("the rival would count the neighbours of " + std::to_string(tokens.size()) + " words at once: switch it off with rivals=off");
    std::vector<std::uint64_t> pairs;
    for (std::size_t s = 0; s + 1 < starts.size(); ++s)
        for (std::int64_t i = starts[s]; i < starts[s + 1]; ++i)
            for (std::int64_t j = i + 1; j <= std::min(i + reach, starts[s + 1] - 1); ++j) {
                const int a = tokens[std::size_t(i)], b = tokens[std::size_t(j)];
                if (a < 0 || b < 0) continue;
                pairs.push_back(std::uint64_t(a) << 32 | std::uint64_t(b));
                pairs.push_back(std::uint64_t(b) << 32 | std::uint64_t(a));
            }
    std::sort(pairs.begin(), pairs.end());
    std::vector<double> sums(std::size_t(words), 0);
    for (const auto pair : pairs) sums[pair >> 32] += 1;
    double total = double(pairs.size()), smoothed = 0;
    for (const double sum : sums) smoothed += std::pow(sum, kSmoothing);
    std::vector<Eigen::Triplet<float>> entries;
    for (std::size_t i = 0; i < pairs.size();) {
        std::size_t j = i;
        while (j < pairs.size() && pairs[j] == pairs[i]) ++j;
        const auto a = std::size_t(pairs[i] >> 32), b = std::size_t(pairs[i] & 0xFFFFFFFFu);
        const double information = std::log(double(j - i) / total / (sums[a] / total * std::pow(sums[b], kSmoothing) / smoothed));
        if (information > 0) entries.emplace_back(int(a), int(b), float(information));
        i = j;
    }
    Sparse matrix(words, words);
    matrix.setFromTriplets(entries.begin(), entries.end());
    return matrix;
}

Eigen::MatrixXf times(const Sparse& matrix, const Eigen::MatrixXf& right) {
    Eigen::MatrixXf result(matrix.rows(), right.cols());
    forBlocks(int(right.cols()), kColumnsATask,
              [&](int begin, int end) { result.middleCols(begin, end - begin).noalias() = matrix * right.middleCols(begin, end - begin); });
    return result;
}

Eigen::MatrixXf orthogonal(const Eigen::MatrixXf& m) {
    const Eigen::HouseholderQR<Eigen::MatrixXf> qr(m);
    return qr.householderQ() * Eigen::MatrixXf::Identity(m.rows(), m.cols());
}

}  // namespace

Eigen::MatrixXf ppmiSvd(const std::vector<int>& tokens, const std::vector<std::int64_t>& starts, int words, const PpmiOptions& options) {
    const int sketch = std::min(words, options.dimensions + kOversampling), dimensions = std::min(options.dimensions, words);
    if (words < 2) fail("the rival needs at least two words");
    const Sparse matrix = ppmiOf(tokens, starts, words, options.reach), transposed = matrix.transpose();
    Random random(options.seed, kSketchStream);
    Eigen::MatrixXf probe(words, sketch);
    for (float& x : probe.reshaped()) x = float(random.normal());
    Eigen::MatrixXf basis = orthogonal(times(matrix, probe));
    for (int power = 0; power < kPowers; ++power) basis = orthogonal(times(matrix, orthogonal(times(transposed, basis))));
    // B = Q^T A: the left vectors of A are Q times those of B, which are the eigenvectors of B B^T.
    const Eigen::MatrixXd small = times(transposed, basis).transpose().cast<double>();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(small * small.transpose());
    Eigen::MatrixXf vectors(words, dimensions);
    for (int d = 0; d < dimensions; ++d) {
        const int from = sketch - 1 - d;
        const double square = std::max(0.0, solver.eigenvalues()[from]);
        vectors.col(d) = basis * (solver.eigenvectors().col(from) * std::pow(square, 0.25)).cast<float>();
    }
    return vectors;
}

double cosine(const Eigen::MatrixXf& vectors, int a, int b) {
    const double norms = double(vectors.row(a).norm()) * double(vectors.row(b).norm());
    return norms > 0 ? double(vectors.row(a).dot(vectors.row(b))) / norms : 0;
}

}  // namespace engram
