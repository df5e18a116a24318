// What is read: the text, its windows, and the benchmark files beside it.
#pragma once

#include <memory>
#include <unordered_map>

#include "core/data/documents.h"
#include "core/data/text_corpus.h"
#include "core/data/word_pairs.h"
#include "core/experiment/experiment.h"
#include "core/experiments/fly_embedding/params.h"

namespace engram::fly_embedding {

struct KnownPair {
    int a = 0, b = 0;  // words
    double rating = 0;
};

struct World {
    TextCorpus corpus;  // its tokens are with the text below
    std::shared_ptr<const FlyText> text;
    std::vector<std::string> topicNames;  // of generated text: their most frequent words
    std::vector<KnownPair> pairs;         // of which both words are in the vocabulary
    int allPairs = 0;
    bool ratedByTopic = false;  // pairs are generated with the text: 1 within a topic, 0 between
    Punctuation punctuation = Punctuation::Removed;
    Documents documents;  // with no items where none are given
    std::filesystem::path pairsFrom, documentsFrom;
    std::unordered_map<std::string, int> places;
    int frequent = 0;  // words from here on are rare enough to mean something by themselves

    int words() const { return corpus.wordCount(); }
    const std::string& name(int word) const { return corpus.words[std::size_t(word)]; }
    int topic(int word) const { return corpus.topics.empty() ? -1 : corpus.topics[std::size_t(word)]; }
};
// Throws with one sentence where a file is missing, binary, not UTF-8, without words, without a window, or without a known pair.
std::shared_ptr<const World> makeWorld(const Params& p, const Inputs& inputs);
// The same text with the pairs and documents of these inputs.
std::shared_ptr<const World> judgedBy(const Params& p, const Inputs& inputs, const World& world);

std::vector<int> wordsOf(const World& world, std::string_view line);  // known ones, in order

}  // namespace engram::fly_embedding
