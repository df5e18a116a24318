// Generated text with topics and a homonym. Its words are English, so that pictures read well; only their frequencies carry meaning.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/data/text_corpus.h"

namespace engram {

namespace {

constexpr int kTopicWords = 25, kFunctionWords = 50, kSentence = 20, kNamedTopics = 8;
constexpr double kFunctionShare = 0.4, kHomonymShare = 0.05;

constexpr const char* kTopics[kNamedTopics] = {
    "money credit account cash savings loan profit tax fund price budget interest coin deposit dollar invest trade market debt cheque wage "
    "rent insurance purse income",
    "river water stream boat current shore flood fish bridge mud reed ferry delta lake canal rapids otter tide swim anchor willow ford dam "
    "trout paddle",
    "music song melody guitar rhythm piano violin concert drum choir opera tune chord orchestra sing jazz flute tenor ballad harp tempo "
    "cello "
    "lyric trumpet duet",
    "space star planet moon orbit rocket galaxy comet telescope astronaut gravity solar lunar meteor satellite eclipse cosmos nebula "
    "launch "
    "crater asteroid probe quasar shuttle martian",
    "kitchen bread soup oven butter cook salt pepper recipe dish sugar flour spoon onion garlic cheese pan bake boil sauce kettle plate "
    "fry "
    "dough stew",
    "garden flower seed soil rose tree root lawn hedge tulip weed spade bloom leaf compost prune petal fern orchard shrub lily ivy moss "
    "blossom rake",
    "sport team ball goal match player coach score league race tennis football referee stadium medal runner champion serve hockey sprint "
    "racket dribble trophy jersey umpire",
    "body heart blood bone muscle lung brain skin nerve doctor stomach liver knee artery pulse spine rib kidney elbow joint tissue cell "
    "throat ankle tendon"};
constexpr const char* kFunctions =
    "the of and to a in that it is was he for on are as with his they at be this from have or by one had not but what all were when we "
    "there "
    "can an your which their said if do will each about how up out them then";

std::vector<double> cumulative(int count) {
    std::vector<double> sums(static_cast<std::size_t>(count));
    double total = 0;
    for (int i = 0; i < count; ++i) sums[std::size_t(i)] = total += 1.0 / (i + 1);
    for (double& sum : sums) sum /= total;
    return sums;
}
int drawn(const std::vector<double>& sums, double u) {
    return std::min(int(std::upper_bound(sums.begin(), sums.end(), u) - sums.begin()), int(sums.size()) - 1);
}

}  // namespace

TextCorpus generateText(const GeneratedText& choices) {
    if (choices.topics < 2 || choices.topics > kNamedTopics) usage("generated text has 2 to 8 topics");
    std::vector<std::string> names;
    std::vector<int> topics;
    for (int t = 0; t < choices.topics; ++t)
        for (std::string& word : split(kTopics[t], ' ')) names.push_back(std::move(word)), topics.push_back(t);
    for (std::string& word : split(kFunctions, ' ')) names.push_back(std::move(word)), topics.push_back(-1);
    const int bank = int(names.size());
    names.emplace_back("bank"), topics.push_back(-1);

    constexpr std::uint64_t kTextStream = 61;
    Random random(choices.seed, kTextStream);
    const std::vector<double> content = cumulative(kTopicWords), functions = cumulative(kFunctionWords);
    std::vector<int> raw;
    TextCorpus corpus;
    corpus.starts.push_back(0);
    for (int s = 0; s < choices.sentences; ++s) {
        const int topic = int(random.below(std::uint32_t(choices.topics)));
        for (int i = 0; i < kSentence; ++i) {
            const bool isFunction = random.uniform() < kFunctionShare;
            const double u = random.uniform();
            int word = isFunction ? choices.topics * kTopicWords + drawn(functions, u) : topic * kTopicWords + drawn(content, u);
            if (topic < 2 && random.uniform() < kHomonymShare) word = bank;
            raw.push_back(word);
        }
        corpus.starts.push_back(std::int64_t(raw.size()));
    }
    std::vector<std::int64_t> counts(names.size(), 0);
    for (const int word : raw) ++counts[std::size_t(word)], corpus.bytes += std::int64_t(names[std::size_t(word)].size()) + 1;
    std::vector<int> order(names.size()), idOf(names.size(), kSkipped);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return counts[std::size_t(a)] > counts[std::size_t(b)]; });
    for (const int word : order) {
        if (counts[std::size_t(word)] == 0) continue;
        idOf[std::size_t(word)] = corpus.wordCount();
        corpus.words.push_back(names[std::size_t(word)]), corpus.counts.push_back(counts[std::size_t(word)]);
        corpus.topics.push_back(topics[std::size_t(word)]);
    }
    corpus.homonym = idOf[std::size_t(bank)];
    for (int& word : raw) word = idOf[std::size_t(word)];
    corpus.tokens = std::move(raw);
    corpus.different = corpus.wordCount();
    return corpus;
}

}  // namespace engram
