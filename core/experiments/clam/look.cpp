#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/parallel.h"
#include "core/experiments/clam/views.h"
#include "core/model/power_cells.h"

namespace engram::clam {

namespace {

constexpr int kCoarse = 61, kFine = 241, kReliefSide = 141, kMostPaths = 60;
constexpr double kMostWork = 1.5e8;  // places times prototypes times features times steps, of a map that is to be ready at once

double placeAt(const World& world, int side, int i) { return world.reach * (2.0 * i / (side - 1) - 1); }

Matrix gridOf(const World& world, int side, Eigen::Index rows) {
    Matrix grid = Matrix::Zero(rows, Eigen::Index(side) * side);
    for (int j = 0; j < side; ++j)
        for (int i = 0; i < side; ++i) grid.col(Eigen::Index(j) * side + i).head(2) << placeAt(world, side, i), placeAt(world, side, j);
    return grid;
}

// Lines on which two prototypes are nearest, as pieces of a curve with gaps. On the plane nearness is |p - place|^2 + what lies beside it.
void addEdges(const Clam& flat, double reach, MapView& view) {
    constexpr double kGap = std::numeric_limits<double>::quiet_NaN();
    const Matrix& rho = flat.prototypes;
    const Vector beside = rho.bottomRows(rho.rows() - 2).colwise().squaredNorm();
    std::vector<double> x, y;
    for (const auto& [from, to] : powerCellEdges(rho.topRows(2), beside, reach))
        x.insert(x.end(), {from[0], to[0], kGap}), y.insert(y.end(), {from[1], to[1], kGap});
    view.edgesX = share(std::move(x)), view.edgesY = share(std::move(y));
}

std::shared_ptr<const MapView> makeMap(const World& world, const Clam& clam, std::shared_ptr<const void> from, int iteration, int side,
                                       bool recursion) {
    const Clam flat = onPlane(world, clam);
    const Matrix grid = gridOf(world, side, flat.prototypes.rows());
    const Labels nearest = nearestPrototype(flat.prototypes, grid);
    Labels labels = nearest;
    if (recursion)
        forBlocks(int(grid.cols()), 512, [&](int begin, int end) {
            const Labels part = assign(flat, grid.middleCols(begin, end - begin));
            std::copy(part.begin(), part.end(), labels.begin() + begin);
        });
    MapView view{std::move(from), iteration, side, 0, {}, {}, {}};
    std::vector<float> ends(labels.begin(), labels.end());
    int same = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) same += labels[i] == nearest[i];
    view.agrees = double(same) / double(labels.size());
    view.ends = {side, side, -world.reach, world.reach, -world.reach, world.reach, share(std::move(ends))};
    addEdges(flat, world.reach, view);
    return std::make_shared<const MapView>(std::move(view));
}

int finest(const Params& p, const World& world) {
    const double perPlace = double(p.clusters) * std::min(world.dimension(), p.clusters + 2) * p.depth;
    return std::clamp(int(std::sqrt(kMostWork / perPlace)) | 1, kCoarse, kFine);
}

std::shared_ptr<const ReliefView> makeRelief(const Params& p, const State& s) {
    const World& world = *s.world;
    const Clam clam = clamOf(p, s.epoch->prototypes), flat = onPlane(world, clam);
    const Vector energies = energy(flat, gridOf(world, kReliefSide, flat.prototypes.rows()));
    auto view = std::make_shared<ReliefView>();
    view->epoch = s.epoch;
    Surface& surface = view->surface;
    std::vector<float> values(energies.begin(), energies.end());
    const double low = energies.minCoeff(), high = energies.maxCoeff(), span = std::max(1e-9, high - low);
    surface.energy = {kReliefSide, kReliefSide, -world.reach, world.reach, -world.reach, world.reach, share(std::move(values))};
    surface.low = low, surface.high = low + 0.6 * span;
    surface.floor = low + 0.25 * span, surface.knee = 0.2 * span;
    surface.contourStep = span / 40;
    surface.zScale = 0.8 * world.reach / span;
    surface.fogStart = 0.97 * world.reach, surface.fogEnd = 1.4 * world.reach;
    const int every = std::max(1, world.count() / kMostPaths);
    std::vector<int> chosen;
    for (int q = 0; q < world.count() && int(chosen.size()) < kMostPaths; q += every) chosen.push_back(q);
    Matrix v = world.points(Eigen::all, chosen);
    std::vector<std::vector<Vec3>> paths(chosen.size());
    for (int t = 0; t <= p.depth; ++t) {
        const Matrix at = world.placed(v);
        for (std::size_t i = 0; i < chosen.size(); ++i)
            paths[i].push_back({float(at(0, Eigen::Index(i))), float(at(1, Eigen::Index(i))), 0});
        if (t < p.depth) engram::step(clam, nullptr, v);
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        view->paths.push_back(share(std::move(paths[i])));
        view->ends.push_back(s.epoch->labels[std::size_t(chosen[i])]);
    }
    return view;
}

bool fits(const std::shared_ptr<const MapView>& view, const std::shared_ptr<const void>& from, int iteration) {
    return view && view->from == from && view->iteration == iteration;
}

}  // namespace

bool look(const Params& p, State& s, const std::set<std::string>& panels) {
    bool more = false;
    if (panels.count("map")) {
        const int fine = finest(p, *s.world);
        const bool known = fits(s.map, s.epoch, 0);
        if (!known || s.map->side < fine)
            s.map = makeMap(*s.world, clamOf(p, s.epoch->prototypes), s.epoch, 0, known ? fine : kCoarse, true), more |= s.map->side < fine;
    }
    if (panels.count("kmeans") && !fits(s.kmeansMap, s.kmeans, kmeansIteration(s)))
        s.kmeansMap = makeMap(*s.world, clamOf(p, kmeansNow(s).centres), s.kmeans, kmeansIteration(s), kFine, false);
    if (panels.count("relief") && !(s.relief && s.relief->epoch == s.epoch)) s.relief = makeRelief(p, s);
    if (panels.count("settings") || panels.count("settings_used")) more |= lookAtSettings(p, s);
    if (panels.count("rivals")) more |= lookAtRivals(p, s);
    return more;
}

void keepViews(const State& from, State& to) {
    if (from.epoch == to.epoch) to.map = from.map, to.relief = from.relief;
    if (fits(from.kmeansMap, to.kmeans, kmeansIteration(to))) to.kmeansMap = from.kmeansMap;
    if (from.world->fast != to.world->fast) return;
    to.world = from.world;  // the same points, with the classes known now
    to.settings = from.settings;
    to.rivals = from.rivals;
}

std::int64_t viewBytes(const State& s) {
    std::int64_t all = 0;
    for (const auto& view : {s.map, s.kmeansMap})
        if (view) all += std::int64_t(view->ends.values->size() * sizeof(float) + 2 * view->edgesX->size() * sizeof(double));
    if (s.relief) {
        all += std::int64_t(s.relief->surface.energy.values->size() * sizeof(float));
        for (const Shared<Vec3>& path : s.relief->paths) all += std::int64_t(path->size() * sizeof(Vec3));
    }
    return all;
}

}  // namespace engram::clam
