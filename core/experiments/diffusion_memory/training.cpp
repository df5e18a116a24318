// How a trained score enters the run: it learns a little in every step, while the particles go round and round with what it knows.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/experiments/diffusion_memory/views.h"

namespace engram::diffusion_memory {

namespace {

constexpr int kIterationsAStep = 50;
constexpr double kLeastSigma = 0.02;    // of the extent: where a network of this size can still tell noise
constexpr double kMemorised = 1.0 / 3;  // of the spacing between stored points
constexpr std::size_t kMostSamples = 1000;

// The median distance from a stored point to its nearest.
double spacingOf(const Matrix& points) {
    std::vector<double> nearest;
    for (Eigen::Index k = 0; k < points.cols(); ++k) {
        Vector squares = (points.colwise() - points.col(k)).colwise().squaredNorm().transpose();
        squares[k] = std::numeric_limits<double>::infinity();
        nearest.push_back(std::sqrt(squares.minCoeff()));
    }
    std::nth_element(nearest.begin(), nearest.begin() + std::ptrdiff_t(nearest.size() / 2), nearest.end());
    return points.cols() > 1 ? nearest[nearest.size() / 2] : 1;
}

}  // namespace

std::shared_ptr<const ScoreTraining> newTraining(const Params& p, const State& s) {
    if (p.score == Score::Exact) return nullptr;
    TrainingOptions options;
    options.width = p.width, options.rate = p.learningRate, options.ema = p.ema, options.iterations = p.iterations;
    options.sigmaMin = std::min(kLeastSigma * s.world->extent, 0.5 * p.sigmaMax), options.sigmaMax = p.sigmaMax;
    options.seed = s.seed;
    return std::make_shared<const ScoreTraining>(options, s.world->points);
}

void trainOn(State& s) {
    if (!s.training || s.training->finished()) return;
    auto next = std::make_shared<ScoreTraining>(*s.training);
    next->train(s.world->points, kIterationsAStep);
    s.training = std::move(next);
}

// Memorised: near a stored point. Spurious: near none, but where other samples end as well. Generalised: neither (Pham et al. 2025).
std::shared_ptr<const Samples> samplesOf(const State& s) {
    const auto tracked = std::size_t(s.diffusion->tracked.cols()),
               count = std::min(kMostSamples, tracked + std::size_t(s.diffusion->crowd.cols()));
    Samples samples{Matrix(2, Eigen::Index(count)), {}};
    for (std::size_t q = 0; q < count; ++q)
        samples.at.col(Eigen::Index(q)) = q < tracked ? Vector(s.diffusion->tracked.col(Eigen::Index(q)))
                                                      : Vector(s.diffusion->crowd.col(Eigen::Index(q - tracked)).cast<Real>());
    const double within = kMemorised * spacingOf(s.world->points);
    for (Eigen::Index q = 0; q < samples.at.cols(); ++q) {
        Vector others = (samples.at.colwise() - samples.at.col(q)).colwise().norm().transpose();
        others[q] = std::numeric_limits<double>::infinity();
        const double toMemory = (s.world->points.colwise() - samples.at.col(q)).colwise().norm().minCoeff();
        samples.origins.push_back(toMemory < within            ? Origin::Memorised
                                  : others.minCoeff() < within ? Origin::Spurious
                                                               : Origin::Generalised);
    }
    return std::make_shared<const Samples>(std::move(samples));
}

// A network of scores need not have an energy. Along rays from the middle there is one: dE/dr = 2 (x - xhat) towards the outside. It
// begins with the exact energy of the middle.
std::shared_ptr<const TrainedView> makeTrained(const State& s, double sigma) {
    constexpr int kAngles = 120, kRadii = 64, kSide = 97;
    const World& world = *s.world;
    const double reach = 1.7 * world.extent, most = reach * std::numbers::sqrt2;
    Matrix at(2, kAngles * kRadii);
    for (int a = 0; a < kAngles; ++a)
        for (int r = 0; r < kRadii; ++r) {
            const double angle = 2 * std::numbers::pi * a / kAngles, radius = most * r / (kRadii - 1);
            at.col(a * kRadii + r) << radius * std::cos(angle), radius * std::sin(angle);
        }
    const Matrix pull = at - s.training->denoised(at, sigma);
    Matrix energy(kRadii, kAngles);
    const double middle = energies(world, Matrix(Matrix::Zero(2, 1)), sigma)[0], dr = most / (kRadii - 1);
    for (int a = 0; a < kAngles; ++a) {
        const Eigen::Vector2d outwards(std::cos(2 * std::numbers::pi * a / kAngles), std::sin(2 * std::numbers::pi * a / kAngles));
        energy(0, a) = middle;
        for (int r = 1; r < kRadii; ++r)
            energy(r, a) = energy(r - 1, a) + dr * (pull.col(a * kRadii + r - 1) + pull.col(a * kRadii + r)).dot(outwards);
    }
    TrainedView view{s.training->iteration(), s.world, sigma, {}, {}};
    std::vector<float> trained, exact;
    Matrix grid(2, kSide * kSide);
    for (int j = 0; j < kSide; ++j)
        for (int i = 0; i < kSide; ++i) {
            const double x = reach * (2.0 * i / (kSide - 1) - 1), y = reach * (2.0 * j / (kSide - 1) - 1);
            grid.col(j * kSide + i) << x, y;
            const double turn = std::fmod(std::atan2(y, x) / (2 * std::numbers::pi) + 1, 1) * kAngles,
                         out = std::min(std::hypot(x, y) / dr, kRadii - 1.001);
            const int a = int(turn) % kAngles, b = (a + 1) % kAngles, r = int(out);
            const double u = turn - std::floor(turn), v = out - r;
            trained.push_back(
                float((1 - u) * ((1 - v) * energy(r, a) + v * energy(r + 1, a)) + u * ((1 - v) * energy(r, b) + v * energy(r + 1, b))));
        }
    const Vector values = energies(world, grid, sigma);
    for (const double e : values) exact.push_back(float(e));
    view.trained = {kSide, kSide, -reach, reach, -reach, reach, share(std::move(trained))};
    view.exact = {kSide, kSide, -reach, reach, -reach, reach, share(std::move(exact))};
    return std::make_shared<const TrainedView>(std::move(view));
}

}  // namespace engram::diffusion_memory
