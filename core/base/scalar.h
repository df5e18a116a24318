// The scalar and matrix types of the whole core. Double is the reference precision; a batch holds one state per column.
#pragma once

#include <Eigen/Core>

namespace engram {

using Real = double;
using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;  // column-major: column q is the state of cue q

}  // namespace engram
