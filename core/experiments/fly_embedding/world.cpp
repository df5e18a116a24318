#include "core/experiments/fly_embedding/world.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/random.h"

namespace engram::fly_embedding {

namespace {

constexpr std::uint64_t kPairStream = 67;
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

// Generated text rates its own pairs, 1 within a topic and 0 between two, and its sentences are documents about a topic.
void addTopicPairs(std::uint64_t seed, World& world) {
    constexpr int kPairs = 600;
    std::vector<int> words;
    for (int word = 0; word < world.words(); ++word)
        if (world.topic(word) >= 0) words.push_back(word);
    Random random(seed, kPairStream);
    while (int(world.pairs.size()) < kPairs) {
        const int a = words[random.below(std::uint32_t(words.size()))], b = words[random.below(std::uint32_t(words.size()))];
        if (a != b) world.pairs.push_back({a, b, world.topic(a) == world.topic(b) ? 1.0 : 0.0});
    }
    world.allPairs = kPairs;
    world.ratedByTopic = true;
}

void addTopicDocuments(std::uint64_t seed, World& world) {
    constexpr int kEvery = 10;
    GeneratedText generated;
    generated.sentences = 600, generated.seed = seed + 1;  // not those that are learned from
    const TextCorpus other = generateText(generated);
    world.documents.labels = world.topicNames;
    for (std::size_t s = 0; s + 1 < other.starts.size(); ++s) {
        Document document;
        document.label = -1;
        for (std::int64_t at = other.starts[s]; at < other.starts[s + 1]; ++at) {
            const int word = other.tokens[std::size_t(at)];
            document.text += other.words[std::size_t(word)] + " ";
            if (document.label < 0) document.label = other.topics[std::size_t(word)];
        }
        document.tests = int(world.documents.items.size()) % kEvery == kEvery - 1;
        if (document.label >= 0) world.documents.items.push_back(std::move(document));
    }
}

}  // namespace

std::vector<int> wordsOf(const World& world, std::string_view line) {
    std::vector<int> words;
    for (const std::string& token : tokensOf(line, world.punctuation))
        if (const auto place = world.places.find(token); place != world.places.end()) words.push_back(place->second);
    return words;
}

std::shared_ptr<const World> makeWorld(const Params& p, const Inputs& inputs) {
    auto world = std::make_shared<World>();
    world->punctuation = p.punctuation;
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
    return judgedBy(p, inputs, *world);
}

std::shared_ptr<const World> judgedBy(const Params& p, const Inputs& inputs, const World& before) {
    auto world = std::make_shared<World>(before);
    world->pairs.clear(), world->documents = {}, world->ratedByTopic = false, world->allPairs = 0;
    world->pairsFrom = inputs.pairs, world->documentsFrom = inputs.labels;
    if (!inputs.pairs.empty()) addPairs(p, inputs, *world);
    if (!inputs.labels.empty()) world->documents = readDocuments(inputs.labels);
    if (p.data == Source::Generated && inputs.pairs.empty()) addTopicPairs(inputs.seed, *world);
    if (p.data == Source::Generated && inputs.labels.empty()) addTopicDocuments(inputs.seed, *world);
    return world;
}

}  // namespace engram::fly_embedding
