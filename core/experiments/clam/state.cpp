#include "core/experiments/clam/state.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "core/base/random.h"
#include "core/experiments/clam/views.h"

namespace engram::clam {

namespace {

constexpr int kRestarts = 10, kMostIterations = 300;
constexpr std::uint64_t kShownStream = 730, kHeldStream = 731;

// Mean loss of completing all points once, on masks that stay the same.
double completed(const Params& p, const World& world, const Matrix& prototypes, std::uint64_t seed) {
    const Clam clam = clamOf(p, prototypes);
    Matrix hidden = Matrix::Ones(world.dimension(), world.count());
    if (p.mask == 0) return completionLoss(world.points, hidden, settle(clam, nullptr, world.points));
    Random random(seed, kHeldStream);
    for (Real& h : hidden.reshaped()) h = random.uniform() < p.mask;
    return completionLoss(world.points, hidden, settle(clam, &hidden, hide(world.points, hidden, fillOf(*world.fast, p.maskValue))));
}

std::shared_ptr<const KMeansRun> raced(const Params& p, const World& world, std::uint64_t seed) {
    Clustering best;
    Matrix start;
    for (int r = 0; r < kRestarts; ++r) {
        const Matrix from = plusPlus(world.points, p.clusters, seed, std::uint64_t(r));
        Clustering c = lloyd(world.points, from, kMostIterations);
        if (r == 0 || c.inertia < best.inertia) best = std::move(c), start = from;
    }
    auto run = std::make_shared<KMeansRun>();
    Clustering c{start, {}, 0, 0};
    for (int i = 0; i <= best.iterations; ++i) {
        const Matrix centres = c.centres;
        lloydStep(world.points, c);
        run->iterates.push_back({centres, world.placed(centres), c.labels, scoresOf(world, c.labels), completed(p, world, centres, seed)});
    }
    return run;
}

// A masked point stops short of its prototype, so a prototype overshoots what it stands for. An unmasked one goes nowhere from afar.
Matrix effective(const Params& p, const World& world, const Matrix& prototypes) {
    return p.mask > 0 ? effectiveCentres(clamOf(p, prototypes), fillOf(*world.fast, p.maskValue)) : prototypes;
}

void arrive(const Params& p, State& s, const Matrix& prototypes, std::shared_ptr<const Epoch> before, int number) {
    const Clam clam = clamOf(p, prototypes);
    Labels labels = assign(clam, s.world->points);
    const Scores scores = scoresOf(*s.world, labels);
    const double loss = number > 0 ? s.training->loss() : completed(p, *s.world, prototypes, s.seed);
    const double e = energy(clam, s.world->points).mean();
    s.epoch = std::make_shared<const Epoch>(std::move(before), prototypes, s.world->placed(effective(p, *s.world, prototypes)),
                                            std::move(labels), scores, loss, e, number);
}

void begin(const Params& p, State& s) {
    s.training = std::make_shared<const ClamTraining>(s.world->fast, recipeOf(p), s.seed);
    s.kmeans = raced(p, *s.world, s.seed);
    s.kmeansAt = 0;
    arrive(p, s, s.training->prototypes(), nullptr, 0);
}

}  // namespace

// A long chain would be taken down by as many nested calls.
Epoch::~Epoch() {
    std::shared_ptr<const Epoch> next = std::move(before);
    while (next && next.use_count() == 1) {
        std::atomic_thread_fence(std::memory_order_acquire);  // what other threads did with it before they let it go
        next = std::move(next->before);
    }
}

State init(const Params& p, const Inputs& inputs) {
    State s;
    s.seed = inputs.seed;
    s.world = makeWorld(p, inputs);
    begin(p, s);
    return s;
}

void step(const Params& p, State& s) {
    if (settled(p, s)) return;
    auto training = std::make_shared<ClamTraining>(*s.training);
    training->epoch();
    const bool last = s.epoch->number + 1 == p.epochs;
    s.training = training;
    const int end = int(s.kmeans->iterates.size()) - 1;
    s.kmeansAt = last ? end : std::min(s.kmeansAt + 1, end);
    arrive(p, s, last ? training->kept() : training->prototypes(), s.epoch, s.epoch->number + 1);
}

bool settled(const Params& p, const State& s) { return s.epoch->number >= p.epochs; }

int kmeansIteration(const State& s) { return s.kmeansAt; }

const KMeansRun::Iterate& kmeansNow(const State& s) { return s.kmeans->iterates[std::size_t(kmeansIteration(s))]; }

std::vector<double> measure(const Params& p, const State& s) {
    const Epoch& e = *s.epoch;
    const KMeansRun::Iterate& k = kmeansNow(s);
    return {e.scores.silhouette,
            e.scores.nmi,
            e.scores.ari,
            e.scores.inertia,
            double(e.scores.used),
            e.loss,
            e.energy,
            k.scores.silhouette,
            k.scores.nmi,
            k.scores.ari,
            k.scores.inertia,
            double(k.scores.used),
            k.loss,
            energy(clamOf(p, k.centres), s.world->points).mean()};
}

Vector fill(const Params& p, const State& s) { return fillOf(*s.world->fast, p.maskValue); }

Matrix centresOf(const Params& p, const State& s) { return effective(p, *s.world, s.epoch->prototypes); }

Vector shownMask(const Params& p, const State& s, int point) {
    const int d = s.world->dimension();
    Random random(s.seed, kShownStream + std::uint64_t(point) * 1000);
    Vector mask = Vector::Zero(d);
    const std::vector<int> order = random.permutation(d);
    for (int i = 0; i < std::clamp(int(std::lround(p.mask * d)), 1, d); ++i) mask[order[std::size_t(i)]] = 1;
    return mask;
}

void changed(const Params& before, const Params& now, State& s) {
    const bool rule = before.beta != now.beta || before.alpha != now.alpha || before.depth != now.depth;
    if (!rule && before.learningRate == now.learningRate) return;
    auto training = std::make_shared<ClamTraining>(*s.training);
    training->setRule(ruleOf(now), now.learningRate);
    s.training = training;
    if (rule) arrive(now, s, s.epoch->prototypes, s.epoch->before, s.epoch->number);
}

// A prototype dragged, or a point put where the ground of the map was pressed: then everything begins again.
void poke(const Params& p, State& s, const Poke& poke) {
    if (poke.panel != "map" || s.world->dimension() != 2) return;
    const Eigen::Vector2d place(poke.x, poke.y);
    if (poke.item >= 0 && poke.item < p.clusters) {
        const Vector start = fill(p, s);
        Matrix prototypes = s.epoch->prototypes;
        const double pull = p.mask > 0 ? 1 - remainder(p.alpha, p.depth) : 1;
        prototypes.col(poke.item) = start + (place - start) / pull;
        auto training = std::make_shared<ClamTraining>(*s.training);
        training->setPrototypes(prototypes);
        s.training = training;
        arrive(p, s, prototypes, s.epoch->before, s.epoch->number);
    } else if (poke.item == p.clusters && p.data == Data::Mouse && s.world->count() < kMostPoints) {
        s.world = withPoint(p, *s.world, place);
        begin(p, s);
    }
}

std::int64_t bytes(const State& s) {
    const Epoch& e = *s.epoch;
    return std::int64_t(sizeof(State)) + std::int64_t(std::size_t(5 * e.prototypes.size() + e.places.size()) * sizeof(Real)) +
           std::int64_t(e.labels.size() * sizeof(int)) + viewBytes(s);
}

}  // namespace engram::clam
