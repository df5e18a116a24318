#include "core/experiments/dense_memory/system.h"

#include <algorithm>
#include <array>
#include <cmath>

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
    return std::make_shared<Matrix>(
        Matrix::NullaryExpr(xi.cols(), xi.rows(), [&](Eigen::Index, Eigen::Index) { return size * random.normal(); }));
}

// How long a recalled state is against the stored memory, on average: where the reduced dynamics takes the memories themselves.
// Model B recalls them at their own length.
Real recalledStretch(const Params& p, const State& s, const std::array<int, 3>& memories) {
    if (p.model == Model::B) return 1;
    DenseSystem plain = systemForCue(s, 0);
    plain.input = nullptr, plain.feedback = nullptr;
    Matrix start(s.world->featureCount(), 3);
    for (int k = 0; k < 3; ++k) start.col(k) = s.world->patterns.rows.row(memories[std::size_t(k)]);
    Matrix v = start;
    for (int k = 0; k < 40; ++k) reducedStep(plain, ReducedIntegrator::Exponential, 0.5 * plain.tauFeature, v);
    Real stretch = 0;
    for (int k = 0; k < 3; ++k) stretch += v.col(k).dot(start.col(k)) / std::max(start.col(k).squaredNorm(), 1e-300) / 3;
    return stretch > 0.05 && stretch < 1e150 ? stretch : 1;
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
    s.stretch = recalledStretch(p, s, memories);
    if (hasSlope(p) && p.patterns != Source::Points) {
        // Where steep features are saturated the landscape is all cliffs: it is shown at the length where they bend.
        const Real bend = 1.2 * std::sqrt(Real(s.world->featureCount())) / (p.slope * std::max(s.world->lengths.mean(), 1e-300));
        s.stretch = std::min(s.stretch, bend);
    }
    if (p.patterns == Source::Points && p.dimension == 2) {
        s.plane = {Vector::Zero(2), Vector::Unit(2, 0), Vector::Unit(2, 1)};
    } else {
        s.plane = planeThrough(s.stretch * xi.row(memories[0]).transpose(), s.stretch * xi.row(memories[1]).transpose(),
                               s.stretch * xi.row(memories[2]).transpose());
    }
    for (Visit& visit : s.trail) {
        const Place place = placeOf(p, s, visit.v->cast<Real>());
        visit.x = place.x, visit.y = place.y;
    }
    ++s.versions.plane;
}

void buildCues(const Params& p, State& s) {
    const int n = s.world->featureCount();
    auto cues = std::make_shared<Matrix>(n, p.cues);
    auto known = std::make_shared<HeldMask>(n, p.cues);
    for (int q = 0; q < p.cues; ++q) {
        const Cue cue =
            corrupted(s.world->patterns.rows.row(memoryOf(s, q)), p.corruptionKind, p.corruption, Random(s.seed, kCueStream + q));
        cues->col(q) = cue.v;
        known->col(q) = cue.known.array() > 0;
    }
    // Neurons that are only ever -1 or 1 start there.
    if (asynchronous(p)) *cues = activation(SignLimit{}, *cues);
    s.cues = cues, s.known = known;
    ++s.versions.cue;
}

}  // namespace engram::dense_memory
