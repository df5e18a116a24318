#include "core/experiments/dense_memory/flow.h"

#include <algorithm>

namespace engram::dense_memory {

namespace {

constexpr int kPlaneParticles = 4000, kSphereParticles = 2000;
constexpr int kLifetimeSteps = 90;
constexpr std::uint64_t kParticleStream = std::uint64_t(1) << 40;

// A start for particle i, the `life`-th time: uniform in the square, or on the sphere.
Vector birth(const State& s, int i, std::int64_t life) {
    Random random(s.seed, kParticleStream + std::uint64_t(i) + (std::uint64_t(life) << 20));
    if (s.world->featureCount() == 2) {
        const double reach = planeReach(s);
        const double x = random.uniform(-reach, reach);
        return Vector{{x, random.uniform(-reach, reach)}};
    }
    Vector v(s.world->featureCount());
    for (Real& entry : v) entry = random.normal();
    return s.stretch * v.normalized();
}

}  // namespace

double planeReach(const State& s) { return 1.6 * s.stretch * std::max(1e-9, s.world->lengths.maxCoeff()); }

void startParticles(const Params& p, State& s) {
    auto at = std::make_shared<Matrix>(s.world->featureCount(), 0);
    if (p.patterns == Source::Points) {
        at->resize(s.world->featureCount(), p.dimension == 2 ? kPlaneParticles : kSphereParticles);
        for (int i = 0; i < at->cols(); ++i) at->col(i) = birth(s, i, 0);
    }
    s.particles.at = at;
}

void moveParticles(const Params& p, State& s) {
    if (s.particles.at->cols() == 0) return;
    auto at = std::make_shared<Matrix>(*s.particles.at);
    const DenseSystem system = systemForCue(s, cueShown(p, s));
    reducedStep(system, ReducedIntegrator::Exponential, std::min(p.dt, p.tauF), *at);
    for (Eigen::Index i = 0; i < at->cols(); ++i) {
        const std::int64_t age = s.steps + i;
        if (age % kLifetimeSteps == 0) at->col(i) = birth(s, int(i), age / kLifetimeSteps + 1);
    }
    s.particles.at = at;
}

}  // namespace engram::dense_memory
