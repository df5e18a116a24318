// The parameters of the fly's word embedding, and what follows from them alone.
#pragma once

#include "core/data/text_corpus.h"
#include "core/learn/fly_training.h"
#include "core/param/schema.h"

namespace engram::fly_embedding {

enum class Source { Generated, Text };
enum class Twin { None, NoInverse, SmallNorm };  // what is different in the second network
enum class Unknown { Word, Skipped };

struct Params {
    Source data = Source::Generated;
    int kenyonCells = 64, active = 8, window = 11;
    double learningRate = 0.02, initialNorm = 4;
    int epochs = 15, batch = 1000;
    double countExponent = 1;
    int vocabulary = 20000, minCount = 1;
    Punctuation punctuation = Punctuation::Removed;
    Cut cut = Cut::Sentences;
    Unknown unknown = Unknown::Word;
    Twin twin = Twin::None;
    bool rivals = true;
    int dimensions = 100, pairCount = 1;
    double share = 1;         // of the sentences, that are learned from

    int read = 24;                // words the window slides on over once all is learned
    int word = 0;                 // by its place in the vocabulary, from 1; 0: one that the program picks
    std::vector<int> context{0};  // likewise; 0: none
    double sweep = 1;             // how far the threshold has come down
};

Schema<Params> schema();
FlyOptions optionsOf(const Params& p, std::uint64_t seed);
FlyOptions twinOptionsOf(const Params& p, std::uint64_t seed, int words);
TextChoices choicesOf(const Params& p);

}  // namespace engram::fly_embedding
