// The cells of a power diagram in the plane: where |x - centre|^2 + weight is least. With equal weights they are Voronoi cells; with what
// centres of more features have beside the plane as weights, they are the cut of their Voronoi cells with the plane.
#pragma once

#include <array>
#include <vector>

#include "core/base/scalar.h"

namespace engram {

using PlaneEdge = std::array<Eigen::Vector2d, 2>;

// The edges inside the square from -reach to reach, each once. `centres`: 2 x cells. Centres at the same place share theirs.
std::vector<PlaneEdge> powerCellEdges(const Matrix& centres, const Vector& weights, double reach);

}  // namespace engram
