#include "core/experiments/energy_transformer/energy_transformer.h"

#include "core/base/asset.h"
#include "core/experiments/energy_transformer/draw.h"

namespace engram {

namespace {

using namespace energy_transformer;

// In the order of measure().
std::vector<Measure> measures() {
    return {
        {"energy", "Energy", "", "Of attention and memories, in all."},
        {"energy_attention", "Energy of attention", "", "−(1/β) Σ log Σ exp(β K·Q) over heads and queries."},
        {"energy_memory", "Energy of memories", "", "Of the Hopfield network: −½ Σ relu(ξ·g)², or of the activation chosen."},
        {"rises", "Rises", "", "Steps in which the energy rose. Theory: none for small steps of an unbroken model."},
        {"psnr", "Quality", "dB", "PSNR of the hidden pixels, 99 where they are exact; none while nothing is hidden."},
        {"psnr_mean_fill", "Mean picture", "dB", "PSNR where hidden pixels are those of the mean stored picture."},
        {"psnr_nearest", "Nearest stored", "dB", "PSNR where they are those of the stored picture nearest in what is visible."},
        {"psnr_one_step", "One-step memory", "dB", "PSNR of one step of a dense memory of all stored pictures, its β chosen on them."},
        {"mse_masked", "Error", "", "Mean square error of the hidden pixels."},
        {"loss", "Loss", "", "Of the training, mean square error of what it hides; none where nothing is trained."},
    };
}

std::vector<PanelInfo> panels() {
    const std::vector<std::string> trains = {"weights=trained", "tokens=49", "iterations=40", "batch=16", "pictures=400"};
    return {{"completion", "Completion", true, {}},
            {"energy", "Energy", false, {}},
            {"quality", "Quality", false, {}},
            {"rivals", "Without an energy", false, {}},
            {"tokens", "Tokens", true, {}},
            {"shares", "Where is the energy?", true, {}},
            {"past", "Past the trained depth", true, {"past=194"}},
            {"memories", "Memories", true, {}},
            {"training", "Training", true, trains}};
}

std::vector<Example> examples() {
    return {
        {"completes", "Half of it is hidden", "Six steps down the energy fill it in. Paint to hide more.", "completion", {}},
        {"tokens", "Tokens on springs", "Patches pull at each other: the springs of one head, and both forces.", "tokens", {"head=2"}},
        {"where", "Where is the energy?", "Shares of each patch, and what each force alone would draw.", "shares", {"mask_style=half"}},
        {"past", "Energy is not quality", "Past the trained depth the energy falls on, and the quality does not.", "past", {"past=194"}},
        {"broken",
         "Break it",
         "A scale for each channel, as in ordinary layer normalisation: the energy rises.",
         "energy",
         {"weights=opposed", "vector_gamma=true", "past=60", "alpha=0.1"}},
        {"trains",
         "Train it yourself",
         "From random weights, live, on glyphs or on files of yours.",
         "training",
         {"weights=trained", "tokens=49", "width=96", "heads=8", "memories=512"}},
    };
}

// With backtracking by construction, broken or not. Without it finite steps can rise, with attention.
std::string neverRises(const Params& p) { return p.backtracking && p.weights != WeightSource::Trained ? "energy" : ""; }

}  // namespace

Experiment energyTransformer() {
    Defined<Params, State> d;
    d.about.id = "energy_transformer";
    d.about.title = "Energy Transformer";
    d.about.paper = "Hoover, Liang, Pham, Panda, Strobelt, Chau, Zaki & Krotov, Energy Transformer, NeurIPS 2023";
    d.about.summary = "Patches of a picture descend one energy of attention and memories until what is hidden is filled in.";
    d.about.measures = measures();
    d.about.panels = panels();
    d.about.examples = examples();
    d.about.reads = {"data", "weights"};
    d.about.lesson = std::string(asset("core/experiments/energy_transformer/lesson.md"));
    d.schema = schema();
    d.neverRises = neverRises;
    d.init = init;
    d.step = energy_transformer::step;
    d.measure = measure;
    d.draw = energy_transformer::draw;
    d.settled = settled;
    d.look = energy_transformer::look;
    d.keepViews = keepViews;
    d.poke = poke;
    d.changed = changed;
    d.learned = learned;
    d.bytes = bytes;
    return d.experiment();
}

}  // namespace engram
