#include "core/experiments/hierarchical_memory/state.h"

#include <algorithm>
#include <cmath>

namespace engram::hierarchical_memory {

namespace {

constexpr double kRiseTolerance = 1e-9, kAtRest = 1e-7, kFarAway = 1e6;
constexpr double kSlopeStep = 1e-4;  // of the fastest time constant
constexpr int kIterationsAStep = 10;

double fastestOf(const Hierarchy& net) {
    double fastest = net.layers.front().tau;
    for (const HierarchyLayer& layer : net.layers) fastest = std::min(fastest, layer.tau);
    return fastest;
}

double slopeAt(const Hierarchy& net, const HierarchyState& x) {
    const HierarchyState rate = rates(net, x);
    const double h = kSlopeStep * fastestOf(net);
    const auto at = [&](double t) {
        HierarchyState moved = x;
        for (std::size_t a = 0; a < x.size(); ++a) moved[a] += t * rate[a];
        return energy(net, moved).total();
    };
    return (at(h) - at(-h)) / (2 * h);
}

// The state after `x`, read. A step that raised the energy counts; a change by hand does not.
enum class Cause { Step, Change };
void arrive(const Params& p, State& s, HierarchyState x, Cause cause) {
    Reading reading{energy(*s.net, x), dissipation(*s.net, x), slopeAt(*s.net, x), 0};
    if (s.world->truth.pixels.size() > 0)
        reading.error = (activations(*s.net, x)[0] - s.world->truth.pixels).squaredNorm() / double(x[0].size());
    if (s.denoiser) reading.error = s.denoiser->error(s.world->pictures->test, s.world->pictures->noisy);
    const double now = reading.energy.total();
    if (cause == Cause::Step && !(p.task == Task::Denoise) && now - s.reading->energy.total() > kRiseTolerance * (1 + std::abs(now)))
        ++s.rises;
    s.reading = std::make_shared<const Reading>(std::move(reading));
    s.x = std::make_shared<const HierarchyState>(std::move(x));
}

// One step of size 1 from the noisy picture, with the memories as they are now.
void showDenoised(const Params& p, State& s) {
    auto net = std::make_shared<Hierarchy>(*netOf(p, *s.world));
    auto& synapse = std::get<DenseSynapse>(net->synapses[0]);
    synapse.weights = s.denoiser->memories().transpose().cast<Real>();
    HierarchyState x = s.world->start;
    x[1] = synapse.weights * activations(*net, x)[0];
    x[0] = synapse.weights.transpose() * activations(*net, x)[1];
    s.net = std::move(net);
    arrive(p, s, std::move(x), Cause::Step);
}

void complete(const Params& p, State& s) {
    s.completed = s.world->isComposition() ? std::make_shared<const Vector>(completedByStored(p, s.world->stored, *s.cue)) : nullptr;
}

// Whether the network itself has changed, and not only how steps are made.
bool differ(const Params& a, const Params& b) {
    return a.layers != b.layers || a.lagrangians != b.lagrangians || a.beta != b.beta || a.tau != b.tau || a.feedback != b.feedback ||
           a.clamped != b.clamped || a.solo != b.solo;
}

// What the layers of before held, where they still have the same size.
HierarchyState carriedOver(const World& world, const HierarchyState& before) {
    HierarchyState x = world.start;
    for (std::size_t a = 0; a < std::min(x.size(), before.size()); ++a) {
        if (x[a].size() != before[a].size()) break;
        x[a] = before[a];
    }
    return x;
}

}  // namespace

State init(const Params& p, const Inputs& inputs) {
    State s;
    s.inputs = inputs;
    s.world = makeWorld(p, inputs);
    s.pixel = s.world->pixel;
    s.cue = std::make_shared<const Vector>(s.world->hasPictures() ? s.world->start[0] : Vector());
    s.net = netOf(p, *s.world);
    complete(p, s);
    if (p.task != Task::Denoise) {
        arrive(p, s, s.world->start, Cause::Change);
        return s;
    }
    s.denoiser = std::make_shared<const Denoiser>(
        DenoiserOptions{p.memories, p.batch, p.iterations, p.learningRate, p.sharpness, p.noise, inputs.seed}, s.world->pictures->train);
    showDenoised(p, s);
    return s;
}

void step(const Params& p, State& s) {
    if (settled(p, s)) return;
    if (s.denoiser) {
        auto next = std::make_shared<Denoiser>(*s.denoiser);
        next->train(s.world->pictures->train, kIterationsAStep);
        s.denoiser = std::move(next);
        showDenoised(p, s);
        return;
    }
    HierarchyState x = *s.x;
    engram::step(*s.net, p.integrator, p.dt, x);
    s.ranAway = std::any_of(x.begin(), x.end(), [](const Vector& v) { return !(v.cwiseAbs().maxCoeff() < kFarAway); });
    if (s.ranAway) return;
    s.time += p.dt;
    arrive(p, s, std::move(x), Cause::Step);
}

bool settled(const Params&, const State& s) {
    if (s.denoiser) return s.denoiser->finished();
    if (s.ranAway) return true;
    const HierarchyState rate = rates(*s.net, *s.x);
    return std::all_of(rate.begin(), rate.end(), [](const Vector& v) { return v.cwiseAbs().maxCoeff() < kAtRest; });
}

std::vector<double> measure(const Params&, const State& s) {
    const Reading& r = *s.reading;
    std::vector<double> values{r.energy.total()};
    const auto add = [&](const Vector& v, int count) {
        for (int a = 0; a < count; ++a) values.push_back(a < v.size() ? v[a] : kUndefined);
    };
    add(r.energy.layers, kMostLayers);
    add(r.energy.synapses, kMostLayers - 1);
    add(r.dissipation, kMostLayers);
    for (const double v : {r.slope, double(s.rises), r.error, s.denoiser ? s.denoiser->loss() : kUndefined, s.time}) values.push_back(v);
    return values;
}

void changed(const Params& before, const Params& now, State& s) {
    if (differ(before, now) || before.dt != now.dt || before.integrator != now.integrator) s.ranAway = false;  // it may be what mends it
    HierarchyState x = *s.x;
    if (before.layers != now.layers && now.task != Task::Denoise) {
        const Vector truth = s.world->truth.pixels;
        s.world = makeWorld(now, s.inputs);
        x = carriedOver(*s.world, x);
        if (s.world->truth.pixels != truth) {  // rules for more than parts make other pictures
            s.cue = std::make_shared<const Vector>(s.world->start[0]);
            x[0] = s.world->start[0];
            s.pixel = s.world->pixel;
        }
    }
    if (s.denoiser || !differ(before, now)) return;
    s.net = netOf(now, *s.world);
    if (before.layers != now.layers || before.beta != now.beta) complete(now, s);
    arrive(now, s, std::move(x), Cause::Change);
}

// The cue is painted, and with it the pixels as they are now; item 1, the state, chooses the pixel to look at.
void poke(const Params& p, State& s, const Poke& poke) {
    if (poke.panel != "recall" || !s.world->hasPictures() || s.denoiser) return;
    const World& world = *s.world;
    if (poke.item == 1) {
        const int column = std::clamp(int(poke.x), 0, world.width - 1), row = std::clamp(int(poke.y), 0, world.height - 1);
        s.pixel = row * world.width + column;
        return;
    }
    if (poke.item != 0) return;
    Vector cue = *s.cue;
    HierarchyState x = *s.x;
    for (int row = 0; row < world.height; ++row)
        for (int column = 0; column < world.width; ++column)
            if (std::hypot(column + 0.5 - poke.x, row + 0.5 - poke.y) <= poke.radius) {
                const Eigen::Index i = row * world.width + column;
                cue[i] = x[0][i] = poke.value * pixelTop(world);
            }
    s.cue = std::make_shared<const Vector>(std::move(cue));
    s.ranAway = false;
    complete(p, s);
    arrive(p, s, std::move(x), Cause::Change);
}

Vector drawnBy(const State& s, const HierarchyState& g, int layer) {
    if (!s.world->hasPictures()) return {};
    const Hierarchy& net = *s.net;
    Vector v = g[std::size_t(layer)];
    for (int a = layer; a > 0; --a) {
        const auto below = std::size_t(a - 1);
        v = downward(net.layers[below], net.layers[below + 1], net.synapses[below], v);
        if (const auto* conv = std::get_if<ConvSynapse>(&net.synapses[below]); conv && a > 1) v /= conv->filters.maxCoeff();
    }
    return v;
}

std::int64_t bytes(const State& s) {
    std::int64_t numbers = s.cue->size();
    for (const Vector& v : *s.x) numbers += v.size();
    return std::int64_t(sizeof(State)) + numbers * std::int64_t(sizeof(Real)) + (s.denoiser ? 2 * s.denoiser->bytes() : 0);
}

}  // namespace engram::hierarchical_memory
