#include "core/experiments/energy_transformer/params.h"

#include <cmath>

namespace engram::energy_transformer {

namespace {

void pictureGroup(Schema<Params>& s) {
    s.group("Picture");
    s.choice("mask_style", &Params::maskStyle, "Hidden patches",
             {{"scatter", "scattered", "Anywhere, each by itself."},
              {"block", "block", "One rectangle."},
              {"half", "lower half", "All below a line."},
              {"brush", "brush", "None to begin with: paint them."}})
        .help("Which patches are hidden. Paint on the picture to hide more, or to show some again.");
    s.real("mask", &Params::mask, "Share hidden").soft(0, 1).help("How much of the picture is hidden.");
    s.integer("picture", &Params::picture, "Picture").soft(1, kHeldOut).help("Which of the pictures that were held out is completed.");
    s.choice("data", &Params::data, "Data",
             {{"glyphs", "glyphs", "Digits and letters drawn by the program."},
              {"idx", "IDX file", "Images of a file given as data, plain or gzipped."},
              {"images", "folder", "Pictures in a folder given as data."}})
        .help("Where pictures come from.");
    s.integer("pictures", &Params::pictures, "Stored pictures")
        .soft(100, 60000)
        .hard(1, 60000)
        .log()
        .help("The training set, which the baselines look things up in. The 64 after it are held out.");
    s.integer("size", &Params::size, "Picture side").unit("px").soft(14, 56).hard(4, 256).help("Of pictures drawn or read from a folder.");
    s.choice("fit", &Params::fit, "Patches that do not fit",
             {{"pad", "pad", "The picture gets a black rim until patches divide it."}, {"refuse", "refuse", "Such a picture is refused."}})
        .help("What is done where patches do not divide the picture.");
}

void descentGroup(Schema<Params>& s) {
    s.group("Descent");
    s.integer("depth", &Params::depth, "Depth")
        .symbol("T")
        .soft(1, 48)
        .hard(1, 200)
        .live()
        .help("Steps of the descent; those of a training.");
    s.integer("past", &Params::past, "Steps past the depth")
        .soft(0, 194)
        .hard(0, 1000)
        .live()
        .help("How far a run goes on: energy falls on, quality does not.");
    s.real("alpha", &Params::alpha, "Step size").symbol("α").soft(1e-3, 10).hard(1e-6, 1e3).log().live().help("x moves by α along −dE/dg.");
    s.real("beta_scale", &Params::betaScale, "β of attention")
        .unit("/ √Y")
        .soft(0.05, 20)
        .hard(1e-3, 1e3)
        .log()
        .live()
        .help("Sharpness of the softmax over keys, as a factor of the usual 1/√Y.");
    s.boolean("self_attention", &Params::selfAttention, "Attention to itself")
        .live()
        .help("Whether a token may attend to itself. The paper excludes it; these weights were trained without.");
    s.choice("activation", &Params::activation, "Activation of memories",
             {{"relu", "ReLU", "What the weights were trained with: E = −½ Σ relu²."},
              {"cubic", "cubic", "E = −⅓ Σ relu³: memories speak up only where they fit well."},
              {"softmax", "softmax", "One memory at a time."}})
        .live()
        .help("Of the Hopfield network beside the attention.");
}

void modelGroup(Schema<Params>& s) {
    s.group("Model");
    s.choice(
         "weights", &Params::weights, "Weights",
         {{"shipped", "shipped", "Trained on drawn glyphs; come with the program, or are read from the file given as weights."},
          {"trained", "train now", "Learned while you watch, from the stored pictures."},
          {"drawn", "random", "As training begins."},
          {"opposed", "opposed keys", "Random, W_K = −W_Q and no memories: with long steps, or a γ for each channel, the energy rises."}})
        .help("Where the weights come from.");
    s.integer("tokens", &Params::tokens, "Patches")
        .soft(4, kMostTokens)
        .log()
        .help("Of a picture: a square number, 49 are 7 x 7. Fewer, larger ones train faster; many small ones are completed better.");
    s.integer("width", &Params::width, "Width").symbol("D").soft(16, 256).hard(2, 1024).log().help("Entries of a token.");
    s.integer("heads", &Params::heads, "Heads").symbol("H").soft(1, 12).hard(1, 32).help("Of the attention.");
    s.integer("head_width", &Params::headWidth, "Head width").symbol("Y").soft(4, 64).hard(1, 256).log().help("Entries of a key.");
    s.integer("memories", &Params::memories, "Memories").symbol("M").soft(16, 1024).hard(1, 8192).log().help("Of the Hopfield network.");
    s.integer("iterations", &Params::iterations, "Iterations").soft(500, 50000).hard(1, 1000000).log().help("Of the training, ten a step.");
    s.integer("batch", &Params::batch, "Batch").soft(8, 256).hard(1, 1024).log().help("Pictures an iteration.");
    s.real("learning_rate", &Params::learningRate, "Learning rate")
        .soft(1e-4, 1e-1)
        .hard(1e-8, 1e3)
        .log()
        .help("Of AdamW, falling along a cosine.");
}

void breakGroup(Schema<Params>& s) {
    s.group("Break it");
    s.boolean("vector_gamma", &Params::vectorGamma, "A γ for each channel")
        .live()
        .help("Ordinary layer normalisation: g is then no gradient, and the energy may rise.");
    s.boolean("key_term", &Params::keyTerm, "Second attention term")
        .live()
        .help("What a token does as a key. Ordinary attention leaves it out; the energy may then rise.");
    s.boolean("untied", &Params::untied, "Untied memories").live().help("Another matrix on the way back: there is no energy then.");
    s.boolean("backtracking", &Params::backtracking, "Backtracking").live().help("α is halved until the energy does not rise.");
}

void viewGroup(Schema<Params>& s) {
    s.group("Looking");
    s.integer("head", &Params::head, "Head shown").soft(1, 12).hard(1, 32).view().help("Whose attention the springs show.");
}

std::string refusal(const Params& p) {
    const int across = patchesAcross(p);
    if (across * across != p.tokens)
        return "tokens=" + std::to_string(p.tokens) + " is not a square: " + std::to_string(across * across) + " and " +
               std::to_string((across + 1) * (across + 1)) + " are";
    return {};
}

}  // namespace

int patchesAcross(const Params& p) {
    int across = int(std::sqrt(double(p.tokens)));
    while ((across + 1) * (across + 1) <= p.tokens) ++across;
    return across;
}

TransformerSizes sizesOf(const Params& p) { return {p.width, p.heads, p.headWidth, p.memories}; }

BlockRule ruleOf(const Params& p) {
    BlockRule rule;
    rule.tokens = p.tokens, rule.steps = p.depth, rule.alpha = float(p.alpha), rule.selfAttention = p.selfAttention;
    rule.beta = float(p.betaScale / std::sqrt(double(p.headWidth)));
    return rule;
}

Schema<Params> schema() {
    Schema<Params> s;
    pictureGroup(s);
    descentGroup(s);
    modelGroup(s);
    breakGroup(s);
    viewGroup(s);
    s.idle("mask", [](const Params& p) {
        return std::string(p.maskStyle == MaskStyle::Half ? "It is half" : p.maskStyle == MaskStyle::Brush ? "The brush decides" : "");
    });
    s.idle("size", [](const Params& p) { return std::string(p.data == Data::Idx ? "The file says how large its pictures are" : ""); });
    for (const char* id : {"tokens", "width", "heads", "head_width", "memories"})
        s.idle(id, [](const Params& p) { return std::string(p.weights == WeightSource::Shipped ? "The weights have their sizes" : ""); });
    for (const char* id : {"iterations", "batch", "learning_rate"})
        s.idle(id, [](const Params& p) { return std::string(p.weights == WeightSource::Trained ? "" : "Nothing is trained"); });
    s.refuse(refusal);
    return s;
}

}  // namespace engram::energy_transformer
