#include <algorithm>
#include <chrono>
#include <cmath>

#include "core/compute/thread_backend.h"
#include "core/experiments/diffusion_memory/views.h"
#include "core/model/diffusion_landscape.h"

namespace engram::diffusion_memory {

namespace {

constexpr int kLeastSide = 81, kMostSide = 161, kBranchLevels = 48;
constexpr double kLandscapeWork = 8e6;  // points times memories, in every step of a run
constexpr auto kSlice = std::chrono::milliseconds(25);
constexpr double kLeastSigma = 1e-2;     // of the extent: below it every landscape looks alike
constexpr double kMostBranchWork = 4e6;  // memories times starts times levels that are worth waiting for

// The same law of height at every time, in units of the extent, so that the landscape can be seen to move: energies are squared distances.
Surface shaped(const World& world, double reach, int side, std::vector<float> energies) {
    const double unit = world.extent * world.extent;
    Surface surface;
    surface.energy = {side, side, -reach, reach, -reach, reach, share(std::move(energies))};
    surface.floor = 1.1 * unit, surface.knee = 0.22 * unit;
    surface.low = 0, surface.high = 2.2 * unit;
    surface.contourStep = 0.07 * unit;
    surface.zScale = 0.55 / world.extent;
    surface.fogStart = 0.8 * reach, surface.fogEnd = 0.99 * reach;
    return surface;
}

std::shared_ptr<const LandscapeView> makeLandscape(const std::shared_ptr<const World>& shown, double sigma) {
    const World& world = *shown;
    const double reach = sceneReach(world), seen = std::max(sigma, kLeastSigma * world.extent);
    const int side = std::clamp(int(std::sqrt(kLandscapeWork / world.count())), kLeastSide, kMostSide) | 1;
    const auto step = float(2 * reach / (side - 1));
    const PlaneGrid grid{world.plane.origin.cast<float>(),
                         world.plane.u.cast<float>(),
                         world.plane.w.cast<float>(),
                         float(-reach),
                         step,
                         float(-reach),
                         step,
                         side,
                         side};
    Eigen::VectorXf values(side * side);
    const auto memories = threadBackend().prepare(FloatMatrix(world.points.cast<float>()));
    threadBackend().landscape(modelAt(seen), *memories, grid, values);
    // The compute layer's energy halves squared distances; and the weight 1/K belongs inside.
    const auto offset = float(2 * seen * seen * std::log(double(world.count())));
    std::vector<float> energies(std::size_t(values.size()));
    std::transform(values.begin(), values.end(), energies.begin(), [&](float e) { return 2 * e + offset; });
    auto view = std::make_shared<LandscapeView>(LandscapeView{shown, sigma, shaped(world, reach, side, std::move(energies))});
    if (world.hasPictures()) {  // far from every memory while the noise is large
        Surface& surface = view->surface;
        surface.low = *std::min_element(surface.energy.values->begin(), surface.energy.values->end());
        surface.floor += surface.low, surface.high += surface.low;
    }
    return view;
}

// Levels lie evenly in log sigma, from where one well is left down to where each memory has its own; as many as there is time for.
bool addBranches(State& s) {
    const World& world = *s.world;
    auto view = std::make_shared<BranchesView>(s.branches && s.branches->world == s.world
                                                   ? *s.branches
                                                   : BranchesView{s.world, 2 * world.extent, 0.08 * world.extent, 0, 0, 0, {}, {}});
    if (view->levels == 0) view->levels = std::clamp(int(kMostBranchWork / (150.0 * world.count())), 12, kBranchLevels);
    const auto end = std::chrono::steady_clock::now() + kSlice;
    const Eigen::Vector2d axis = axisOf(world);
    while (view->levelsDone < view->levels && std::chrono::steady_clock::now() < end) {
        const double sigma = view->sigmaMax * std::pow(view->sigmaMin / view->sigmaMax, double(view->levelsDone) / (view->levels - 1));
        const Matrix minima = diffusionMinima(world.points, sigma);
        for (Eigen::Index k = 0; k < minima.cols(); ++k) view->sigmas.push_back(sigma), view->places.push_back(axis.dot(minima.col(k)));
        view->most = std::max(view->most, int(minima.cols()));
        ++view->levelsDone;
    }
    s.branches = view;
    return view->levelsDone < view->levels;
}

std::shared_ptr<const PotentialView> makePotential(const std::shared_ptr<const World>& shown, double fixed, double sigma) {
    constexpr int kPlaces = 161;
    const World& world = *shown;
    const double reach = 1.6 * world.extent;
    const Eigen::Vector2d middle = world.count() == 2 ? Eigen::Vector2d((world.points.col(0) + world.points.col(1)) / 2)
                                                      : Eigen::Vector2d(0, 0);
    std::vector<double> places;
    for (int i = 0; i < kPlaces; ++i) places.push_back(reach * (2.0 * i / (kPlaces - 1) - 1));
    const Eigen::Map<const Eigen::RowVectorXd> along(places.data(), kPlaces);
    const Matrix at = (axisOf(world) * along).colwise() + middle;
    const auto energiesAt = [&](double noise) {
        const Vector e = energies(world, at, noise);
        return share(std::vector<double>(e.begin(), e.end()));
    };
    const Shared<double> memory = energiesAt(fixed), diffusion = energiesAt(std::max(sigma, 0.01 * world.extent));
    return std::make_shared<PotentialView>(PotentialView{shown, fixed, sigma, share(std::move(places)), memory, diffusion});
}

bool fits(const std::shared_ptr<const PotentialView>& view, const State& s) {
    return view && view->world == s.world && view->fixed == s.schedule->memory.sigma && view->sigma == sigmaNow(s);
}

bool fits(const std::shared_ptr<const LandscapeView>& view, const State& s, double sigma) {
    return view && view->world == s.world && view->sigma == sigma;
}

bool fits(const std::shared_ptr<const TrainedView>& view, const State& s, double sigma) {
    return view && view->world == s.world && view->iteration == s.training->iteration() && view->sigma == sigma;
}

}  // namespace

double sceneReach(const World& world) { return 3.2 * world.extent; }

// The noise that starts lie in, and the memories.
double basinsReach(const Params& p, const World& world) {
    return p.basinsOf == Rule::Memory ? 1.6 * world.extent : std::max(1.6 * world.extent, p.sigmaMax);
}

Eigen::Vector2d axisOf(const World& world) {
    const Eigen::Vector2d first =
        world.count() == 2 ? Eigen::Vector2d(world.points.col(1) - world.points.col(0)) : world.placeOf(world.points.col(0));
    return first.norm() > 1e-9 ? Eigen::Vector2d(first.normalized()) : Eigen::Vector2d(1, 0);
}

bool look(const Params& p, State& s, const std::set<std::string>& panels) {
    bool more = false;
    const double fixed = s.schedule->memory.sigma, sigma = sigmaNow(s), frozen = sigmaAt(p, p.tEval);
    if (panels.count("memory") && !fits(s.memoryView, s, fixed)) s.memoryView = makeLandscape(s.world, fixed);
    if (panels.count("diffusion") && !fits(s.diffusionView, s, sigma)) s.diffusionView = makeLandscape(s.world, sigma);
    if (!planar(p)) return more;
    if (panels.count("potential") && !fits(s.potential, s)) s.potential = makePotential(s.world, fixed, sigma);
    if (panels.count("basins")) more |= lookAtBasins(p, s);
    if (panels.count("bifurcation") && !(s.branches && s.branches->world == s.world && s.branches->levelsDone == s.branches->levels))
        more |= addBranches(s);
    if (s.training && (panels.count("trained") || panels.count("exact")) && !fits(s.trainedView, s, frozen))
        s.trainedView = makeTrained(s, frozen);
    return more;
}

void keepViews(const State& from, State& to) {
    if (fits(from.memoryView, to, to.schedule->memory.sigma)) to.memoryView = from.memoryView;
    if (fits(from.diffusionView, to, sigmaNow(to))) to.diffusionView = from.diffusionView;
    if (from.world != to.world) return;
    if (fits(from.potential, to)) to.potential = from.potential;
    to.basins = from.basins, to.basinsWork = from.basinsWork;
    to.branches = from.branches;
    if (to.training == from.training) to.trainedView = from.trainedView;
}

}  // namespace engram::diffusion_memory
