#include "core/learn/logistic.h"

namespace engram {

Eigen::MatrixXf logisticWeights(const Eigen::MatrixXf& samples, const std::vector<int>& labels, int classes) {
    constexpr int kRounds = 300;
    constexpr float kRate = 4, kMomentum = 0.9f, kDecay = 1e-5f;
    Eigen::MatrixXf w = Eigen::MatrixXf::Zero(classes, samples.rows()), speed = w;
    for (int round = 0; round < kRounds; ++round) {
        Eigen::MatrixXf slopes = w * samples;
        for (Eigen::Index i = 0; i < slopes.cols(); ++i) {
            slopes.col(i) = (slopes.col(i).array() - slopes.col(i).maxCoeff()).exp();
            slopes.col(i) /= slopes.col(i).sum();
            slopes(labels[std::size_t(i)], i) -= 1;
        }
        speed = kMomentum * speed - kRate * (slopes * samples.transpose() / float(samples.cols()) + kDecay * w);
        w += speed;
    }
    return w;
}

}  // namespace engram
