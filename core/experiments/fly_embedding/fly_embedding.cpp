#include "core/experiments/fly_embedding/fly_embedding.h"

#include "core/base/asset.h"
#include "core/experiments/fly_embedding/draw.h"

namespace engram {

namespace {

using namespace fly_embedding;

// In the order of measure().
std::vector<Measure> measures() {
    return {
        {"energy", "Energy", "",
         "Eq. (1), mean over the windows of the last minibatch, 1/p relative to a word of mean frequency. No Lyapunov function."},
        {"cells_used", "Cells used", "", "Kenyon cells that won a window in the last epoch."},
        {"mean_norm", "Mean norm", "", "Of the weights of a cell. The rule leads it to 1."},
        {"similarity_within", "Similarity within topics", "",
         "Mean share of cells that agree, words of one topic; none where text has no topics."},
        {"similarity_between", "Similarity between topics", "", "The same, words of different topics."},
        {"purity", "Purity", "", "Share of the five nearest words that are of the same topic; none where text has no topics."},
        {"spearman", "Spearman", "",
         "Rank correlation of code similarity with the ratings of a file of pairs; without one, with the topics of generated text."},
        {"pairs", "Pairs known", "", "Of that file, those of which the vocabulary has both words."},
        {"spearman_ppmi", "Spearman of PPMI-SVD", "", "The rival's, from the same text and on the same pairs."},
        {"spearman_ppmi_codes", "Spearman of its codes", "", "PPMI-SVD expanded at random to K cells of which the k largest are on."},
        {"windows_per_s", "Windows a second", "1/s", "Of the whole training, by the clock, once it is finished; none before."},
    };
}

std::vector<PanelInfo> panels() {
    PanelInfo calyx{"calyx", "Kenyon calyx", true, {}};
    calyx.beside = "drives", calyx.slider = "sweep";
    PanelInfo senses{"senses", "One word, two meanings", true, {}};
    PanelInfo map{"map", "Word map", true, {}};
    return {calyx,
            {"ribbon", "The window slides", false, {}},
            {"drives", "Drive of each cell, sorted", false, {}},
            {"cloud", "What the winner has learned", false, {}},
            {"raster", "Codes", true, {}},
            senses,
            map,
            {"nearest", "Nearest words", false, {}},
            {"twin", "One switch apart", true, {"twin=small_norm"}},
            {"training", "Energy", false, {}},
            {"usage", "Use of cells", false, {}},
            {"norms", "Norms of cells", false, {}},
            {"pairs", "Word similarity", true, {}},
            {"rarity", "Rare words", false, {}},
            {"documents", "Documents", false, {}}};
}

std::vector<Example> examples() {
    return {
        {"calyx", "A fly reads", "A window slides over text; the Kenyon cell it drives most learns it.", "calyx", {}},
        {"senses", "One word, two meanings", "The code of \"bank\" beside money and beside water. Drag words in and out.", "senses", {}},
        {"map", "A map of words", "Topics apart, and the word of two topics between them.", "map", {}},
        {"raster", "Sparse codes", "Eight of 64 cells a word, and words of a topic share them.", "raster", {}},
        {"dead",
         "Dead cells",
         "The published weights at the start, on a small vocabulary: nearly all cells die.",
         "twin",
         {"twin=small_norm"}},
        {"published",
         "Four hundred cells",
         "The published 51 of 400. They need more travel: six times the cells, a higher rate.",
         "calyx",
         {"kenyon_cells=400", "active=51", "learning_rate=0.1"}},
    };
}

}  // namespace

Experiment flyEmbedding() {
    Defined<Params, State> d;
    d.about.id = "fly_embedding";
    d.about.title = "Word embeddings of a fly";
    d.about.paper = "Liang, Ryali, Hoover, Grinberg, Navlakha, Zaki & Krotov, Can a Fruit Fly Learn Word Embeddings?, ICLR 2021";
    d.about.summary = "Kenyon cells of a fly's brain compete for windows of words; the few that are driven most are a word's code.";
    d.about.measures = measures();
    d.about.panels = panels();
    d.about.examples = examples();
    d.about.reads = {"data", "pairs", "labels"};
    d.about.evaluates = {"pairs", "labels"};
    d.about.lesson = std::string(asset("core/experiments/fly_embedding/lesson.md"));
    d.schema = schema();
    d.init = init;
    d.step = fly_embedding::step;
    d.measure = measure;
    d.draw = fly_embedding::draw;
    d.settled = settled;
    d.look = fly_embedding::look;
    d.keepViews = keepViews;
    d.poke = poke;
    d.changed = changed;
    d.evaluate = evaluate;
    d.bytes = bytes;
    return d.experiment();
}

}  // namespace engram
