#include "core/experiments/energy_transformer/state.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/asset.h"
#include "core/base/random.h"
#include "core/experiments/energy_transformer/published.h"

namespace engram::energy_transformer {

namespace {

constexpr int kIterationsAStep = 10, kPlanePictures = 16, kTurns = 60;
constexpr double kRise = 1e-9;   // of the energy: less is rounding
constexpr double kBrush = 2.5;   // pixels: small patches are painted several at a time
constexpr std::uint64_t kBreakStream = 1 << 20;
constexpr const char* kShipped = "assets/energy_transformer.safetensors";

std::shared_ptr<const Trained> trainedOf(const Training& training, const Trained& before) {
    const std::string note =
        training.iteration() == 0 ? "random weights" : "trained for " + std::to_string(training.iteration()) + " iterations";
    return std::make_shared<const Trained>(Trained{before.completer, training.weights(), note, before.rule});
}

// The weights in double, with what is switched off or on.
std::shared_ptr<const EnergyTransformer> modelFor(const Params& p, const Trained& trained, std::uint64_t seed) {
    EnergyTransformer model = modelOf(trained.weights, trained.completer->block);
    Random random(seed, kBreakStream);
    model.beta = p.betaScale / std::sqrt(double(trained.completer->shape.sizes.headWidth));
    model.selfAttention = p.selfAttention;
    if (p.activation == Activation::Cubic) model.law = Power{3, true};
    if (p.activation == Activation::Softmax) model.law = Softmax{kMemoryBeta};
    model.keyTerm = p.keyTerm;
    if (p.vectorGamma) {
        model.channelGamma = Vector(model.width());
        for (Real& gamma : model.channelGamma) gamma = model.gamma * std::exp(1.2 * random.normal());
    }
    if (p.untied) {
        const Real size = std::sqrt(model.memories.squaredNorm() / Real(std::max<Eigen::Index>(1, model.memories.size())));
        model.wayBack = model.memories;
        for (Real& w : model.wayBack.reshaped()) w += size * random.normal();
    }
    checkTransformer(model);
    return std::make_shared<const EnergyTransformer>(std::move(model));
}

// The plane that tokens of whole pictures vary most in: axes by power iteration, always the same ones for the same weights.
std::shared_ptr<const Matrix> planeOf(const World& world, const Trained& trained) {
    const int pictures = std::min(kPlanePictures, world.storedCount());
    const auto patches = world.stored.leftCols(Eigen::Index(pictures) * world.cut.tokens());
    const Mask none(std::size_t(patches.cols()), 0);
    const Matrix tokens = embedded(*trained.completer, trained.weights, patches, none).cast<Real>();
    const Matrix centred = tokens.colwise() - tokens.rowwise().mean();
    const Matrix spread = centred * centred.transpose();
    Matrix axes(spread.rows(), 2);
    for (int a = 0; a < 2; ++a) {
        Vector axis = Vector::LinSpaced(spread.rows(), 1, 2 + a);
        for (int turn = 0; turn < kTurns; ++turn) {
            axis = (spread * axis).eval();
            if (a == 1) axis -= axes.col(0) * axes.col(0).dot(axis);
            axis /= std::max(1e-30, axis.norm());
        }
        axes.col(a) = axis;
    }
    return std::make_shared<const Matrix>(std::move(axes));
}

void arrive(State& s, int which, Matrix x, double alpha, bool first) {
    s.now = std::make_shared<const TransformerLook>(engram::look(*s.model, TokenGraph(), x));
    s.x = std::make_shared<const Matrix>(std::move(x));
    Passed passed{s.now->energy.attention.sum(), s.now->energy.memory.sum(), 0, alpha, false};
    passed.error = hiddenError(patchesNow(s), s.world->heldOut(which), *s.hidden);
    std::vector<Passed> way = first ? std::vector<Passed>() : *s.way;
    std::vector<Matrix> places = first ? std::vector<Matrix>() : *s.places;
    if (!first) passed.rose = rose(way.back(), passed);
    way.push_back(passed);
    places.push_back(s.axes->transpose() * *s.x);
    s.way = std::make_shared<const std::vector<Passed>>(std::move(way));
    s.places = std::make_shared<const std::vector<Matrix>>(std::move(places));
}

void descend(const Params& p, State& s) {
    Matrix x = *s.x;
    const double alpha = descended(p, *s.model, *s.now, x);
    arrive(s, picture(p, s), std::move(x), alpha, false);
}

// From the start again, so many steps.
void complete(const Params& p, State& s, int steps) {
    const int which = picture(p, s);
    arrive(s, which, embedded(*s.trained->completer, s.trained->weights, s.world->heldOut(which), *s.hidden).cast<Real>(), 0, true);
    for (int t = 0; t < steps; ++t) descend(p, s);
}

void lookUp(const Params& p, State& s) {
    s.rivals = std::make_shared<const Baselines>(baselines(*s.world, s.world->heldOut(picture(p, s)), *s.hidden, s.oneStepBeta));
}

Trained randomWeights(const Params& p, std::shared_ptr<const Completer> completer, std::uint64_t seed) {
    Parameters<float> weights = drawnWeights(*completer, seed);
    if (p.weights != WeightSource::Opposed) return {std::move(completer), std::move(weights), "random weights", ruleOf(p)};
    weights.tensor(completer->block.keys) = -weights.tensor(completer->block.queries);
    weights.tensor(completer->block.memories).setZero();
    return {std::move(completer), std::move(weights), "random weights, keys opposed to queries", ruleOf(p)};
}

CompleterShape shapeWanted(const Params& p, const World* world) { return {p.tokens, world ? world->cut.pixels() : 0, sizesOf(p)}; }

TrainingOptions optionsOf(const Params& p, std::uint64_t seed) { return {p.iterations, p.batch, p.learningRate, ruleOf(p), seed}; }

}  // namespace

double descended(const Params& p, const EnergyTransformer& model, const TransformerLook& now, Matrix& x) {
    const Matrix before = x;
    Real alpha = p.alpha;
    if (p.backtracking)
        alpha = stepDown(model, TokenGraph(), p.alpha, x);
    else
        x += p.alpha * now.force();
    if (x.allFinite()) return alpha;
    x = before;  // too large a step: it stays where it is
    return 0;
}

bool rose(const Passed& before, const Passed& now) { return now.energy() > before.energy() + kRise * (1 + std::abs(before.energy())); }

int picture(const Params& p, const State& s) { return std::min(p.picture, s.world->heldCount()) - 1; }

int risesOf(const State& s) {
    return int(std::count_if(s.way->begin(), s.way->end(), [](const Passed& passed) { return passed.rose; }));
}

Eigen::MatrixXf patchesNow(const State& s) { return decoded(*s.trained->completer, s.trained->weights, s.x->cast<float>()); }

Eigen::MatrixXf decodedMove(const State& s, const Matrix& d) {
    return decoded(*s.trained->completer, s.trained->weights, (*s.x + d).cast<float>()) - patchesNow(s);
}

State init(const Params& p, const Inputs& inputs) {
    State s;
    s.seed = inputs.seed;
    if (p.weights == WeightSource::Shipped) {
        s.trained = std::make_shared<const Trained>(
            inputs.weights.empty() ? trainedFrom(parseSafetensors(asset(kShipped), "the weights that come with the program"))
                                   : readTrained(inputs.weights));
        s.world = makeWorld(p, s.trained->completer->shape, inputs);
    } else {
        s.world = makeWorld(p, shapeWanted(p, nullptr), inputs);
        const auto completer = std::make_shared<const Completer>(makeCompleter(shapeWanted(p, s.world.get())));
        s.trained = std::make_shared<const Trained>(randomWeights(p, completer, s.seed));
        if (p.weights == WeightSource::Trained) {
            const TrainingOptions options = optionsOf(p, s.seed);
            s.training = inputs.weights.empty() ? std::make_shared<const Training>(options, completer)
                                                : std::make_shared<const Training>(options, completer, readSafetensors(inputs.weights));
            s.trained = trainedOf(*s.training, *s.trained);
        }
    }
    s.oneStepBeta = bestBeta(*s.world, s.seed);
    s.hidden = std::make_shared<const Mask>(maskOf(p, s.world->cut, s.seed, picture(p, s)));
    s.axes = planeOf(*s.world, *s.trained);
    s.model = modelFor(p, *s.trained, s.seed);
    lookUp(p, s);
    complete(p, s, s.training ? p.depth : 0);
    return s;
}

void step(const Params& p, State& s) {
    if (s.training && !s.training->finished()) {
        auto next = std::make_shared<Training>(*s.training);
        next->train(*s.world, kIterationsAStep);
        s.training = std::move(next);
        s.trained = trainedOf(*s.training, *s.trained);
        s.axes = planeOf(*s.world, *s.trained);
        s.model = modelFor(p, *s.trained, s.seed);
        return complete(p, s, p.depth);
    }
    if (std::exchange(s.completedByHand, false)) return complete(p, s, 0);
    if (s.at() < p.depth + p.past) descend(p, s);
}

bool settled(const Params& p, const State& s) {
    return !s.completedByHand && s.at() >= p.depth + p.past && (!s.training || s.training->finished());
}

std::vector<double> measure(const Params& p, const State& s) {
    const Passed& now = s.way->back();
    const bool nothing = std::count(s.hidden->begin(), s.hidden->end(), std::uint8_t(1)) == 0;
    const auto quality = [&](double error) { return nothing ? kUndefined : psnr(error); };
    const auto rival = [&](const Eigen::MatrixXf& guess) {
        return quality(hiddenError(guess, s.world->heldOut(picture(p, s)), *s.hidden));
    };
    return {now.energy(),
            now.attention,
            now.memory,
            double(risesOf(s)),
            quality(now.error),
            rival(s.rivals->mean),
            rival(s.rivals->nearest),
            rival(s.rivals->oneStep),
            nothing ? kUndefined : now.error,
            s.training ? s.training->loss() : kUndefined};
}

// The completion at hand is made again with the new values, so that a slider shows at once what it does.
void changed(const Params&, const Params& now, State& s) {
    const int steps = std::min(s.at(), now.depth + now.past);
    if (s.training && !s.training->finished()) {
        auto next = std::make_shared<Training>(*s.training);
        next->follow(ruleOf(now));
        s.training = std::move(next);
    }
    if (s.training || now.weights == WeightSource::Drawn || now.weights == WeightSource::Opposed) {
        Trained trained = *s.trained;
        if (!s.training || !s.training->finished()) trained.rule = ruleOf(now);
        s.trained = std::make_shared<const Trained>(std::move(trained));
    }
    s.model = modelFor(now, *s.trained, s.seed);
    complete(now, s, steps);
}

// A brush that hides patches, or shows them again; the picture is completed anew, whole.
void poke(const Params& p, State& s, const Poke& poke) {
    if (poke.panel != "completion" || poke.item != 0) return;
    const Cut& cut = s.world->cut;
    const int under = cut.patchAt(poke.x, poke.y);
    if (under < 0) return;
    auto hidden = std::make_shared<Mask>(*s.hidden);
    const std::uint8_t wanted = poke.value >= 0.5;
    for (int t = 0; t < cut.tokens(); ++t) {
        const double x = (t % cut.across + 0.5) * cut.side, y = (t / cut.across + 0.5) * cut.side;
        if (t == under || std::hypot(x - poke.x, y - poke.y) < kBrush) (*hidden)[std::size_t(t)] = wanted;
    }
    if (*hidden == *s.hidden) return;
    s.hidden = std::move(hidden);
    lookUp(p, s);
    complete(p, s, std::max(s.at(), p.depth));
    s.completedByHand = true;
}

std::string learned(const Params&, const State& s) { return s.training ? safetensorsBytes(s.training->save()) : std::string(); }

std::int64_t bytes(const State& s) {
    const std::int64_t tokens = s.x->size() * std::int64_t(sizeof(Real));
    const std::int64_t heads = std::int64_t(s.now->attention.size()) * s.x->cols() * s.x->cols() * std::int64_t(sizeof(Real));
    return std::int64_t(sizeof(State)) + 5 * tokens + heads + std::int64_t(s.way->size() * sizeof(Passed)) +
           std::int64_t(s.model->memories.size()) * std::int64_t(sizeof(Real)) +
           std::int64_t(s.places->size()) * 2 * s.x->cols() * std::int64_t(sizeof(Real)) + (s.training ? s.training->bytes() : 0);
}

}  // namespace engram::energy_transformer
