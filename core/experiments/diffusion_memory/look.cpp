#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/compute/thread_backend.h"
#include "core/experiments/diffusion_memory/views.h"
#include "core/model/diffusion_landscape.h"

namespace engram::diffusion_memory {

namespace {

constexpr int kSide = 161, kAngles = 360, kBranchLevels = 48;
constexpr double kLeastSigma = 1e-2;      // of the extent: below it every landscape looks alike
constexpr double kMostBranchWork = 4e6;   // memories times starts times levels that are worth waiting for

// The same law of height at every time, in units of the extent, so that the landscape can be seen to move: energies are squared distances.
Surface shaped(const World& world, double reach, std::vector<float> energies) {
    const double unit = world.extent * world.extent;
    Surface surface;
    surface.energy = {kSide, kSide, -reach, reach, -reach, reach, share(std::move(energies))};
    surface.floor = 1.1 * unit, surface.knee = 0.22 * unit;
    surface.low = 0, surface.high = 2.2 * unit;
    surface.contourStep = 0.07 * unit;
    surface.zScale = 0.55 / world.extent;
    surface.fogStart = 0.8 * reach, surface.fogEnd = 0.99 * reach;
    return surface;
}

std::shared_ptr<const LandscapeView> makeLandscape(const World& world, double sigma) {
    const double reach = sceneReach(world), seen = std::max(sigma, kLeastSigma * world.extent);
    const auto step = float(2 * reach / (kSide - 1));
    const PlaneGrid grid{world.plane.origin.cast<float>(), world.plane.u.cast<float>(), world.plane.w.cast<float>(), float(-reach), step, float(-reach), step, kSide, kSide};
    Eigen::VectorXf values(kSide * kSide);
    const auto memories = threadBackend().prepare(FloatMatrix(world.points.cast<float>()));
    threadBackend().landscape(modelAt(seen), *memories, grid, values);
    // The compute layer's energy halves squared distances; and the weight 1/K belongs inside.
    const auto offset = float(2 * seen * seen * std::log(double(world.count())));
    std::vector<float> energies(std::size_t(values.size()));
    std::transform(values.begin(), values.end(), energies.begin(), [&](float e) { return 2 * e + offset; });
    auto view = std::make_shared<LandscapeView>(LandscapeView{world.version, sigma, reach, shaped(world, reach, std::move(energies))});
    if (world.hasPictures()) view->surface.low = *std::min_element(view->surface.energy.values->begin(), view->surface.energy.values->end());
    return view;
}

std::shared_ptr<const ValleyView> makeValley(const World& world, double sigma) {
    ValleyView view{world.version, sigma, {}, {}};
    const Valley valley = valleyAround(world.points, sigma, kAngles);
    for (int a = 0; a < kAngles; ++a) view.angles.push_back(360.0 * a / kAngles), view.energies.push_back(valley.energy[a]);
    return std::make_shared<const ValleyView>(std::move(view));
}

// Levels lie evenly in log sigma, from where one well is left down to where each memory has its own.
std::shared_ptr<const BranchesView> makeBranches(const World& world) {
    BranchesView view{world.version, 2 * world.extent, 0.08 * world.extent, {}, {}, {}, {}};
    const int levels = std::clamp(int(kMostBranchWork / (150.0 * world.count())), 12, kBranchLevels);
    const Eigen::Vector2d axis = axisOf(world);
    for (int i = 0; i < levels; ++i) {
        const double sigma = view.sigmaMax * std::pow(view.sigmaMin / view.sigmaMax, double(i) / (levels - 1));
        const Matrix minima = diffusionMinima(world.points, sigma);
        for (Eigen::Index k = 0; k < minima.cols(); ++k) view.sigmas.push_back(sigma), view.places.push_back(axis.dot(minima.col(k)));
        view.countSigmas.push_back(sigma), view.counts.push_back(double(minima.cols()));
    }
    return std::make_shared<const BranchesView>(std::move(view));
}

bool fits(const std::shared_ptr<const LandscapeView>& view, const State& s, double sigma) { return view && view->world == s.world->version && view->sigma == sigma; }

}  // namespace

double sceneReach(const World& world) { return 3.2 * world.extent; }

// The noise that starts lie in, and the memories.
double basinsReach(const Params& p, const World& world) {
    return p.basinsOf == Rule::Memory ? 1.6 * world.extent : std::max(1.6 * world.extent, p.sigmaMax);
}

Eigen::Vector2d axisOf(const World& world) {
    const Eigen::Vector2d first = world.placeOf(world.points.col(world.count() == 2 ? 1 : 0));
    return first.norm() > 1e-9 ? Eigen::Vector2d(first.normalized()) : Eigen::Vector2d(1, 0);
}

bool look(const Params& p, State& s, const std::set<std::string>& panels) {
    bool more = false;
    const double fixed = s.schedule->memory.sigma, sigma = sigmaNow(s), frozen = sigmaAt(p, p.tEval);
    if (panels.count("memory") && !fits(s.memoryView, s, fixed)) s.memoryView = makeLandscape(*s.world, fixed);
    if (panels.count("diffusion") && !fits(s.diffusionView, s, sigma)) s.diffusionView = makeLandscape(*s.world, sigma);
    if (!planar(p)) return more;
    if (panels.count("basins")) more |= lookAtBasins(p, s);
    if (panels.count("ring") && !(s.valley && s.valley->world == s.world->version && s.valley->sigma == frozen)) s.valley = makeValley(*s.world, frozen);
    if (panels.count("bifurcation") && !(s.branches && s.branches->world == s.world->version)) s.branches = makeBranches(*s.world);
    if (s.training && (panels.count("trained") || panels.count("exact")) &&
        !(s.trainedView && s.trainedView->iteration == s.training->iteration() && s.trainedView->world == s.world->version && s.trainedView->sigma == frozen))
        s.trainedView = makeTrained(s, frozen);
    return more;
}

void keepViews(const State& from, State& to) {
    if (fits(from.memoryView, to, to.schedule->memory.sigma)) to.memoryView = from.memoryView;
    if (fits(from.diffusionView, to, sigmaNow(to))) to.diffusionView = from.diffusionView;
    if (from.world->version != to.world->version) return;
    to.basins = from.basins, to.basinsWork = from.basinsWork;
    to.branches = from.branches, to.valley = from.valley;
    if (to.training == from.training) to.trainedView = from.trainedView;
}

}  // namespace engram::diffusion_memory
