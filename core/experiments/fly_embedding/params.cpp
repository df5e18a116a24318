#include "core/experiments/fly_embedding/params.h"

#include <cmath>

namespace engram::fly_embedding {

namespace {

constexpr double kPublishedSigma = 0.02;  // of the weights at the start, whatever the vocabulary

void networkGroup(Schema<Params>& s) {
    s.group("Kenyon cells");
    s.integer("kenyon_cells", &Params::kenyonCells, "Kenyon cells")
        .symbol("K")
        .soft(16, 1024)
        .hard(2, 8192)
        .log()
        .help("Cells that compete for each window of words. 400 as published.");
    s.integer("active", &Params::active, "Active cells")
        .symbol("k")
        .soft(1, 128)
        .hard(1, 4096)
        .live()
        .help("Cells of a code that inhibition leaves on. 51 of 400 as published.");
    s.real("initial_norm", &Params::initialNorm, "Norm at the start")
        .symbol("σ√2N")
        .soft(0.1, 10)
        .hard(1e-3, 1e3)
        .log()
        .help("Of the weights of a cell. Above 1 a winner shrinks and lets others win; below 1 it grows, and most cells die.");
}

void learningGroup(Schema<Params>& s) {
    s.group("Learning");
    s.real("learning_rate", &Params::learningRate, "Learning rate")
        .symbol("ε")
        .soft(1e-4, 0.5)
        .hard(1e-8, 10)
        .log()
        .help("The largest change of a weight in a minibatch; falls linearly from epoch to epoch.");
    s.integer("epochs", &Params::epochs, "Epochs").soft(1, 50).hard(1, 1000).help("How often the text is read. 15 as published.");
    s.integer("batch", &Params::batch, "Batch")
        .soft(100, 10000)
        .hard(1, 1000000)
        .log()
        .help("Windows a minibatch. Fewer, larger ones move less: what counts is the rate times their number.");
    s.real("count_exponent", &Params::countExponent, "Exponent of the count")
        .soft(0, 1)
        .help("A word is learned with weight 1 / count to this power: 1 as published, 0 without.");
    s.choice("twin", &Params::twin, "Second network",
             {{"none", "none", "One network."},
              {"no_count", "without 1/count", "The same, but all words weigh the same."},
              {"small_norm", "σ = 0.02", "The same, but with the published weights at the start, made for 20 000 words."}})
        .help("A second network that learns from the same windows, one switch apart.");
}

void textGroup(Schema<Params>& s) {
    s.group("Text");
    s.choice("data", &Params::data, "Text",
             {{"generated", "generated", "Eight topics, function words, and one word of two topics."},
              {"text", "files", "A text file, or the txt, text and md files of a folder, given as data."}})
        .help("What is read.");
    s.integer("window", &Params::window, "Window")
        .symbol("w")
        .unit("words")
        .soft(3, 21)
        .hard(2, 213)
        .help("Words seen at once; the one in the middle is the target.");
    s.integer("vocabulary", &Params::vocabulary, "Vocabulary")
        .unit("words")
        .soft(500, 50000)
        .hard(2, 1000000)
        .log()
        .help("The most frequent words are kept, so many at most.");
    s.integer("min_count", &Params::minCount, "Least count")
        .soft(1, 200)
        .hard(1, 1000000000)
        .log()
        .help("Words that occur less often are not kept.");
    s.real("share", &Params::share, "Share of the text")
        .soft(0.05, 1)
        .hard(1e-4, 1)
        .help("Of the sentences, that are learned from; words are counted in all of it. Tells whether more text would help.");
    s.choice(
         "unknown", &Params::unknown, "Other words",
         {{"word", "one word", "All are <UNK>, as published."}, {"skipped", "skipped", "They take their place, but count for nothing."}})
        .help("What becomes of words that are not kept.");
    s.choice("punctuation", &Params::punctuation, "Punctuation",
             {{"removed", "removed", "As published: well-known is wellknown."}, {"separates", "separates", "Well-known is well, known."}})
        .help("ASCII signs; letters beyond ASCII are left out, as published, and any token with a digit is <NUM>.");
    s.choice("cut", &Params::cut, "Windows stay within",
             {{"sentences", "sentences", "As published; a sentence shorter than the window teaches nothing."},
              {"paragraphs", "paragraphs", "Between blank lines."}})
        .help("What no window crosses.");
}

void viewGroup(Schema<Params>& s) {
    s.group("Looking");
    s.integer("word", &Params::word, "Word")
        .soft(0, 500)
        .hard(0, 1000000)
        .view()
        .help("The word looked at, by its place in the vocabulary, the most frequent first. 0: the program picks one.");
    s.integers("context", &Params::context, "Context", "context word", 10)
        .soft(0, 500)
        .hard(0, 1000000)
        .view()
        .help("Words around it, by their places; 0: none. In One word, two meanings they are dragged in and out by hand.");
    s.real("sweep", &Params::sweep, "Inhibition").soft(0, 1).view().help("How far the threshold of the APL neuron has come down.");
    s.integer("read", &Params::read, "Words read at the end")
        .soft(0, 200)
        .hard(0, 100000)
        .help("Words the window slides on over when all is learned.");
    s.boolean("rivals", &Params::rivals, "Rival").help("Whether PPMI-SVD is made from the same text, to compare on a file of word pairs.");
    s.integer("pair_count", &Params::pairCount, "Least count of pairs")
        .soft(1, 200)
        .hard(1, 1000000000)
        .log()
        .help("Of a file of word pairs, those are compared whose words both occur so often: the same pairs for any vocabulary.");
    s.integer("dimensions", &Params::dimensions, "Dimensions of the rival").soft(10, 300).hard(1, 2000).log().help("Of PPMI-SVD.");
}

std::string refusal(const Params& p) {
    if (p.active >= p.kenyonCells)
        return "active=" + std::to_string(p.active) + " of kenyon_cells=" + std::to_string(p.kenyonCells) + ": some must be silent";
    return {};
}

}  // namespace

FlyOptions optionsOf(const Params& p, std::uint64_t seed) {
    return {p.kenyonCells, p.window, p.learningRate, p.initialNorm, p.epochs, p.batch, p.countExponent, seed};
}

FlyOptions twinOptionsOf(const Params& p, std::uint64_t seed, int words) {
    FlyOptions options = optionsOf(p, seed);
    if (p.twin == Twin::NoInverse) options.countExponent = 0;
    if (p.twin == Twin::SmallNorm) options.initialNorm = kPublishedSigma * std::sqrt(2.0 * words);
    return options;
}

TextChoices choicesOf(const Params& p) { return {p.punctuation, p.cut, p.vocabulary, p.minCount, p.unknown == Unknown::Skipped}; }

Schema<Params> schema() {
    Schema<Params> s;
    networkGroup(s);
    learningGroup(s);
    textGroup(s);
    viewGroup(s);
    for (const char* id : {"vocabulary", "min_count", "unknown", "punctuation", "cut"})
        s.idle(id, [](const Params& p) { return std::string(p.data == Source::Generated ? "The text is generated" : ""); });
    s.refuse(refusal);
    return s;
}

}  // namespace engram::fly_embedding
