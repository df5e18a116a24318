// Multinomial logistic regression, trained on all samples at once by gradient steps with momentum from zero: the same every time.
#pragma once

#include <Eigen/Core>
#include <vector>

namespace engram {

// Weights, classes x features, such that scores = weights * samples. `samples`: features x count, a constant 1 among the features for a
// bias; `labels`: 0 to classes - 1, one a sample.
Eigen::MatrixXf logisticWeights(const Eigen::MatrixXf& samples, const std::vector<int>& labels, int classes);

}  // namespace engram
