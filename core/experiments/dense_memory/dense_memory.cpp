#include "core/experiments/dense_memory/dense_memory.h"

#include "core/base/asset.h"
#include "core/experiments/dense_memory/draw.h"
#include "core/experiments/dense_memory/state.h"

namespace engram {

namespace {

using namespace dense_memory;

// In the order of MeasureIndex.
std::vector<Measure> measures() {
    return {
        {"energy", "Energy", "", "The sum of the three terms; with a guarantee it never rises."},
        {"energy_feature", "Energy of the features", "", "(v − I)·g − L_v."},
        {"energy_hidden", "Energy of the hidden neurons", "", "h·f − L_h."},
        {"energy_synapse", "Energy of the synapses", "", "−f·ξg."},
        {"dissipation", "Dissipation", "", "−dE/dt, computed from both layers."},
        {"overlap", "Overlap", "", "Cosine of the state with the cue's own memory; 1 is exact."},
        {"recalled", "Recalled", "", "Share of cues whose nearest memory is their own, with an overlap above 0.95."},
        {"active_memories", "Active memories", "", "exp of the entropy of the hidden activity: how many memories take part."},
        {"time", "Time", "τ", "Time since the cue; sweeps for neurons that update one after another."},
        {"nearest", "Nearest memory", "", "Number of the memory nearest to the state of the first cue, counted from 1."},
    };
}

std::vector<PanelInfo> panels() {
    return {
        {"surface", "Energy surface", true, {}},
        {"recall", "Recall", false, {}},
        {"hidden", "Hidden neurons", false, {}},
        {"energy", "Energy", false, {}},
        {"power", "dE/dt, predicted and measured", false, {}},
        {"gap", "Full against reduced", false, {}},
        {"sphere",
         "Sphere",
         true,
         {"model=C", "patterns=points", "dimension=3", "count=7", "order=10", "corruption_kind=noise", "corruption=0.9"}},
        {"plane", "Basins", true, {"patterns=points", "count=7", "beta=20", "corruption_kind=noise", "corruption=0.6"}},
        {"capacity", "Capacity", true, {}},
    };
}

std::vector<Example> examples() {
    return {
        {"half_an_8", "Half an 8", "Half of the pixels are hidden; twelve memories compete and one wins.", "surface", {}},
        {"crowded",
         "A crowded memory",
         "Thirty-six glyphs, too warm to choose: the state settles between several of them.",
         "surface",
         {"count=36", "beta=9", "corruption=0.6"}},
        {"dense_a",
         "Model A",
         "Steep neurons and a separation of order ten hold what the classical network cannot.",
         "surface",
         {"model=A", "order=10", "corruption_kind=flip", "corruption=0.2"}},
        {"classical_fails",
         "The classical network fails",
         "The same twelve glyphs with linear hidden neurons: memories that look alike run together.",
         "surface",
         {"model=hopfield", "corruption=0.3"}},
        {"euler",
         "Euler goes wrong",
         "Both layers at once, with steps longer than the time constant: the energy rises, and every such step is marked.",
         "energy",
         {"integrator=euler", "dt=1.5"}},
        {"plane_points",
         "Points in the plane",
         "Seven memories to drag; four thousand particles show who owns what.",
         "plane",
         {"patterns=points", "count=7", "beta=20", "corruption_kind=noise", "corruption=0.6"}},
        {"capacity_lab",
         "Capacity",
         "How many random patterns fit: orders 2, 3, 4 and the exponential against theory, measured while you watch.",
         "capacity",
         {}},
        {"sphere_points",
         "On the sphere",
         "Model C lives on a sphere; with a high order its basins become cells.",
         "sphere",
         {"model=C", "patterns=points", "dimension=3", "count=7", "order=10", "corruption_kind=noise", "corruption=0.9"}},
        {"hopfield_1982",
         "1982",
         "Binary neurons, no diagonal, one after another: two digits, a fifth of the pixels flipped.",
         "recall",
         {"model=hopfield", "neurons=sign", "diagonal=off", "scaling=sign", "count=2", "corruption_kind=flip", "corruption=0.2"}},
        {"integrate_out",
         "Hidden neurons drop out",
         "The faster the hidden neurons, the nearer the full path to the reduced one: a line of slope 1.",
         "gap",
         {"tau_h=0.1", "dt=0.02"}},
    };
}

}  // namespace

Experiment denseMemory() {
    Defined<Params, State> d;
    d.about.id = "dense_memory";
    d.about.title = "Dense memory";
    d.about.paper = "Krotov & Hopfield, Large Associative Memory Problem in Neurobiology and Machine Learning, ICLR 2021";
    d.about.summary = "Feature and hidden neurons, two-body synapses, one energy: models A, B, C and the networks of 1984 and 1982.";
    d.about.measures = measures();
    d.about.panels = panels();
    d.about.examples = examples();
    d.about.reads = {"data", "labels"};
    d.about.lesson = std::string(asset("core/experiments/dense_memory/lesson.md"));
    d.schema = schema();
    d.neverRises = [](const Params& p) { return std::string(neverRises(p) ? "energy" : ""); };
    d.init = init;
    d.step = dense_memory::step;
    d.measure = measure;
    d.draw = draw;
    d.settled = settled;
    d.look = look;
    d.keepViews = keepViews;
    d.poke = poke;
    d.changed = changed;
    d.bytes = bytes;
    return d.experiment();
}

}  // namespace engram
