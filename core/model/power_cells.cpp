#include "core/model/power_cells.h"

namespace engram {

namespace {

struct Corner {
    Eigen::Vector2d at;
    int beyond;  // the cell on the other side of the edge that begins here; -1: the border
};

// The square cut by one line for every other cell.
std::vector<Corner> cellOf(int k, const Matrix& centres, const Vector& squares, double reach) {
    std::vector<Corner> cell{{{-reach, -reach}, -1}, {{reach, -reach}, -1}, {{reach, reach}, -1}, {{-reach, reach}, -1}};
    for (int m = 0; m < int(centres.cols()) && !cell.empty(); ++m) {
        const Eigen::Vector2d across = centres.col(m) - centres.col(k);
        if (m == k || across.squaredNorm() == 0) continue;
        const double limit = (squares[m] - squares[k]) / 2;
        const auto outside = [&](const Eigen::Vector2d& at) { return across.dot(at) - limit; };
        std::vector<Corner> cut;
        for (std::size_t i = 0; i < cell.size(); ++i) {
            const Corner &from = cell[i], &to = cell[(i + 1) % cell.size()];
            const double a = outside(from.at), b = outside(to.at);
            if (a <= 0) cut.push_back(from);
            if ((a <= 0) != (b <= 0)) cut.push_back({from.at + (to.at - from.at) * (a / (a - b)), a <= 0 ? m : from.beyond});
        }
        cell = std::move(cut);
    }
    return cell;
}

}  // namespace

// An edge belongs to the cell of the smaller number.
std::vector<PlaneEdge> powerCellEdges(const Matrix& centres, const Vector& weights, double reach) {
    const Vector squares = centres.colwise().squaredNorm().transpose() + weights;
    std::vector<PlaneEdge> edges;
    for (int k = 0; k < int(centres.cols()); ++k) {
        const std::vector<Corner> cell = cellOf(k, centres, squares, reach);
        for (std::size_t i = 0; i < cell.size(); ++i) {
            const Eigen::Vector2d &from = cell[i].at, &to = cell[(i + 1) % cell.size()].at;
            if (cell[i].beyond < k || (to - from).norm() < 1e-9 * reach) continue;  // too short: many cells meet in a point
            edges.push_back({from, to});
        }
    }
    return edges;
}

}  // namespace engram
