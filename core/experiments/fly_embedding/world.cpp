#include "core/experiments/fly_embedding/world.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace engram::fly_embedding {

namespace {

constexpr double kFrequent = 1e-3;  // of all tokens: a function word

// Windows of a share of the sentences, evenly from all of the text.
std::vector<int> shareOf(std::vector<int> windows, const TextCorpus& corpus, double share) {
    constexpr double kGolden = 0.6180339887498949;
    std::size_t sentence = 0;
    std::erase_if(windows, [&](int at) {
        while (corpus.starts[sentence + 1] <= at) ++sentence;
        const double turn = double(sentence) * kGolden;
        return turn - std::floor(turn) >= share;
    });
    if (windows.empty()) fail("share leaves no window to learn from; raise it");
    return windows;
}

void addPairs(const Params& p, const Inputs& inputs, World& world) {
    const std::vector<RatedPair> rated = readWordPairs(inputs.pairs);
    for (const RatedPair& pair : rated) {
        const auto a = world.places.find(pair.a), b = world.places.find(pair.b);
        if (a == world.places.end() || b == world.places.end()) continue;
        const auto& counts = world.corpus.counts;
        if (std::min(counts[std::size_t(a->second)], counts[std::size_t(b->second)]) >= p.pairCount)
            world.pairs.push_back({a->second, b->second, pair.rating});
    }
    world.allPairs = int(rated.size());
    if (world.pairs.empty())
        fail("of the " + std::to_string(rated.size()) + " pairs in " + inputs.pairs.string() + " the text knows none" +
             (p.pairCount > 1 ? " of so many occurrences; lower pair_count" : "; open a longer text"));
}

}  // namespace

std::vector<int> wordsOf(const World& world, std::string_view line) {
    std::vector<int> words;
    for (const std::string& token : tokensOf(line, Punctuation::Separates))
        if (const auto place = world.places.find(token); place != world.places.end()) words.push_back(place->second);
    return words;
}

std::shared_ptr<const World> makeWorld(const Params& p, const Inputs& inputs) {
    auto world = std::make_shared<World>();
    if (p.data == Source::Generated) {
        GeneratedText generated;
        generated.seed = inputs.seed;
        world->corpus = generateText(generated);
    } else {
        if (inputs.data.empty()) usage("data=text needs a text file or a folder: add --data PATH");
        world->corpus = readText(inputs.data, choicesOf(p));
    }
    for (int word = 0; word < world->words(); ++word) world->places.emplace(world->name(word), word);
    FlyText text;
    text.windows = windowStarts(world->corpus, p.window);
    if (p.share < 1) text.windows = shareOf(std::move(text.windows), world->corpus, p.share);
    text.counts = world->corpus.counts;
    const double total = double(world->corpus.tokens.size());
    text.tokens = std::move(world->corpus.tokens);
    world->text = std::make_shared<const FlyText>(std::move(text));
    while (world->frequent < world->words() - 1 && double(world->corpus.counts[std::size_t(world->frequent)]) > kFrequent * total)
        ++world->frequent;
    for (int word = world->words() - 1; word >= 0; --word)
        if (const int topic = world->topic(word); topic >= 0) {
            if (int(world->topicNames.size()) <= topic) world->topicNames.resize(std::size_t(topic) + 1);
            world->topicNames[std::size_t(topic)] = world->name(word);
        }
    if (!inputs.pairs.empty()) addPairs(p, inputs, *world);
    if (!inputs.labels.empty()) world->documents = readDocuments(inputs.labels);
    return world;
}

}  // namespace engram::fly_embedding
