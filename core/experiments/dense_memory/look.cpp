#include "core/experiments/dense_memory/capacity_lab.h"
#include "core/experiments/dense_memory/views.h"

#include <cmath>
#include <set>

#include "core/model/adiabatic.h"
#include "core/model/product.h"

namespace engram::dense_memory {

namespace {

constexpr double kMostGapWork = 4e5;     // features x memories that the gap study takes on when it cannot rotate them away

template <class T>
bool stale(const std::shared_ptr<const T>& view, const Versions& now) { return !view || !(view->made == now); }

std::string gapAbsent(const Params& p, const State& s) {
    if ((p.model == Model::A || p.model == Model::Hopfield) && p.neurons == Neurons::Sign)
        return "Sign neurons move in jumps, so there is no smooth path to compare. Set neurons=smooth.";
    const double work = double(s.world->featureCount()) * s.world->memoryCount();
    if (!rotationInvariant(systemForCue(s, 0)) && work > kMostGapWork)
        return "The comparison is slow at this size. Set count below " + std::to_string(int(kMostGapWork / s.world->featureCount())) + ".";
    return {};
}

}  // namespace

std::string surfaceAbsent(const State& s) {
    return s.world->featureCount() < 2 ? "A plane needs at least two features. Set size=8." : "";
}

std::string sphereAbsent(const Params& p, const State& s) {
    const bool shown = p.model == Model::C && s.world->featureCount() == 3 && p.patterns == Source::Points;
    return shown ? "" : "The sphere needs three features. Set patterns=points, dimension=3 and model=C.";
}

std::vector<int> reachedMemories(const Params& p, const State& s, const Matrix& memories, const Matrix& states) {
    constexpr double kNearPoint = 0.3, kRecallOverlap = 0.95;
    const Vector lengths = s.world->lengths.cwiseMax(1e-300);
    std::vector<int> reached;
    const Matrix overlaps = lengths.cwiseInverse().asDiagonal() * product(memories, states);
    for (Eigen::Index q = 0; q < states.cols(); ++q) {
        Eigen::Index nearest = 0;
        const double along = overlaps.col(q).maxCoeff(&nearest), length = states.col(q).norm();
        bool there = along > kRecallOverlap * length;
        if (p.patterns == Source::Points && p.model == Model::B) {
            // Points of model B have a length as well as a direction.
            const double square = length * length - 2 * along * lengths[nearest] + lengths[nearest] * lengths[nearest];
            there = square < std::pow(kNearPoint * lengths[nearest], 2);
        }
        reached.push_back(there ? int(nearest) : -1);
    }
    return reached;
}

std::shared_ptr<const GapView> makeGap(const Params& p, const State& s) {
    auto view = std::make_shared<GapView>();
    view->made = s.versions;
    view->absent = gapAbsent(p, s);
    if (!view->absent.empty()) return view;
    for (int i = 0; i <= 12; ++i) view->tauRatios.push_back(std::pow(10, -3 + 0.25 * i));
    const int cue = cueShown(p, s);
    DenseSystem system = systemForCue(s, cue);
    Vector start = s.cues->col(cue);
    if (rotationInvariant(system)) {
        Spanned small = spanned(system, start);
        start = small.basis.transpose() * start;
        system = std::move(small.system);
    }
    std::vector<Real> taus;
    for (const double ratio : view->tauRatios) taus.push_back(ratio * p.tauF);
    view->gaps = adiabaticGap(system, start, taus, p.tauF, 0.02 * p.tauF).gaps;
    view->slope = logSlope(taus[0], view->gaps[0], taus[4], view->gaps[4]);
    return view;
}

std::shared_ptr<const SphereView> makeSphere(const Params& p, const State& s) {
    auto view = std::make_shared<SphereView>();
    view->made = s.versions;
    constexpr int kColumns = 241, kRows = 121;
    constexpr double kPi = 3.14159265358979323846;
    Matrix points(3, kColumns * kRows);
    for (int j = 0; j < kRows; ++j)
        for (int i = 0; i < kColumns; ++i) {
            const double longitude = kPi * (2.0 * i / (kColumns - 1) - 1), latitude = kPi * (double(j) / (kRows - 1) - 0.5);
            const double round = std::cos(latitude);
            points.col(j * kColumns + i) << round * std::cos(longitude), round * std::sin(longitude), std::sin(latitude);
        }
    const Vector energies = reducedEnergy(systemForCue(s, cueShown(p, s)), points);
    const Eigen::VectorXf values = energies.cast<float>();
    view->globe.values = {kColumns, kRows, -kPi, kPi, -kPi / 2, kPi / 2, share(std::vector<float>(values.begin(), values.end()))};
    view->globe.low = energies.minCoeff(), view->globe.high = energies.maxCoeff();
    view->globe.contourStep = (view->globe.high - view->globe.low) / 14;
    return view;
}

bool look(const Params& p, State& s, const std::set<std::string>& panels) {
    bool more = false;
    if (panels.count("surface") && surfaceAbsent(s).empty() && stale(s.surface, s.versions)) s.surface = makeSurface(p, s);
    if (panels.count("plane") && surfaceAbsent(s).empty()) more |= lookAtPlane(p, s);
    if (panels.count("sphere") && sphereAbsent(p, s).empty() && stale(s.sphere, s.versions)) s.sphere = makeSphere(p, s);
    if (panels.count("gap") && stale(s.gap, s.versions)) s.gap = makeGap(p, s);
    if (panels.count("capacity")) more |= fillCapacity(s.seed, std::chrono::milliseconds(25), s.capacity);
    return more;
}

void keepViews(const State& from, State& to) {
    const auto keep = [&](auto& view, const auto& made) {
        if (stale(view, to.versions) && !stale(made, to.versions)) view = made;
    };
    keep(to.surface, from.surface);
    if (stale(to.basins, to.versions) && !stale(from.basins, to.versions)) to.basins = from.basins, to.basinWork = from.basinWork;
    to.capacity = from.capacity;
    keep(to.sphere, from.sphere);
    keep(to.gap, from.gap);
}

}  // namespace engram::dense_memory
