// Basins on the plane, in passes: coarse at once, then finer ones row by row, so that they repaint while something is dragged.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <numeric>

#include "core/experiments/dense_memory/fast.h"
#include "core/experiments/dense_memory/flow.h"
#include "core/experiments/dense_memory/views.h"

namespace engram::dense_memory {

namespace {

constexpr int kSteps = 48;                 // the most that a start gets
constexpr double kStepTime = 0.5;          // of tau_f
constexpr double kArrived = 1e-3;          // relative change in a step
constexpr double kPassWork = 1e6, kMostWork = 2e7;     // points times synapses: of the first pass, of the last
constexpr double kFaster = 12, kFasterSteep = 4;   // the compute layer against the double reference, about; with tanh features
constexpr int kBandRows = 8;
constexpr auto kSlice = std::chrono::milliseconds(25);

// Sides of the passes: each about three times as fine.
std::vector<int> passesFor(const Compact& compact) {
    double workPerPoint = compact.workPerPoint();
    if (memoryModel(compact.system)) workPerPoint /= std::holds_alternative<LogCosh>(compact.system.features) ? kFasterSteep : kFaster;
    const int first = gridSide(kPassWork, workPerPoint, 25, 49), last = gridSide(kMostWork, workPerPoint, 49, 241);
    std::vector<int> sides{first};
    for (int side = first * 3 | 1; side < last; side = side * 3 | 1) sides.push_back(side);
    sides.push_back(last);
    return sides;
}

// The same on the compute layer; times are whole steps, so that these are half as long.
void addFastRows(const Params& p, const State& s, const Compact& compact, const MemoryModel& model, const Matrix& starts, int begin,
                 PlaneWork& work) {
    const Settled ends = settled(model, work.prepared.of(compact.system), starts, kStepTime / 2, 2 * kSteps, work.tolerance);
    const std::vector<int> reached = reachedMemories(p, s, *compact.system.synapses, ends.states);
    const Eigen::Index side = work.memory.cols();
    for (Eigen::Index q = 0; q < starts.cols(); ++q) {
        work.memory(begin + q / side, q % side) = reached[std::size_t(q)];
        work.time(begin + q / side, q % side) =
            kStepTime * std::clamp(ends.steps[q] < 0 ? kSteps : ends.steps[q] / 2.0, 1.0, double(kSteps));
    }
}

// Ends of the rows [begin, end) of a grid: the memory reached and the time it took, in tau_f.
void addRows(const Params& p, const State& s, const Compact& compact, const Vector& axis, int begin, int end, PlaneWork& work) {
    const Eigen::Index side = axis.size();
    Matrix v(compact.cue.size(), side * (end - begin));
    for (int j = begin; j < end; ++j)
        for (Eigen::Index i = 0; i < side; ++i) v.col((j - begin) * side + i) = compact.plane.at(axis[i], axis[j]);
    if (const auto model = memoryModel(compact.system)) return addFastRows(p, s, compact, *model, v, begin, work);
    Vector arrival = Vector::Constant(v.cols(), -1), lastChange = Vector::Ones(v.cols());
    std::vector<Eigen::Index> moving(static_cast<std::size_t>(v.cols()));
    std::iota(moving.begin(), moving.end(), Eigen::Index(0));
    for (int k = 1; k <= kSteps && !moving.empty(); ++k) {
        const Matrix before = v(Eigen::all, moving);
        Matrix after = before;
        reducedStep(compact.system, ReducedIntegrator::Exponential, kStepTime * p.tauF, after);
        const Vector lengths = after.colwise().norm().cwiseMax(1e-300).transpose(), changes = (after - before).colwise().norm().transpose();
        v(Eigen::all, moving) = after;
        std::vector<Eigen::Index> still;
        for (std::size_t i = 0; i < moving.size(); ++i) {
            const Eigen::Index q = moving[i];
            const double change = changes[Eigen::Index(i)] / lengths[Eigen::Index(i)];
            if (change < kArrived) {
                // Between two steps the change falls about exponentially, so the moment of arrival is interpolated on its logarithm.
                const double share =
                    std::log(lastChange[q] / kArrived) / std::log(std::max(lastChange[q] / std::max(change, 1e-12), 1.001));
                arrival[q] = k - 1 + std::clamp(share, 0.0, 1.0);
            } else {
                still.push_back(q);
            }
            lastChange[q] = change;
        }
        moving = std::move(still);
    }
    const std::vector<int> reached = reachedMemories(p, s, *compact.system.synapses, v);
    for (int j = begin; j < end; ++j)
        for (Eigen::Index i = 0; i < side; ++i) {
            const Eigen::Index q = (j - begin) * side + i;
            work.memory(j, i) = reached[std::size_t(q)];
            work.time(j, i) = kStepTime * (arrival[q] < 0 ? kSteps : std::max(1.0, arrival[q]));
        }
}

void addReducedPath(const Params& p, const Compact& compact, double unit, PlaneView& view) {
    Matrix v = compact.cue;
    std::vector<double> x, y;
    for (int k = 0; k <= 150; ++k) {
        const Place place = placeOn(p, compact.plane, unit, v.col(0));
        x.push_back(place.x), y.push_back(place.y);
        reducedStep(compact.system, ReducedIntegrator::Rk4, 0.06 * p.tauF, v);
    }
    view.reducedX = share(std::move(x)), view.reducedY = share(std::move(y));
}

std::shared_ptr<const PlaneView> viewOf(const Params& p, const State& s, const Compact& compact, const PlaneWork& work) {
    constexpr int kLeastSide = 61, kMostSide = 121;   // of the energy: contour lines need no more
    auto view = std::make_shared<PlaneView>();
    view->made = s.versions;
    view->reach = work.reach;
    view->energy =
        fieldOf(energyGrid(s, cueShown(p, s), std::clamp(int(work.memory.rows()), kLeastSide, kMostSide), view->reach), view->reach);
    const auto [lowest, highest] = std::minmax_element(view->energy.values->begin(), view->energy.values->end());
    view->low = *lowest, view->high = *highest;
    view->hasBasin.assign(std::size_t(s.world->memoryCount()), false);
    Matrix ends = work.memory;
    for (Real& end : ends.reshaped()) {
        if (end < 0) continue;
        view->hasBasin[std::size_t(end)] = true;
        end = categoryOf(p, s, int(end));      // basins carry the colours of their memories
    }
    const Matrix tone = (work.time / kStepTime).array().log() / std::log(double(kSteps));
    view->basins = {fieldOf(ends, view->reach), fieldOf(tone, view->reach), fieldOf(work.time, view->reach), {}, "τ", 0, 0};
    view->basins.names.resize(view->hasBasin.size());
    for (int m = 0; m < s.world->memoryCount(); ++m) view->basins.names[std::size_t(categoryOf(p, s, m))] = s.world->names[std::size_t(m)];
    addReducedPath(p, compact, planeUnit(p, s), *view);
    return view;
}

// How little an entry moves in a step of the compute layer where a start has arrived: measured by the state that recalls a memory.
double arrivedWithin(const Compact& compact) {
    Matrix v = compact.system.synapses->row(0).transpose();
    for (int k = 0; k < kSteps; ++k) reducedStep(compact.system, ReducedIntegrator::Exponential, kStepTime * compact.system.tauFeature, v);
    return kArrived / 2 * std::max(v.norm(), 1e-6) / std::sqrt(double(v.size()));
}

PlaneWork begun(const Params& p, const State& s, const Compact& compact) {
    PlaneWork work;
    work.made = s.versions;
    double spread = 0;
    for (const auto& place : pinPlaces(p, s)) spread = std::max(spread, place.norm());
    work.reach = p.patterns == Source::Points && p.dimension == 2 ? planeReach(s) : 1.9 * std::max(spread, 0.2 * planeUnit(p, s));
    work.sides = passesFor(compact);
    work.tolerance = arrivedWithin(compact);
    work.memory.resize(work.sides[0], work.sides[0]);
    work.time = work.memory;
    return work;
}

}  // namespace

bool lookAtPlane(const Params& p, State& s) {
    const bool isNew = !s.basinWork || !(s.basinWork->made == s.versions);
    if (!isNew && s.basinWork->sides.empty()) return false;
    const auto end = std::chrono::steady_clock::now() + kSlice;
    const Compact compact(s, cueShown(p, s));
    auto work = std::make_shared<PlaneWork>(isNew ? begun(p, s, compact) : *s.basinWork);
    const Vector axis = Vector::LinSpaced(work->sides[0], -work->reach, work->reach);
    // The first pass is made whole: there is always something to see.
    do {
        const int rows = std::min(kBandRows, work->sides[0] - work->rowsDone);
        addRows(p, s, compact, axis, work->rowsDone, work->rowsDone + rows, *work);
        work->rowsDone += rows;
    } while (work->rowsDone < work->sides[0] && (isNew || std::chrono::steady_clock::now() < end));
    if (work->rowsDone == work->sides[0]) {
        s.basins = viewOf(p, s, compact, *work);
        work->sides.erase(work->sides.begin());
        work->rowsDone = 0;
        if (!work->sides.empty()) work->memory.resize(work->sides[0], work->sides[0]), work->time = work->memory;
    }
    s.basinWork = work;
    return !work->sides.empty();
}

}  // namespace engram::dense_memory
