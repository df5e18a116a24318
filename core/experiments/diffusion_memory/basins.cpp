// Which memory each start ends on, in passes from coarse to fine, and the Voronoi cells that these basins are not.
#include <algorithm>
#include <chrono>
#include <cmath>

#include "core/compute/thread_backend.h"
#include "core/experiments/diffusion_memory/views.h"
#include "core/model/power_cells.h"

namespace engram::diffusion_memory {

namespace {

constexpr int kBandRows = 8, kFirstSide = 33;
constexpr double kMostWork = 3e9;  // starts times memories times moves, for the finest pass
constexpr auto kSlice = std::chrono::milliseconds(25);

std::vector<Move> movesOf(const Params& p, const State& s) {
    if (p.basinsOf == Rule::Diffusion) return s.schedule->diffusion;
    return std::vector<Move>(s.schedule->diffusion.size(), s.schedule->memory);
}

BasinsKey keyOf(const Params& p, const State& s) {
    BasinsKey key{s.world, p.basinsOf, basinsReach(p, *s.world), {}};
    if (p.basinsOf == Rule::Diffusion)
        key.sigmas = s.schedule->sigmas;
    else
        key.sigmas = {s.schedule->memory.sigma};
    return key;
}

std::vector<int> passesFor(const State& s) {
    const double perStart = double(s.world->count()) * double(s.schedule->diffusion.size());
    const int last = std::clamp(int(std::sqrt(kMostWork / perStart)), kFirstSide, 241) | 1;
    std::vector<int> sides{kFirstSide};
    for (int side = kFirstSide * 3 | 1; side < last; side = side * 3 | 1) sides.push_back(side);
    if (last > kFirstSide) sides.push_back(last);
    return sides;
}

double placeAt(const BasinsWork& work, Eigen::Index i) { return work.key.reach * (2.0 * double(i) / double(work.sides[0] - 1) - 1); }

// Euler's moves: for whose basin a start lies in, the order of the sampler hardly matters, and this takes half the time.
void addRows(const std::vector<Move>& moves, const Memories& memories, int rows, BasinsWork& work) {
    const Eigen::Index side = work.sides[0];
    FloatMatrix x(2, side * rows);
    for (Eigen::Index j = 0; j < rows; ++j)
        for (Eigen::Index i = 0; i < side; ++i) x.col(j * side + i) << float(placeAt(work, i)), float(placeAt(work, work.rowsDone + j));
    for (const Move& move : moves)
        if (move.rate > 0) threadBackend().descend(modelAt(move.sigma), memories, float(move.rate), 1, x);
    Eigen::VectorXi nearest(x.cols());
    threadBackend().nearest(modelAt(1), memories, x, nearest);
    for (Eigen::Index q = 0; q < x.cols(); ++q) work.ends(work.rowsDone + q / side, q % side) = float(nearest[q]);
    work.rowsDone += rows;
}

Field fieldOf(const BasinsWork& work, const std::vector<float>& values) {
    const double reach = work.key.reach;
    return {work.sides[0], work.sides[0], -reach, reach, -reach, reach, share(std::vector<float>(values))};
}

std::shared_ptr<const BasinsView> viewOf(const State& s, const BasinsWork& work) {
    BasinsView view;
    view.key = work.key;
    view.hasBasin.assign(std::size_t(s.world->count()), false);
    std::vector<float> ends;
    int agreeing = 0;
    for (Eigen::Index j = 0; j < work.ends.rows(); ++j)
        for (Eigen::Index i = 0; i < work.ends.cols(); ++i) {
            const int end = int(work.ends(j, i));
            view.hasBasin[std::size_t(end)] = true;
            agreeing += end == nearestMemory(*s.world, Vector(Eigen::Vector2d(placeAt(work, i), placeAt(work, j))));
            ends.push_back(float(end));
        }
    view.agrees = double(agreeing) / double(ends.size());
    view.basins = {fieldOf(work, ends),
                   fieldOf(work, std::vector<float>(ends.size(), 0.3f)),
                   fieldOf(work, std::vector<float>(ends.size(), 1)),
                   s.world->names,
                   "",
                   0,
                   0};
    view.cells = voronoiEdges(s.world->points, work.key.reach);
    return std::make_shared<const BasinsView>(std::move(view));
}

}  // namespace

bool lookAtBasins(const Params& p, State& s) {
    const BasinsKey key = keyOf(p, s);
    const bool isNew = !s.basinsWork || !(s.basinsWork->key == key);
    if (!isNew && s.basinsWork->sides.empty()) return false;
    auto work = std::make_shared<BasinsWork>(isNew ? BasinsWork{key, passesFor(s), 0, {}} : *s.basinsWork);
    if (isNew) work->ends.resize(work->sides[0], work->sides[0]);
    const auto memories = threadBackend().prepare(FloatMatrix(s.world->points.cast<float>()));
    const std::vector<Move> moves = movesOf(p, s);
    const auto end = std::chrono::steady_clock::now() + kSlice;
    // The first pass is made whole: there is always something to see.
    do addRows(moves, *memories, std::min(kBandRows, work->sides[0] - work->rowsDone), *work);
    while (work->rowsDone < work->sides[0] && (isNew || std::chrono::steady_clock::now() < end));
    if (work->rowsDone == work->sides[0]) {
        s.basins = viewOf(s, *work);
        work->sides.erase(work->sides.begin());
        work->rowsDone = 0;
        if (!work->sides.empty()) work->ends.resize(work->sides[0], work->sides[0]);
    }
    s.basinsWork = work;
    return !work->sides.empty();
}

Shared<Vec3> voronoiEdges(const Matrix& points, double reach) {
    std::vector<Vec3> edges;
    for (const PlaneEdge& edge : powerCellEdges(points, Vector::Zero(points.cols()), reach))
        for (const Eigen::Vector2d& end : edge) edges.push_back({float(end[0]), float(end[1]), 0});
    return share(std::move(edges));
}

}  // namespace engram::diffusion_memory
