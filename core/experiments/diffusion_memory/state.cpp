#include "core/experiments/diffusion_memory/state.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/chain.h"
#include "core/base/random.h"
#include "core/compute/thread_backend.h"
#include "core/experiments/diffusion_memory/views.h"

namespace engram::diffusion_memory {

namespace {

constexpr int kMostTracked = 32, kMostTrackedPictures = 8;
constexpr std::uint64_t kStartStream = 60, kNoiseStream = 1 << 20;  // a stream a step
constexpr double kRiseTolerance = 1e-9, kOnMemory = 1e-3;
constexpr int kAngles = 180;

int trackedCount(const Params& p) { return std::min(p.particles, planar(p) ? kMostTracked : kMostTrackedPictures); }

// From the data with noise of sigma_max on it: what the diffusion at t = 1 really is, and not merely noise.
Matrix drawStart(const Params& p, const World& world, std::uint64_t seed) {
    Random random(seed, kStartStream);
    Matrix start(world.points.rows(), p.particles);
    for (Eigen::Index q = 0; q < start.cols(); ++q) {
        const auto memory = Eigen::Index(random.below(std::uint32_t(world.count())));
        for (Eigen::Index i = 0; i < start.rows(); ++i) start(i, q) = world.points(i, memory) + p.sigmaMax * random.normal();
    }
    return start;
}

Matrix normals(std::uint64_t seed, int step, Eigen::Index rows, Eigen::Index columns) {
    Random random(seed, kNoiseStream + std::uint64_t(step));
    Matrix noise(rows, columns);
    for (Real& x : noise.reshaped()) x = random.normal();
    return noise;
}

Sampler samplerOf(const Params& p) {
    if (p.blend == 0) return Sampler::Euler;  // the memory's own step
    if (p.sampler == Integration::Heun) return Sampler::Heun;
    return p.sampler == Integration::Maruyama ? Sampler::Maruyama : Sampler::Euler;
}

std::shared_ptr<const Memories> preparedFor(const World& world) { return threadBackend().prepare(FloatMatrix(world.points.cast<float>())); }

// The same step in float, for many.
void takeFast(const Memories& memories, Sampler sampler, const Move& move, FloatMatrix& x, const Matrix& noise) {
    if (x.cols() == 0 || move.rate == 0) return;
    Backend& backend = threadBackend();
    const double kept = 1 - move.rate;
    switch (sampler) {
        case Sampler::Euler:
            backend.descend(modelAt(move.sigma), memories, float(move.rate), 1, x);
            break;
        case Sampler::Maruyama:
            backend.descend(modelAt(move.sigma), memories, float(1 - kept * kept), 1, x);
            if (kept > 0) x += float(move.sigma * std::sqrt(1 - kept * kept)) * noise.cast<float>();
            break;
        case Sampler::Heun: {
            FloatMatrix there = x;
            backend.descend(modelAt(move.sigma), memories, float(move.rate), 1, there);
            if (move.rate >= 1) {
                x = std::move(there);
                break;
            }
            FloatMatrix mean = there;
            backend.descend(modelAt(move.next), memories, 1, 1, mean);
            x = 0.5f * (x + there) + float(0.5 * move.rate / kept) * (mean - there);
        }
    }
}

// By the trained score: all particles are as exact as a network of floats is.
Swarm afterTrained(const ScoreTraining& training, const Swarm& before, Sampler sampler, const Move& move, const Matrix& noise) {
    Swarm now = before;
    if (move.rate == 0) return now;
    Matrix all(before.tracked.rows(), before.tracked.cols() + before.crowd.cols());
    all << before.tracked, before.crowd.cast<Real>();
    take(
        sampler, [&](const ConstBatch& x, Real sigma) { return training.denoised(x, sigma); }, move, all, noise.size() ? &noise : nullptr);
    now.tracked = all.leftCols(before.tracked.cols());
    now.crowd = all.rightCols(before.crowd.cols()).cast<float>();
    return now;
}

Swarm after(const World& world, const Swarm& before, Sampler sampler, const Move& move, const Memories* memories, const Matrix& noise) {
    Swarm now = before;
    const Matrix own = noise.leftCols(noise.size() ? now.tracked.cols() : 0);
    if (move.rate > 0) take(sampler, exactDenoiser(world.points), move, now.tracked, own.size() ? &own : nullptr);
    if (memories) takeFast(*memories, sampler, move, now.crowd, noise.size() ? Matrix(noise.rightCols(now.crowd.cols())) : noise);
    return now;
}

Eigen::Matrix2Xf placesOf(const World& world, const Matrix& x) { return project(world.plane, x).cast<float>(); }

std::int64_t risen(const Vector& before, const Vector& now) {
    return ((now - before).array() > kRiseTolerance * (1 + before.array().abs())).count();
}

// Energies, ways and the parting of a new moment, which comes after `before`. A step counts what rose; a change by hand does not.
enum class Cause { Start, Step, Change };
void arrive(const Params& p, State& s, Swarm memory, Swarm diffusion, std::shared_ptr<const Way> before, Cause cause) {
    const World& world = *s.world;
    const double fixed = s.schedule->memory.sigma, sigma = sigmaNow(s);
    memory.energy = energies(world, memory.tracked, fixed);
    diffusion.energy = energies(world, diffusion.tracked, sigma);
    const Vector frozen = energies(world, diffusion.tracked, sigmaAt(p, p.tEval));
    if (cause == Cause::Step) {
        const double earlier = before->sigma, log = 2 * std::log(double(world.count()));
        s.rises.memory += risen(s.memory->energy, memory.energy);
        s.rises.diffusion += risen(s.diffusion->energy, diffusion.energy);
        s.rises.diffusionSum +=
            risen(s.diffusion->energy.array() - earlier * earlier * log, diffusion.energy.array() - sigma * sigma * log);
        s.rises.frozen += risen(before->frozenEnergy.cast<Real>(), frozen.cast<float>().cast<Real>());
    }
    const double effective = sigma > 0 ? effectiveMemories(posterior(world.points, diffusion.tracked.col(0), sigma).weights)[0] : 1;
    for (std::size_t q = 0; q < s.parted.size(); ++q) {
        const auto column = Eigen::Index(q);
        const bool differ = nearestMemory(world, memory.tracked.col(column)) != nearestMemory(world, diffusion.tracked.col(column));
        s.parted[q] = !differ ? -1 : s.parted[q] < 0 ? s.level : s.parted[q];
    }
    s.way = std::make_shared<const Way>(std::move(before), placesOf(world, memory.tracked), placesOf(world, diffusion.tracked),
                                        memory.energy.cast<float>(), diffusion.energy.cast<float>(), frozen.cast<float>(), float(effective),
                                        sigma, fixed, cause == Cause::Change);
    s.memory = std::make_shared<const Swarm>(std::move(memory));
    s.diffusion = std::make_shared<const Swarm>(std::move(diffusion));
}

void freeze(const Params& p, State& s) {
    Frozen frozen{Matrix(2, 0), {}, 0};
    if (planar(p)) {
        frozen.minima = diffusionMinima(s.world->points, sigmaAt(p, p.tEval));
        frozen.valley = valleyAround(s.world->points, sigmaAt(p, p.tEval), kAngles);
        frozen.corrugation = corrugation(frozen.valley);
    }
    s.frozen = std::make_shared<const Frozen>(std::move(frozen));
}

Swarm swarmOf(const Matrix& start, int tracked) {
    return {start.leftCols(tracked), start.rightCols(start.cols() - tracked).cast<float>(), {}};
}

// Both rules at the start.
void goBack(const Params& p, State& s) {
    const int tracked = trackedCount(p);
    s.level = 0;
    s.rises = {};
    s.parted.assign(std::size_t(tracked), -1);
    arrive(p, s, swarmOf(*s.start, tracked), swarmOf(*s.start, tracked), nullptr, Cause::Start);
}

void begin(const Params& p, State& s) {
    s.start = std::make_shared<const Matrix>(drawStart(p, *s.world, s.seed));
    s.startNearest.clear();
    for (Eigen::Index q = 0; q < s.start->cols(); ++q) s.startNearest.push_back(nearestMemory(*s.world, s.start->col(q)));
    s.training = newTraining(p, s);
    s.samples = nullptr;
    goBack(p, s);
    freeze(p, s);
}

std::vector<int> endsOf(const State& s) {
    std::vector<int> ends;
    for (Eigen::Index q = 0; q < s.diffusion->tracked.cols(); ++q) ends.push_back(nearestMemory(*s.world, s.diffusion->tracked.col(q)));
    if (s.diffusion->crowd.cols() == 0) return ends;
    Eigen::VectorXi nearest(s.diffusion->crowd.cols());
    threadBackend().nearest(modelAt(1), *preparedFor(*s.world), s.diffusion->crowd, nearest);
    ends.insert(ends.end(), nearest.begin(), nearest.end());
    return ends;
}

}  // namespace

Way::~Way() { letGo(std::move(before)); }

MemoryModel modelAt(double sigma) { return {Similarity::Distance, Identity{}, Softmax{1 / (sigma * sigma)}}; }

double sigmaNow(const State& s) { return s.schedule->sigmas[std::size_t(s.level)]; }

Vector energies(const World& world, const ConstBatch& x, double sigma) {
    if (sigma > 0) return diffusionEnergy(world.points, x, sigma);
    Vector nearest(x.cols());
    for (Eigen::Index q = 0; q < x.cols(); ++q) nearest[q] = (world.points.colwise() - x.col(q)).colwise().squaredNorm().minCoeff();
    return nearest;
}

State init(const Params& p, const Inputs& inputs) {
    State s;
    s.seed = inputs.seed;
    s.world = makeWorld(p, inputs);
    s.schedule = std::make_shared<const Schedule>(scheduleOf(p));
    begin(p, s);
    return s;
}

void step(const Params& p, State& s) {
    if (settled(p, s)) return;
    if (s.level == steps(p)) return goBack(p, s);  // the network has learned more meanwhile
    trainOn(s);
    const Move& move = s.schedule->diffusion[std::size_t(s.level)];
    const Sampler sampler = samplerOf(p);
    const bool crowded = s.memory->crowd.cols() > 0;
    const std::shared_ptr<const Memories> memories = crowded ? preparedFor(*s.world) : nullptr;
    const Matrix noise = sampler == Sampler::Maruyama
                             ? normals(s.seed, s.level, s.world->points.rows(), s.memory->tracked.cols() + s.memory->crowd.cols())
                             : Matrix();
    Swarm memory = after(*s.world, *s.memory, Sampler::Euler, s.schedule->memory, memories.get(), {});
    Swarm diffusion = s.training ? afterTrained(*s.training, *s.diffusion, sampler, move, noise)
                                 : after(*s.world, *s.diffusion, sampler, move, memories.get(), noise);
    ++s.level;
    arrive(p, s, std::move(memory), std::move(diffusion), s.way, Cause::Step);
    if (s.training && s.level == steps(p)) s.samples = samplesOf(s);
}

bool settled(const Params& p, const State& s) { return s.level >= steps(p) && (!s.training || s.training->finished()); }

std::vector<double> measure(const Params& p, const State& s) {
    const World& world = *s.world;
    std::int64_t on = 0, onNearest = 0;
    const std::vector<int> ends = endsOf(s);
    const Eigen::Index tracked = s.diffusion->tracked.cols();
    for (std::size_t q = 0; q < ends.size(); ++q) {
        const auto column = Eigen::Index(q);
        const auto memory = world.points.col(ends[q]);
        on += (column < tracked ? (memory - s.diffusion->tracked.col(column)).norm()
                                : (memory - s.diffusion->crowd.col(column - tracked).cast<Real>()).norm()) < kOnMemory;
        onNearest += ends[q] == s.startNearest[q];
    }
    return {s.memory->energy.mean(),
            s.diffusion->energy.mean(),
            double(s.rises.memory),
            double(s.rises.diffusion),
            double(s.rises.diffusionSum),
            double(s.rises.frozen),
            double(on) / double(ends.size()),
            double(onNearest) / double(ends.size()),
            s.way->effective,
            planar(p) ? double(s.frozen->minima.cols()) : kUndefined,
            planar(p) ? s.frozen->corrugation : kUndefined,
            s.training ? s.training->loss() : kUndefined};
}

void changed(const Params& before, const Params& now, State& s) {
    if (before.tEval != now.tEval) freeze(now, s);
    if (before.blend != now.blend || before.betaFixed != now.betaFixed) s.schedule = std::make_shared<const Schedule>(scheduleOf(now));
    if (before.tEval == now.tEval && before.blend == now.blend && before.betaFixed == now.betaFixed) return;
    arrive(now, s, *s.memory, *s.diffusion, s.way->before, Cause::Change);  // the same places, valued anew
}

// A memory dragged, or added beside the others: the run begins again among the new ones.
void poke(const Params& p, State& s, const Poke& poke) {
    if (poke.panel != "basins" || !planar(p) || poke.item < 0 || poke.item > s.world->count() || poke.item >= kMostMemories) return;
    s.world = moved(*s.world, poke.item, {poke.x, poke.y});
    begin(p, s);
}

std::int64_t bytes(const State& s) {
    const auto swarm = [](const Swarm& w) { return std::int64_t(w.tracked.size() * sizeof(Real) + w.crowd.size() * sizeof(float)); };
    std::int64_t all = std::int64_t(sizeof(State)) + swarm(*s.memory) + swarm(*s.diffusion) + std::int64_t(s.memory->tracked.cols() * 40) +
                       std::int64_t(s.startNearest.size() * sizeof(int)) + (s.training ? s.training->bytes() : 0);
    for (const auto& view : {s.memoryView, s.diffusionView})
        if (view) all += std::int64_t(view->surface.energy.values->size() * sizeof(float));
    if (s.trainedView) all += std::int64_t(2 * s.trainedView->trained.values->size() * sizeof(float));
    return all;
}

}  // namespace engram::diffusion_memory
