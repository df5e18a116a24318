// A step of the run, and what is measured after it.
#include <algorithm>
#include <cmath>

#include "core/base/random.h"
#include "core/experiments/dense_memory/flow.h"
#include "core/experiments/dense_memory/state.h"
#include "core/model/binary.h"
#include "core/model/product.h"

namespace engram::dense_memory {

namespace {

constexpr std::uint64_t kOrderStream = std::uint64_t(1) << 50;
constexpr double kSettledRate = 1e-4;         // relative change per unit of time below which a run is at its end
constexpr std::int64_t kMostSteps = 3000;     // a run that never settles ends here
constexpr double kRecallOverlap = 0.95;

// The largest relative change of a column; what counts on the sphere is the direction.
double largestChange(const DenseSystem& system, const Matrix& before, const Matrix& after) {
    const bool onSphere = std::holds_alternative<Spherical>(system.features);
    const Matrix a = onSphere ? activation(system.features, before) : before, b = onSphere ? activation(system.features, after) : after;
    double largest = 0;
    for (Eigen::Index q = 0; q < a.cols(); ++q)
        largest = std::max(largest, (a.col(q) - b.col(q)).norm() / std::max(b.col(q).norm(), 1e-12));
    return largest;
}

void sweep(const State& s, DenseState& next) {
    const std::vector<int> order = Random(s.seed, kOrderStream + std::uint64_t(s.steps)).permutation(int(next.v.rows()));
    asynchronousSweep(*s.system, order, next.v);
    next = onSlowManifold(*s.system, std::move(next.v));
}

}  // namespace

void step(const Params& p, State& s) {
    auto next = std::make_shared<DenseState>(*s.now);
    const double duration = asynchronous(p) ? 1 : p.dt;
    if (asynchronous(p)) sweep(s, *next);
    else engram::step(*s.system, p.integrator, p.dt, *next);
    ++s.steps;
    s.time += duration;
    const double change = std::max(largestChange(*s.system, s.now->v, next->v), largestChange({}, s.now->h, next->h));
    s.settled = change < kSettledRate * std::min(duration, 1.0) || s.steps >= kMostSteps;
    s.now = next;
    remember(p, s);
    moveParticles(p, s);
}

std::vector<double> measure(const Params& p, const State& s) {
    const EnergyReading reading = readEnergy(*s.system, *s.now);
    const EnergyTerms& terms = reading.energy;
    const Matrix f = activation(s.system->hidden, s.now->h);
    const Matrix overlaps = product(*s.system->synapses, s.now->v);
    const Eigen::Index cues = s.now->v.cols();
    double overlap = 0, recalled = 0, active = 0, firstNearest = 0;
    for (Eigen::Index q = 0; q < cues; ++q) {
        const Vector cosines = overlaps.col(q).cwiseQuotient(s.world->lengths.cwiseMax(1e-300)) / std::max(s.now->v.col(q).norm(), 1e-300);
        Eigen::Index nearest = 0;
        cosines.maxCoeff(&nearest);
        if (q == 0) firstNearest = 1 + double(nearest);
        const int own = memoryOf(s, int(q));
        overlap += cosines[own];
        recalled += nearest == own && cosines[own] > kRecallOverlap;
        active += effectiveCount(f.col(q));
    }
    const double dissipation = asynchronous(p) ? 0 : -reading.rate.total().mean();
    const double n = double(cues);
    return {terms.total().mean(), terms.feature.mean(), terms.hidden.mean(), terms.synapse.mean(), dissipation,
            overlap / n, recalled / n, active / n, s.time, firstNearest};
}

bool settled(const Params&, const State& s) { return s.settled; }
bool converged(const State& s) { return s.settled && s.steps < kMostSteps; }

}  // namespace engram::dense_memory
