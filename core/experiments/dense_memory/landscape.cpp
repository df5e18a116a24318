// The landscape on the plane through three memories: its surface, and how other starts flow on it.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

#include "core/experiments/dense_memory/fast.h"
#include "core/experiments/dense_memory/flow.h"
#include "core/experiments/dense_memory/views.h"
#include "core/model/adiabatic.h"
#include "core/model/product.h"

namespace engram::dense_memory {

namespace {

// Pieces of work for one picture: grids shrink so that memories and features times points stay below it.
constexpr double kSurfaceWork = 2e7;

// Lowest and highest energy within `radius` of the centre.
std::array<double, 2> rangeWithin(const Field& f, double radius) {
    std::array<double, 2> range{1e300, -1e300};
    for (int j = 0; j < f.rows; ++j)
        for (int i = 0; i < f.columns; ++i) {
            const double x = f.x0 + (f.x1 - f.x0) * i / (f.columns - 1), y = f.y0 + (f.y1 - f.y0) * j / (f.rows - 1);
            if (std::hypot(x, y) > radius) continue;
            const double e = (*f.values)[std::size_t(j * f.columns + i)];
            range = {std::min(range[0], e), std::max(range[1], e)};
        }
    return range;
}

// Up to the floor height follows the energy. For model B, which rises without bound, the floor lies some three times as high above the
// deepest well as the middle of the plane does, and what is above is compressed; the others are bounded and shown as they are.
void shapeSurface(const Params& p, Surface& surface, double spread, double meanDistance) {
    const auto [lowest, highest] = rangeWithin(surface.energy, surface.fogStart);
    const auto near = rangeWithin(surface.energy, 1.5 * spread);
    double depth = highest - lowest;
    if (p.model == Model::B)
        depth = std::clamp(3.5 * (surface.energy.at(0, 0) - lowest), 0.4 * (near[1] - near[0]), 0.7 * (near[1] - near[0]));
    depth = std::max(depth, 1e-9 * (1 + std::abs(lowest)));
    surface.floor = lowest + depth;
    surface.knee = 0.07 * depth;
    surface.low = lowest;
    surface.high = p.model == Model::B ? surface.floor + 0.24 * depth : highest;
    surface.contourStep = depth / 14;
    surface.zScale = 0.58 * meanDistance / depth;
}

std::vector<CrowdLine> crowdOn(const Params& p, const State& s, const Compact& compact, double unit) {
    constexpr int kStarts = 26, kSteps = 46;
    Matrix v(compact.cue.size(), kStarts);
    for (int i = 0; i < kStarts; ++i) {
        const double angle = 2 * std::numbers::pi * i / kStarts + 0.11;
        v.col(i) = compact.plane.at(1.38 * unit * std::cos(angle), 1.38 * unit * std::sin(angle));
    }
    std::vector<std::vector<Vec3>> ways(kStarts);
    for (int k = 0; k <= kSteps; ++k) {
        for (int i = 0; i < kStarts; ++i) {
            const Place place = placeOn(p, compact.plane, unit, v.col(i));
            ways[std::size_t(i)].push_back({float(place.x / unit), float(place.y / unit), 0});
        }
        reducedStep(compact.system, ReducedIntegrator::Exponential, 0.1 * p.tauF, v);
    }
    for (int k = 0; k < 24; ++k) reducedStep(compact.system, ReducedIntegrator::Exponential, p.tauF, v);
    std::vector<CrowdLine> lines;
    const std::vector<int> reached = reachedMemories(p, s, *compact.system.synapses, v);
    for (std::size_t i = 0; i < ways.size(); ++i) lines.push_back({share(std::move(ways[i])), reached[i]});
    return lines;
}

}  // namespace

int gridSide(double work, double perPoint, int least, int most) {
    const int side = int(std::sqrt(work / std::max(perPoint, 1.0)));
    return std::clamp(side, least, most) | 1;             // odd, so that the centre is a point of the grid
}

Compact::Compact(const State& s, int cueIndex) : system(systemForCue(s, cueIndex)), plane(s.plane), cue(s.cues->col(cueIndex)) {
    if (!rotationInvariant(system)) return;
    Matrix others(cue.size(), 4);
    others << plane.origin, plane.u, plane.w, cue;
    Spanned small = spanned(system, others);
    const Matrix inside = transposedProduct(small.basis, others);
    plane = {inside.col(0), inside.col(1), inside.col(2)};
    cue = inside.col(3);
    system = std::move(small.system);
}

Field fieldOf(const Matrix& values, double reach) {
    std::vector<float> rows(std::size_t(values.size()));
    for (Eigen::Index j = 0; j < values.rows(); ++j)
        for (Eigen::Index i = 0; i < values.cols(); ++i) rows[std::size_t(j * values.cols() + i)] = float(values(j, i));
    return {int(values.cols()), int(values.rows()), -reach, reach, -reach, reach, share(std::move(rows))};
}

Matrix energyGrid(const State& s, int cue, int side, double reach) {
    const DenseSystem system = systemForCue(s, cue);
    if (const auto model = memoryModel(system)) return energyGridOf(*model, system, s.plane, side, reach);
    const Vector axis = Vector::LinSpaced(side, -reach, reach);
    return landscape(system, s.plane, axis, axis);
}

std::array<Eigen::Vector2d, 3> pinPlaces(const Params& p, const State& s) {
    const auto memories = planeMemories(p, s);
    std::array<Eigen::Vector2d, 3> places;
    for (std::size_t k = 0; k < 3; ++k)
        places[k] = project(s.plane, s.stretch * s.world->patterns.rows.row(memories[k]).transpose()).col(0);
    return places;
}

std::shared_ptr<const SurfaceView> makeSurface(const Params& p, const State& s) {
    auto view = std::make_shared<SurfaceView>();
    view->made = s.versions;
    view->unit = planeUnit(p, s);
    const auto pins = pinPlaces(p, s);
    double spread = 0, meanDistance = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        spread = std::max(spread, pins[k].norm() / view->unit);
        meanDistance += (pins[k] - pins[(k + 1) % 3]).norm() / view->unit / 3;
    }
    if (spread < 0.2) spread = 1, meanDistance = 1;
    const int cue = cueShown(p, s);
    const bool cheap = rotationInvariant(systemForCue(s, cue));
    const double perPoint =
        cheap ? s.world->memoryCount() : 3.0 * s.world->featureCount() + 0.2 * s.world->featureCount() * s.world->memoryCount();
    const double reach = 3.0 * spread;
    const Matrix energies = energyGrid(s, cue, gridSide(kSurfaceWork, perPoint, 61, 241), reach * view->unit);
    Surface& surface = view->surface;
    surface.energy = fieldOf(energies, reach);
    surface.fogStart = 1.8 * spread, surface.fogEnd = 2.75 * spread;
    shapeSurface(p, surface, spread, meanDistance);
    view->crowd = crowdOn(p, s, Compact(s, cue), view->unit);
    return view;
}

}  // namespace engram::dense_memory
