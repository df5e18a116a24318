// Multidimensional scaling by majorisation (SMACOF; de Leeuw 1977): places in the plane whose distances come near to wanted ones. Every
// round lowers the stress, sum (distance - wanted)^2, from wherever the places begin: so a map that is made again after a small change
// moves a little and never turns.
#pragma once

#include <Eigen/Core>

namespace engram {

// `wanted`: n x n, symmetric, at least 0; `places`: 2 x n, where to begin and what is reached, its mean at the origin.
void smacof(const Eigen::MatrixXd& wanted, int rounds, Eigen::Matrix2Xd& places);

// One point more among fixed ones, at the minimum of sum weight (distance - wanted)^2 that lies nearest to their weighted mean.
Eigen::Vector2d placedAmong(const Eigen::Matrix2Xd& places, const Eigen::VectorXd& wanted, const Eigen::VectorXd& weight, int rounds);

}  // namespace engram
