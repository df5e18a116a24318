#include "core/model/smacof.h"

#include <algorithm>

namespace engram {

namespace {

// From `other`, as far as wanted, in the direction of `at`: one term of the Guttman transform.
Eigen::Vector2d pulled(const Eigen::Vector2d& at, const Eigen::Vector2d& other, double wanted) {
    const Eigen::Vector2d apart = at - other;
    return other + apart * (wanted / std::max(1e-9, apart.norm()));
}

}  // namespace

void smacof(const Eigen::MatrixXd& wanted, int rounds, Eigen::Matrix2Xd& places) {
    const Eigen::Index count = places.cols();
    for (int round = 0; round < rounds; ++round) {
        Eigen::Matrix2Xd next = Eigen::Matrix2Xd::Zero(2, count);
        for (Eigen::Index i = 0; i < count; ++i)
            for (Eigen::Index j = 0; j < count; ++j)
                if (i != j) next.col(i) += pulled(places.col(i), places.col(j), wanted(i, j));
        places = next / double(std::max<Eigen::Index>(1, count - 1));
        places.colwise() -= places.rowwise().mean();
    }
}

Eigen::Vector2d placedAmong(const Eigen::Matrix2Xd& places, const Eigen::VectorXd& wanted, const Eigen::VectorXd& weight, int rounds) {
    Eigen::Vector2d at = places * weight / weight.sum();
    for (int round = 0; round < rounds; ++round) {
        Eigen::Vector2d next(0, 0);
        for (Eigen::Index i = 0; i < places.cols(); ++i) next += weight[i] * pulled(at, places.col(i), wanted[i]);
        at = next / weight.sum();
    }
    return at;
}

}  // namespace engram
