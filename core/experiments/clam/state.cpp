#include "core/experiments/clam/state.h"

#include <algorithm>
#include <cmath>

#include "core/base/chain.h"
#include "core/base/random.h"
#include "core/experiments/clam/views.h"

namespace engram::clam {

namespace {

constexpr int kRestarts = 10, kMostIterations = 300, kMostCompleted = 2000;
constexpr double kLeastPull = 1e-6;
constexpr std::uint64_t kShownStream = 730, kHeldStream = 731;

// Mean loss of completing all points once, of many a sample, on masks that stay the same.
double completed(const Params& p, const World& world, const Matrix& prototypes, std::uint64_t seed) {
    const Clam clam = clamOf(p, prototypes);
    std::vector<int> sample;
    for (int i = 0, n = std::min(world.count(), kMostCompleted); i < n; ++i) sample.push_back(int(std::int64_t(i) * world.count() / n));
    const Matrix x = world.points(Eigen::all, sample);
    Matrix hidden = Matrix::Ones(x.rows(), x.cols());
    if (p.mask == 0) return completionLoss(x, hidden, settle(clam, nullptr, x));
    Random random(seed, kHeldStream);
    for (Real& h : hidden.reshaped()) h = random.uniform() < p.mask;
    return completionLoss(x, hidden, settle(clam, &hidden, hide(x, hidden, fillOf(*world.fast, p.maskValue))));
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

// How many clusters a point is shared by: exp of the entropy of its weights.
Softness softnessOf(const Matrix& weights) {
    Softness softness;
    const double most = std::max(1.0, double(weights.rows())), part = 1.0 / double(weights.cols());
    for (Eigen::Index q = 0; q < weights.cols(); ++q) {
        double entropy = 0;
        for (const Real w : weights.col(q))
            if (w > 0) entropy -= w * std::log(w);
        const double effective = std::exp(entropy);
        softness.mean += part * effective;
        const int bin = int((effective - 1) / std::max(1e-9, most - 1) * Softness::kBins);
        softness.shares[std::size_t(std::clamp(bin, 0, Softness::kBins - 1))] += part;
    }
    return softness;
}

void arrive(const Params& p, State& s, const Matrix& prototypes, std::shared_ptr<const Way> before, int number) {
    const Clam clam = clamOf(p, prototypes);
    auto epoch = std::make_shared<Epoch>();
    epoch->way = std::make_shared<const Way>(std::move(before), s.world->placed(effective(p, *s.world, prototypes)));
    epoch->prototypes = prototypes;
    epoch->labels = assign(clam, s.world->points);
    epoch->scores = scoresOf(*s.world, epoch->labels);
    epoch->softness = softnessOf(responsibilities(clam, s.world->points));
    epoch->loss = number > 0 ? s.training->loss() : completed(p, *s.world, prototypes, s.seed);
    epoch->energy = energy(clam, s.world->points).mean();
    epoch->number = number;
    s.epoch = std::move(epoch);
}

void begin(const Params& p, State& s) {
    s.training = std::make_shared<const ClamTraining>(s.world->fast, recipeOf(p), s.seed);
    s.kmeans = raced(p, *s.world, s.seed);
    s.kmeansAt = 0;
    arrive(p, s, s.training->prototypes(), nullptr, 0);
}

}  // namespace

Way::~Way() { letGo(std::move(before)); }

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
    arrive(p, s, last ? training->kept() : training->prototypes(), s.epoch->way, s.epoch->number + 1);
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
    if (!rule) return;
    auto kmeans = std::make_shared<KMeansRun>(*s.kmeans);
    for (KMeansRun::Iterate& i : kmeans->iterates) i.loss = completed(now, *s.world, i.centres, s.seed);
    s.kmeans = kmeans;
    arrive(now, s, s.epoch->prototypes, s.epoch->way->before, s.epoch->number);
}

// A world that keepViews() has handed over knows these classes already.
void evaluate(const Params& p, const Inputs& inputs, State& s) {
    if (p.data != Data::Idx) return;
    if (s.world->truthFrom != inputs.labels) s.world = judgedBy(inputs, *s.world);
    auto epoch = std::make_shared<Epoch>(*s.epoch);
    judge(*s.world, epoch->labels, epoch->scores);
    s.epoch = std::move(epoch);
    auto kmeans = std::make_shared<KMeansRun>(*s.kmeans);
    for (KMeansRun::Iterate& i : kmeans->iterates) judge(*s.world, i.labels, i.scores);
    s.kmeans = std::move(kmeans);
}

// A prototype dragged, or a point put where the ground of the map was pressed: then everything begins again.
void poke(const Params& p, State& s, const Poke& poke) {
    if (poke.panel != "map" || s.world->dimension() != 2) return;
    const Eigen::Vector2d place(poke.x, poke.y);
    if (poke.item >= 0 && poke.item < p.clusters) {
        const Vector start = fill(p, s);
        Matrix prototypes = s.epoch->prototypes;
        // Where steps take a point back to its start (alpha = 2, T even) there is no effective centre to drag: then the prototype itself.
        const double pull = p.mask > 0 ? 1 - remainder(p.alpha, p.depth) : 1;
        prototypes.col(poke.item) = std::abs(pull) < kLeastPull ? Vector(place) : Vector(start + (place - start) / pull);
        auto training = std::make_shared<ClamTraining>(*s.training);
        training->setPrototypes(prototypes);
        s.training = training;
        arrive(p, s, prototypes, s.epoch->way->before, s.epoch->number);
    } else if (poke.item == p.clusters && p.data == Data::Mouse && s.world->count() < kMostPoints) {
        s.world = withPoint(p, *s.world, place);
        begin(p, s);
    }
}

std::int64_t bytes(const State& s) {
    const Epoch& e = *s.epoch;
    // The training holds prototypes four times: newest and kept, and as floats with gradients and both moments of Adam.
    return std::int64_t(sizeof(State) + sizeof(ClamTraining) + sizeof(Epoch) + sizeof(Way)) +
           std::int64_t(std::size_t(5 * e.prototypes.size() + e.way->places.size()) * sizeof(Real)) +
           std::int64_t(e.labels.size() * sizeof(int)) + viewBytes(s);
}

}  // namespace engram::clam
