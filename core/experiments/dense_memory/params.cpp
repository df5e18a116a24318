#include "core/experiments/dense_memory/params.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"

namespace engram::dense_memory {

namespace {

constexpr double kMostExponent = 600;      // exp(600) still leaves room for sums within a double
constexpr double kMostEntries = 5e7;       // numbers held for memories or cues

// The largest overlap |h| a state can have with a memory: what an exponential has to bear.
double largestOverlap(const Params& p, double features) {
    const bool onSphere = p.model == Model::C;
    if (p.patterns != Source::Points && p.scaling == Scaling::CentredUnit) return onSphere ? 1 : std::sqrt(features);
    if (p.patterns == Source::Points) return onSphere ? 2 : 2 * features;
    return onSphere ? std::sqrt(features) : features;
}

std::string tooSteep(const Params& p, double features) {
    if (!(p.model == Model::A || p.model == Model::C) || p.separation != Separation::Exp) return {};
    const double overlap = largestOverlap(p, features);
    if (p.beta * overlap <= kMostExponent) return {};
    return "exp(beta h) overflows: overlaps reach " + significant(overlap, 3) + " with these patterns and this scaling; take beta below " +
           significant(kMostExponent / overlap, 3) + ", or scaling=centred_unit";
}

std::string tooLongStep(const Params& p) {
    if (p.integrator == Integrator::Block || asynchronous(p)) return {};
    const double decay = p.model == Model::C ? std::max(p.alpha, 1e-9) : 1;
    const double fastest = std::min(p.tauF / decay, p.tauH);
    const double limit = p.integrator == Integrator::Euler ? 2 : 2.7;
    if (p.dt <= limit * fastest) return {};
    return std::string(p.integrator == Integrator::Euler ? "integrator=euler" : "integrator=rk4") +
           " is unbounded at dt=" + shortest(p.dt) + ": every step longer than " + shortest(limit) +
           " of the shortest time constant makes the state grow without end; take dt below " + significant(limit * fastest, 3) +
           ", or integrator=block";
}

std::string tooLarge(const Params& p, double features) {
    if (p.count * features > kMostEntries)
        return "count=" + std::to_string(p.count) + " patterns of " + significant(features, 6) +
               " entries are more than fit; take fewer or smaller ones";
    if (p.cues * std::max<double>(features, p.count) > kMostEntries / 2)
        return "cues=" + std::to_string(p.cues) + " are more than fit in memory at this size; take fewer";
    return {};
}

void memoryGroup(Schema<Params>& s) {
    s.group("Memory");
    s.choice("model", &Params::model, "Model",
             {{"A", "A", "Steep features, power hidden neurons: the dense associative memory."},
              {"B", "B", "Linear features, softmax hidden neurons: the modern Hopfield network; one step is attention."},
              {"C", "C", "Features on a sphere, power or exponential hidden neurons."},
              {"hopfield", "1984",
               "Steep features, linear hidden neurons: the classical network; with sign neurons and no diagonal, that of 1982."}})
        .help("Which Lagrangians the two layers have.");
    s.real("beta", &Params::beta, "Inverse temperature").symbol("β").soft(0.1, 100).hard(1e-3, 1e4).log().live()
        .help("Sharpness of the softmax, or of the exponential, over memories. Small: all memories mix. Large: one wins.");
    s.integer("count", &Params::count, "Memories").symbol("K").soft(1, 100).hard(1, 60000).help("How many patterns are stored.");
    s.integer("order", &Params::order, "Order")
        .symbol("n")
        .soft(2, 10)
        .help("The power of the separation function. Higher orders hold more patterns.");
    s.choice("separation", &Params::separation, "Separation", {
        {"rectified", "rectified", "max(h, 0)^n / n: convex for every order."},
        {"plain", "plain", "h^n / n. Odd orders are not convex: the energy may rise. A bad example."},
        {"exp", "exponential", "exp(beta h) / beta."}})
        .help("How a hidden neuron turns its overlap into activity.");
    s.real("slope", &Params::slope, "Slope of the features").soft(0.1, 50).hard(1e-3, 1e4).log().live().help("g = tanh(slope v).");
    s.choice("neurons", &Params::neurons, "Neurons", {
        {"smooth", "smooth", "tanh of finite slope."}, {"sign", "sign", "Binary: the limit of infinite slope."}})
        .help("Feature neurons of models A and 1984.");
    s.boolean("diagonal", &Params::diagonal, "Self-connections")
        .help(
            "Off removes the diagonal of the synapses between features. With sign neurons these then update one after another, as in "
            "1982.");
    s.real("alpha", &Params::alpha, "Decay")
        .symbol("α")
        .soft(0, 2)
        .live()
        .help(
            "Decay of the features of model C. Any value gives the same path on the sphere once the hidden neurons follow; 0 lets the "
            "length grow.");
    s.real("asymmetry", &Params::asymmetry, "Asymmetry").symbol("ε").soft(0, 1).hard(0, 10).live()
        .help("Noise added to the feedback synapses only. Broken symmetry voids the guarantee: rising steps are marked.");
    s.choice("patterns", &Params::patterns, "Patterns",
             {{"glyphs", "glyphs", "Digits and letters drawn by the program."},
              {"idx", "IDX file", "Images of a file given as data, plain or gzipped."},
              {"images", "folder", "A folder of pictures given as data."},
              {"points", "points", "Points that can be dragged."}})
        .help("What is stored.");
    s.choice("scaling", &Params::scaling, "Scaling", {
        {"centred_unit", "centred, unit", "Each pattern's own mean removed, unit length."},
        {"sign", "sign", "−1 and 1 about the pattern's mean."}, {"raw", "raw", "Pixels as they are."}})
        .help("How pictures become memories.");
    s.integer("size", &Params::size, "Picture side").unit("px").soft(8, 64).hard(1, 256).help("Side of drawn and folder pictures.");
    s.integer("dimension", &Params::dimension, "Dimension")
        .soft(2, 3)
        .help("Two: a plane to drag points in. Three: the sphere of model C.");
}

void cueGroup(Schema<Params>& s) {
    s.group("Cue");
    s.choice("corruption_kind", &Params::corruptionKind, "Corruption kind", {
        {"flip", "flip", "Entries change sign."}, {"mask", "mask", "Entries become 0."}, {"noise", "noise", "Gaussian noise is added."}})
        .help("What is done to a memory to make a cue of it. Every entry is drawn independently.");
    s.real("corruption", &Params::corruption, "Corruption").soft(0, 1)
        .help("The chance that an entry is flipped or masked; for noise its size against the pattern's own.");
    s.integer("cues", &Params::cues, "Cues")
        .symbol("Q")
        .soft(1, 200)
        .hard(1, 60000)
        .help("How many cues run as one batch, one for each memory in turn.");
    s.real("input", &Params::input, "Input")
        .symbol("I")
        .soft(0, 2)
        .hard(-10, 10)
        .live()
        .help("A constant input: this much of the cue, at all times.");
    s.boolean("clamp", &Params::clamp, "Hold known entries").live().help("Entries that the corruption left alone do not move.");
}

void timeGroup(Schema<Params>& s) {
    s.group("Time");
    s.real("tau_f", &Params::tauF, "Feature time constant")
        .symbol("τ_f")
        .soft(0.01, 10)
        .hard(1e-3, 1e3)
        .log()
        .live()
        .help("How slowly the feature neurons follow.");
    s.real("tau_h", &Params::tauH, "Hidden time constant").symbol("τ_h").soft(1e-3, 10).hard(1e-6, 1e3).log().live()
        .help("How slowly the hidden neurons follow. Towards 0 they drop out: see the gap.");
    s.real("dt", &Params::dt, "Step")
        .symbol("dt")
        .unit("τ")
        .soft(0.01, 10)
        .hard(1e-4, 1e3)
        .log()
        .live()
        .help("Time step, in units of τ_f = 1.");
    s.choice("integrator", &Params::integrator, "Integrator", {
        {"block", "block exponential Euler", "Layer after layer, each solved exactly: never raises the energy."},
        {"rk4", "Runge–Kutta 4", "The reference for continuous time; needs small steps."},
        {"euler", "simultaneous Euler", "Both layers at once from the old state. A bad example: at large steps the energy rises."}})
        .live().help("How a step is made.");
}

void viewGroup(Schema<Params>& s) {
    s.group("View");
    const auto plane = [&](const char* id, int Params::*member, const char* label) {
        s.integer(id, member, label)
            .soft(1, 60000)
            .view()
            .help("Number of a memory that the plane goes through. Numbers beyond the last count as the last.");
    };
    plane("plane_1", &Params::plane1, "Plane through memory");
    plane("plane_2", &Params::plane2, "and memory");
    plane("plane_3", &Params::plane3, "and memory ");
    s.integer("shown", &Params::shown, "Cue shown")
        .soft(1, 60000)
        .view()
        .help("Which cue of the batch the pictures show. Numbers beyond the last count as the last.");
}

void idleReasons(Schema<Params>& s) {
    using P = const Params&;
    const auto when = [&](const char* id, bool (*idle)(P), const char* why) {
        s.idle(id, [idle, why](P p) { return idle(p) ? std::string(why) : std::string(); });
    };
    when("beta", [](P p) { return !usesBeta(p); }, "Only model B and the exponential have a temperature");
    s.idle("order", [](P p) -> std::string {
        if (p.model == Model::B || p.model == Model::Hopfield) return "Only models A and C have an order";
        return p.separation == Separation::Exp ? "The exponential has no order" : "";
    });
    when("separation", [](P p) { return p.model == Model::B || p.model == Model::Hopfield; }, "Only models A and C have a choice");
    s.idle("slope", [](P p) -> std::string {
        if (p.model == Model::B || p.model == Model::C) return "Only models A and 1984 have steep features";
        return p.neurons == Neurons::Sign ? "Sign neurons are infinitely steep" : "";
    });
    when("neurons", [](P p) { return p.model == Model::B || p.model == Model::C; }, "Only models A and 1984 have a choice");
    when(
        "diagonal", [](P p) { return p.model == Model::B || p.model == Model::C || (p.model == Model::A && p.neurons == Neurons::Smooth); },
        "Only model 1984, and A with sign neurons, have self-connections to remove");
    when("alpha", [](P p) { return p.model != Model::C; }, "Only model C leaves the decay open");
    when("asymmetry", asynchronous, "One neuron after another uses the energy itself");
    when("scaling", [](P p) { return p.patterns == Source::Points; }, "Points are stored as they are");
    when("size", [](P p) { return p.patterns == Source::Points || p.patterns == Source::Idx; }, "These patterns have a size of their own");
    when("dimension", [](P p) { return p.patterns != Source::Points; }, "Only points have a dimension to choose");
    when("clamp", [](P p) { return p.corruptionKind == Corruption::Noise; }, "Noise leaves no entry known");
    for (const char* id : {"tau_f", "tau_h", "dt", "integrator"}) when(id, asynchronous, "One step is one sweep over all neurons");
    for (const char* id : {"plane_1", "plane_2", "plane_3"})
        when(id, [](P p) { return p.patterns == Source::Points && p.dimension == 2; }, "Points in two dimensions lie in one plane");
    when("shown", [](P p) { return p.cues == 1; }, "There is one cue");
}

}  // namespace

bool hasOrder(const Params& p) { return (p.model == Model::A || p.model == Model::C) && p.separation != Separation::Exp; }

bool hasSlope(const Params& p) { return (p.model == Model::A || p.model == Model::Hopfield) && p.neurons == Neurons::Smooth; }

bool usesBeta(const Params& p) {
    return p.model == Model::B || ((p.model == Model::A || p.model == Model::C) && p.separation == Separation::Exp);
}

bool asynchronous(const Params& p) {
    return (p.model == Model::A || p.model == Model::Hopfield) && p.neurons == Neurons::Sign && !p.diagonal;
}

bool neverRises(const Params& p) {
    if (asynchronous(p)) return true;
    const bool convexHidden = !hasOrder(p) || p.separation == Separation::Rectified || p.order % 2 == 0;
    const bool noSelfConnection = p.model != Model::Hopfield || p.diagonal;
    // Holding some entries of a state on the sphere still moves their activations, so the proof does not cover it.
    const bool fixedWhereHeld = p.model != Model::C || !p.clamp;
    return p.integrator == Integrator::Block && p.asymmetry == 0 && convexHidden && noSelfConnection && fixedWhereHeld;
}

std::string refusal(const Params& p, Eigen::Index features) {
    const double n = double(features);
    for (std::string why : {tooLarge(p, n), tooSteep(p, n), tooLongStep(p)})
        if (!why.empty()) return why;
    return {};
}

Schema<Params> schema() {
    Schema<Params> s;
    memoryGroup(s);
    cueGroup(s);
    timeGroup(s);
    viewGroup(s);
    idleReasons(s);
    s.refuse([](const Params& p) {
        // The size of pictures in a file is known only when it is read; start() asks again then.
        const int features = p.patterns == Source::Points ? p.dimension : p.patterns == Source::Idx ? 1 : p.size * p.size;
        return refusal(p, features);
    });
    return s;
}

}  // namespace engram::dense_memory
