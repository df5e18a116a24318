#include "core/experiments/hierarchical_memory/params.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"

namespace engram::hierarchical_memory {

namespace {

constexpr std::int64_t kMostWeights = 4'000'000, kMostPixels = 200 * 200, kMostNeurons = 10'000'000;
constexpr double kSmallStep = 0.02;  // of the fastest time constant, for the classical integrator

void netGroup(Schema<Params>& s) {
    s.group("Layers");
    s.choice("task", &Params::task, "Task",
             {{"composition", "composition", "Pictures made of strokes by rules, none of them stored."},
              {"random", "random", "Dense layers with random weights: the theory, without pictures."},
              {"denoise", "denoise", "One hidden layer that learns to take noise away, live."}})
        .help("What the layers are about.");
    s.integer("layers", &Params::layers, "Layers")
        .soft(2, kMostLayers)
        .live()
        .help("Pixels, strokes, rules for parts, rules for parts of parts. A layer that is added while it runs begins silent.");
    s.choiceList("lagrangians", &Params::lagrangians, "Lagrangian", "layer", kMostLayers,
                 {{"identity", "identity", "g = x."},
                  {"tanh", "tanh", "g = tanh βx."},
                  {"sigmoid", "sigmoid", "g = 1 / (1 + exp(−βx))."},
                  {"relu", "ReLU", "g = max(x, 0); its energy has no floor of its own."},
                  {"softmax", "softmax", "One of the channels of each place wins: g = softmax(βx)."},
                  {"spherical", "spherical", "g = x / |x|."}})
        .live()
        .help("What makes activity of currents, for each layer: g is the slope of the Lagrangian. The last one holds for all that follow.");
    s.reals("beta", &Params::beta, "Sharpness", "layer", kMostLayers)
        .symbol("β")
        .soft(0.1, 50)
        .hard(1e-3, 1e4)
        .log()
        .live()
        .help("Of tanh, sigmoid and softmax.");
    s.reals("tau", &Params::tau, "Time constant", "layer", kMostLayers)
        .symbol("τ")
        .soft(0.01, 10)
        .hard(1e-6, 1e3)
        .log()
        .live()
        .help("A fader for each layer: how slowly it follows what drives it.");
    s.real("feedback", &Params::feedback, "Feedback gain")
        .soft(0, 2)
        .hard(0, 10)
        .live()
        .help(
            "Strength of the way down. At 1 it is the exact adjoint of the way up, which the energy needs; elsewhere symmetry is broken.");
}

void compositionGroup(Schema<Params>& s) {
    s.group("Composition");
    s.integer("channels", &Params::channels, "Strokes").soft(4, 64).hard(2, 256).log().help("Primitives: filters of the convolution.");
    s.integer("kernel", &Params::kernel, "Size of a stroke").unit("px").soft(3, 11).help("Side of the square that a filter sees.");
    s.integer("stride", &Params::stride, "Stride")
        .unit("px")
        .soft(1, 11)
        .help("From one place to the next. As wide as a stroke they tile the picture; less, and they overlap.");
    s.integer("rules", &Params::rules, "Rules")
        .soft(2, 128)
        .hard(2, 512)
        .log()
        .help("Which four things may stand together, the same everywhere. Any two differ in two places at least.");
    s.integer("parts", &Params::parts, "Parts on a side").soft(1, 4).hard(1, 8).help("A part is two by two strokes that one rule binds.");
    s.integer("picture", &Params::picture, "Picture")
        .soft(1, 100)
        .hard(1, 1000000)
        .help("Which composition is to be found again. The net with one hidden layer has stored the first few of them.");
    s.integer("ambiguous", &Params::ambiguous, "Ambiguous strokes")
        .soft(0, 16)
        .hard(0, 64)
        .help("Strokes that look a little more like a wrong one; at most one in each part.");
    s.real("noise", &Params::noise, "Noise")
        .soft(0, 1)
        .hard(0, 10)
        .help("Deviation on every pixel of the cue. Strokes, and pictures to denoise, have length 1.");
}

void randomGroup(Schema<Params>& s) {
    s.group("Random weights");
    s.integers("sizes", &Params::sizes, "Neurons", "layer", kMostLayers).soft(4, 256).hard(1, 4096).log().help("In each layer.");
    s.real("asymmetry", &Params::asymmetry, "Asymmetry")
        .symbol("ε")
        .soft(0, 1)
        .hard(0, 100)
        .help("Noise on the weights of the way down, in units of their own deviation. Without it they are those of the way up.");
}

void dynamicsGroup(Schema<Params>& s) {
    s.group("Dynamics");
    s.choice("integrator", &Params::integrator, "Integrator",
             {{"block", "block", "Every other layer relaxes exactly, then those between: never raises the energy."},
              {"rk4", "RK4", "The classical one: continuous time, if steps are small."},
              {"euler", "Euler", "All layers at once from the old state: long steps raise the energy."}})
        .live()
        .help("How a step is made.");
    s.real("dt", &Params::dt, "Step").unit("τ").soft(0.01, 2).hard(1e-4, 100).log().live().help("Time of a step.");
    s.integer("clamped", &Params::clamped, "Muted layer").soft(0, kMostLayers).live().help("Stands still whatever drives it; 0: none.");
    s.integer("solo", &Params::solo, "Solo layer").soft(0, kMostLayers).live().help("All others stand still; 0: none.");
}

void trainingGroup(Schema<Params>& s) {
    s.group("Training");
    s.integer("memories", &Params::memories, "Memories").soft(16, 900).hard(2, 2000).log().help("Hidden neurons of the denoising memory.");
    s.real("sharpness", &Params::sharpness, "Sharpness of recall")
        .symbol("β")
        .soft(1, 200)
        .hard(0.1, 1e4)
        .log()
        .help("Of the softmax over the memories.");
    s.integer("iterations", &Params::iterations, "Iterations").soft(100, 20000).hard(1, 1000000).log().help("Of the training, 10 a step.");
    s.integer("batch", &Params::batch, "Batch").soft(10, 500).hard(1, 2000).log().help("Pictures of an iteration.");
    s.real("learning_rate", &Params::learningRate, "Learning rate")
        .soft(1e-4, 1e-1)
        .hard(1e-7, 1e3)
        .log()
        .help("Of Adam, falling along a cosine.");
}

void lookingGroup(Schema<Params>& s) {
    s.group("Looking");
    s.integer("looked_at", &Params::lookedAt, "Neuron looked at")
        .soft(0, 1000)
        .hard(0, kMostNeurons)
        .view()
        .help(
            "Through all layers, the pixels first. Point at one in the theatre, and click to keep it. 0: the program picks a pixel; "
            "numbers beyond the last count as the last.");
}

std::string number(double v) { return shortest(v); }

std::string compositionRefusal(const Params& p) {
    if (p.stride > p.kernel)
        return "stride=" + number(p.stride) + " is longer than kernel=" + number(p.kernel) +
               ": pixels between strokes would be seen by none";
    if (p.kernel % p.stride != 0)
        return "kernel=" + number(p.kernel) + " is no multiple of stride=" + number(p.stride) + ": no place would see a whole stroke";
    const int above = 1 << std::max(0, p.layers - 3);
    if (p.parts % above != 0)
        return "layers=" + number(p.layers) + " needs parts=" + number(above) + " or a multiple of it, not parts=" + number(p.parts);
    if (p.rules > p.channels * p.channels * p.channels)
        return "rules=" + number(p.rules) + " are more than " + number(p.channels) + " strokes can tell apart: at most " +
               number(p.channels * p.channels * p.channels);
    if (std::int64_t(sideOf(p, 0)) * sideOf(p, 0) > kMostPixels)
        return "a picture of " + number(sideOf(p, 0)) + " pixels a side is too large; make parts, kernel or both smaller";
    const std::int64_t places = std::int64_t(sideOf(p, 1)) * sideOf(p, 1);
    if (places * p.channels * p.kernel * p.kernel > 10 * kMostWeights)
        return "channels=" + number(p.channels) + " at " + number(double(places)) +
               " places are too many; make the stride longer or the parts fewer";
    return {};
}

std::string refusal(const Params& p) {
    for (const auto& [id, layer] : {std::pair{"clamped", p.clamped}, {"solo", p.solo}})
        if (layer > layerCount(p)) return std::string(id) + "=" + number(layer) + " is no layer; there are " + number(layerCount(p));
    if (p.task == Task::Random && weightCount(p) > kMostWeights)
        return "sizes of " + number(double(weightCount(p))) + " weights are too many; at most " + number(double(kMostWeights));
    return p.task == Task::Composition ? compositionRefusal(p) : std::string();
}

void idleWhen(Schema<Params>& s, std::initializer_list<const char*> ids, Task task, const char* reason) {
    for (const char* id : ids) s.idle(id, [task, reason](const Params& p) { return std::string(p.task == task ? "" : reason); });
}

}  // namespace

int layerCount(const Params& p) { return p.task == Task::Denoise ? 2 : p.layers; }

Lagrangian lawOf(const Params& p, int a) {
    if (p.task == Task::Denoise) return a == 0 ? Lagrangian(Spherical{}) : Lagrangian(Softmax{p.sharpness});
    const double beta = entryAt(p.beta, a);
    switch (entryAt(p.lagrangians, a)) {
        case Law::Identity:
            return Identity{};
        case Law::Tanh:
            return LogCosh{beta};
        case Law::Sigmoid:
            return Sigmoid{beta};
        case Law::Relu:
            return Power{2, true};
        case Law::Softmax:
            return Softmax{beta};
        case Law::Spherical:
            return Spherical{};
    }
    return Identity{};
}

bool holds(const Params& p, int a) { return p.clamped == a + 1 || (p.solo > 0 && p.solo != a + 1); }

bool symmetric(const Params& p) { return p.feedback == 1 && (p.asymmetry == 0 || p.task != Task::Random); }

bool neverRises(const Params& p) {
    if (!symmetric(p) || p.task == Task::Denoise) return false;  // a memory that learns has another energy at every step
    if (p.integrator == Integrator::Block) return true;
    double fastest = entryAt(p.tau, 0);
    for (int a = 1; a < layerCount(p); ++a) fastest = std::min(fastest, entryAt(p.tau, a));
    return p.integrator == Integrator::Rk4 && p.dt <= kSmallStep * fastest;
}

std::int64_t weightCount(const Params& p) {
    std::int64_t count = 0;
    for (int a = 0; a + 1 < layerCount(p); ++a) switch (p.task) {
            case Task::Composition:
                count +=
                    a == 0 ? std::int64_t(p.channels) * p.kernel * p.kernel : std::int64_t(p.rules) * 4 * (a == 1 ? p.channels : p.rules);
                break;
            case Task::Random:
                count += std::int64_t(entryAt(p.sizes, a)) * entryAt(p.sizes, a + 1);
                break;
            case Task::Denoise:
                break;
        }
    return count;
}

int sideOf(const Params& p, int a) {
    const int strokes = 2 * p.parts;
    if (a == 0) return strokes * p.kernel;
    if (a == 1) return (strokes - 1) * (p.kernel / p.stride) + 1;
    return p.parts >> (a - 2);
}

Schema<Params> schema() {
    Schema<Params> s;
    netGroup(s);
    compositionGroup(s);
    dynamicsGroup(s);
    randomGroup(s);
    trainingGroup(s);
    lookingGroup(s);
    for (const char* id : {"lagrangians", "beta", "tau", "sizes"}) s.entries(id, layerCount);
    idleWhen(s, {"channels", "kernel", "stride", "rules", "parts", "ambiguous"}, Task::Composition,
             "Set task=composition for pictures made of strokes");
    idleWhen(s, {"sizes", "asymmetry"}, Task::Random, "Set task=random for dense layers of any size");
    idleWhen(s, {"memories", "sharpness", "iterations", "batch", "learning_rate"}, Task::Denoise,
             "Set task=denoise for a memory that learns");
    for (const char* id : {"layers", "lagrangians", "beta"})
        s.idle(id, [](const Params& p) {
            return std::string(p.task == Task::Denoise ? "The trained memory has spherical pixels and a softmax over its memories" : "");
        });
    for (const char* id : {"integrator", "dt"})
        s.idle(id,
               [](const Params& p) { return std::string(p.task == Task::Denoise ? "The trained memory makes one step of size 1" : ""); });
    s.idle("picture", [](const Params& p) { return std::string(p.task == Task::Random ? "Random layers have no pictures" : ""); });
    s.idle("looked_at", [](const Params& p) {
        return std::string(p.task == Task::Denoise ? "The trained memory makes one step at a time, from all pixels at once" : "");
    });
    s.idle("noise", [](const Params& p) { return std::string(p.task == Task::Random ? "Random layers start anywhere" : ""); });
    s.refuse(refusal);
    return s;
}

}  // namespace engram::hierarchical_memory
