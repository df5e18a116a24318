#include "core/experiments/hierarchical_memory/hierarchical_memory.h"

#include "core/base/asset.h"
#include "core/experiments/hierarchical_memory/draw.h"

namespace engram {

namespace {

using namespace hierarchical_memory;

// In the order of MeasureIndex.
std::vector<Measure> measures() {
    std::vector<Measure> all{{"energy", "Energy", "", "The sum of all parts; with a guarantee it never rises."}};
    for (int a = 1; a <= kMostLayers; ++a) {
        const std::string n = std::to_string(a);
        all.push_back({"energy_layer_" + n, "Energy of layer " + n, "", "x·g − L; none where there is no such layer."});
    }
    for (int a = 1; a < kMostLayers; ++a) {
        const std::string n = std::to_string(a);
        all.push_back({"energy_synapse_" + n, "Energy of synapse " + n, "",
                       "−g·ξg between layer " + n + " and the next; none where there is no such layer."});
    }
    for (int a = 1; a <= kMostLayers; ++a) {
        const std::string n = std::to_string(a);
        all.push_back({"dissipation_" + n, "Dissipation of layer " + n, "",
                       "τ x′·Hx′ with x′ = dx/dt; with symmetric feedback all together are −dE/dt."});
    }
    all.push_back({"slope", "dE/dt", "", "Measured along the flow, by central difference."});
    all.push_back({"rises", "Rises", "", "Steps in which the energy rose."});
    all.push_back(
        {"mse", "Mean square error", "", "Of the pixels against what was spoilt; of the test pictures where a memory is trained."});
    all.push_back({"loss", "Loss", "", "Of the training, over the last iterations; none without one."});
    all.push_back({"time", "Time", "τ", "Since the start."});
    return all;
}

std::vector<PanelInfo> panels() {
    const std::vector<std::string> learns = {"task=denoise", "memories=225", "noise=0.1", "iterations=400"};
    return {{"theatre", "Assembly theatre", true, {}},
            {"recall", "Recall", false, {}},
            {"drives", "Drives", false, {}},
            {"energy", "Energy", false, {}},
            {"mixer", "Time-scale mixer", false, {}},
            {"rate", "dE/dt", false, {}},
            {"composition", "Composition", true, {}},
            {"training", "Training", false, learns},
            {"memories", "Memories learned", true, learns}};
}

std::vector<Example> examples() {
    return {
        {"assemblies",
         "An assembly forms",
         "Strokes are seen, rules bind them, and what was ambiguous is resolved from above.",
         "theatre",
         {}},
        {"composition",
         "A million pictures, none stored",
         "Sixteen strokes and thirty-two rules, beside a net with one hidden layer and as many weights.",
         "composition",
         {}},
        {"four_layers",
         "Four layers",
         "Rules for parts of parts: a picture of sixty-four strokes is found again by one neuron at the top.",
         "theatre",
         {"layers=4", "parts=4", "kernel=5", "stride=5", "noise=0.4", "ambiguous=8"}},
        {"broken",
         "Feedback at a third",
         "Below the true gain symmetry is broken: what is ambiguous stays wrong.",
         "theatre",
         {"feedback=0.3", "clamped=1"}},
        {"theory",
         "Random layers",
         "Dense layers of 12, 20 and 15 neurons with random weights: the meters add up to dE/dt.",
         "theatre",
         {"task=random", "lagrangians=tanh/tanh/softmax", "beta=1/1/3", "tau=1/0.3/3"}},
        {"euler",
         "All layers at once",
         "Euler with steps as long as the time constants: the energy goes up and down.",
         "theatre",
         {"task=random", "lagrangians=tanh/tanh/softmax", "beta=1/1/3", "tau=1", "integrator=euler", "dt=1"}},
        {"denoise",
         "A memory that learns",
         "Memories are learned, live, such that one step down the energy takes noise away.",
         "memories",
         {"task=denoise", "memories=225", "noise=0.1"}},
    };
}

}  // namespace

Experiment hierarchicalMemory() {
    Defined<Params, State> d;
    d.about.id = "hierarchical_memory";
    d.about.title = "Hierarchical memory";
    d.about.paper = "Krotov, Hierarchical Associative Memory, 2021";
    d.about.summary = "Layers of neurons with one energy: strokes and rules make more memories than could be stored.";
    d.about.measures = measures();
    d.about.panels = panels();
    d.about.examples = examples();
    d.about.reads = {"data"};
    d.about.lesson = std::string(asset("core/experiments/hierarchical_memory/lesson.md"));
    d.schema = schema();
    d.neverRises = [](const Params& p) { return std::string(neverRises(p) ? "energy" : ""); };
    d.init = init;
    d.step = hierarchical_memory::step;
    d.measure = measure;
    d.draw = hierarchical_memory::draw;
    d.settled = settled;
    d.look = [](const Params& p, State& s, const std::set<std::string>& wanted) {
        return wanted.count("composition") && lookAtCount(p, s);
    };
    d.keepViews = [](const State& from, State& to) {
        if (from.count && from.count->world == to.world && from.count->net == to.net) to.count = from.count;
    };
    d.poke = poke;
    d.changed = changed;
    d.bytes = bytes;
    return d.experiment();
}

}  // namespace engram
