#include "core/experiments/dense_memory/system.h"

#include <cmath>

#include "core/model/adiabatic.h"

namespace engram::dense_memory {

namespace {

constexpr std::uint64_t kCueStream = 1000, kFeedbackStream = 21;

Lagrangian featuresOf(const Params& p) {
    if (p.model == Model::B) return Identity{};
    if (p.model == Model::C) return Spherical{};
    return p.neurons == Neurons::Sign ? Lagrangian(SignLimit{}) : Lagrangian(LogCosh{p.slope});
}

Lagrangian hiddenOf(const Params& p) {
    if (p.model == Model::B) return Softmax{p.beta};
    if (p.model == Model::Hopfield) return Identity{};
    if (p.separation == Separation::Exp) return Exponential{p.beta};
    return Power{p.order, p.separation == Separation::Rectified};
}

std::shared_ptr<const Matrix> noiseFor(const State& s) {
    const Matrix& xi = s.world->patterns.rows;
    const Real size = xi.norm() / std::sqrt(Real(xi.size()));
    Random random(s.seed, kFeedbackStream);
    return std::make_shared<Matrix>(Matrix::NullaryExpr(xi.cols(), xi.rows(), [&](Eigen::Index, Eigen::Index) { return size * random.normal(); }));
}

// Where the reduced dynamics takes a stored memory: the length it has there is that of a recalled state.
Real recalledLength(const DenseSystem& system, Vector memory) {
    Matrix v = memory;
    for (int k = 0; k < 40; ++k) reducedStep(system, ReducedIntegrator::Exponential, 0.5 * system.tauFeature, v);
    return v.col(0).dot(memory) / memory.norm();
}

}  // namespace

void buildSystem(const Params& p, State& s) {
    auto system = std::make_shared<DenseSystem>();
    system->features = featuresOf(p);
    system->hidden = hiddenOf(p);
    system->synapses = std::shared_ptr<const Matrix>(s.world, &s.world->patterns.rows);
    system->tauFeature = p.tauF, system->tauHidden = p.tauH;
    system->decay = p.model == Model::C ? p.alpha : 1;
    if (p.model == Model::Hopfield && !p.diagonal) system->selfWeights = s.world->patterns.rows.colwise().squaredNorm().transpose();
    if (p.asymmetry != 0) {
        if (!s.feedbackNoise) s.feedbackNoise = noiseFor(s);
        system->feedback = std::make_shared<Matrix>(s.world->patterns.rows.transpose() + p.asymmetry * *s.feedbackNoise);
    }
    if (p.input != 0) system->input = s.cues, system->inputGain = p.input;
    if (p.clamp && p.corruptionKind != Corruption::Noise) system->clamped = s.known;
    s.system = system;
    ++s.versions.system;
}

void buildPlane(const Params& p, State& s) {
    const auto memories = planeMemories(p, s);
    const Matrix& xi = s.world->patterns.rows;
    DenseSystem plain = systemForCue(s, 0);
    plain.input = nullptr, plain.feedback = nullptr;
    Real sum = 0;
    for (const int m : memories) sum += recalledLength(plain, xi.row(m)) / std::max(s.world->lengths[m], 1e-300);
    s.stretch = sum / 3;
    if (!(s.stretch > 0.05 && s.stretch < 1e150) || p.model == Model::B) s.stretch = 1;
    if (p.patterns == Source::Points && p.dimension == 2) {
        s.plane = {Vector::Zero(2), Vector::Unit(2, 0), Vector::Unit(2, 1)};
    } else {
        s.plane = planeThrough(s.stretch * xi.row(memories[0]).transpose(), s.stretch * xi.row(memories[1]).transpose(),
                               s.stretch * xi.row(memories[2]).transpose());
    }
    for (Visit& visit : s.trail) {
        const Matrix at = project(s.plane, visit.v->cast<Real>());
        visit.x = at(0, 0), visit.y = at(1, 0);
    }
    ++s.versions.plane;
}

void buildCues(const Params& p, State& s) {
    const int n = s.world->featureCount();
    auto cues = std::make_shared<Matrix>(n, p.cues);
    auto known = std::make_shared<HeldMask>(n, p.cues);
    for (int q = 0; q < p.cues; ++q) {
        const Cue cue = corrupted(s.world->patterns.rows.row(memoryOf(s, q)), p.corruptionKind, p.corruption, Random(s.seed, kCueStream + q));
        cues->col(q) = cue.v;
        known->col(q) = cue.known.array() > 0;
    }
    // Neurons that are only ever -1 or 1 start there.
    if (asynchronous(p)) *cues = activation(SignLimit{}, *cues);
    s.cues = cues, s.known = known;
    ++s.versions.cue;
}

}  // namespace engram::dense_memory
