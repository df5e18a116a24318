#include "core/experiments/fly_embedding/state.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>

#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/model/ppmi_svd.h"

namespace engram::fly_embedding {

namespace {

constexpr double kWorkAStep = 1e8;  // additions, about ten milliseconds
constexpr int kStepsAnEpoch = 12;   // at least, so that small networks are seen to learn
constexpr int kFewWords = 2000;     // codes of so many are made at every step
constexpr std::uint64_t kExpandStream = 65;

double correlation(const World& world, const FlyNet& net, int active) {
    std::vector<int> place(std::size_t(world.words()), -1), words;
    for (const KnownPair& pair : world.pairs)
        for (const int word : {pair.a, pair.b})
            if (place[std::size_t(word)] < 0) place[std::size_t(word)] = int(words.size()), words.push_back(word);
    CodeTable codes(int(words.size()), net.cells());
    for (std::size_t i = 0; i < words.size(); ++i) codes.set(int(i), net.drives({}, words[i]), active);
    std::vector<double> ours, theirs;
    for (const KnownPair& pair : world.pairs)
        ours.push_back(codes.similarity(place[std::size_t(pair.a)], place[std::size_t(pair.b)])), theirs.push_back(pair.rating);
    return spearman(ours, theirs);
}

std::shared_ptr<const Rivals> rivalsOf(const Params& p, const World& world, std::uint64_t seed) {
    reportProgress("Comparing with PPMI-SVD", -1);
    const Eigen::MatrixXf vectors =
        ppmiSvd(world.text->tokens, world.corpus.starts, world.words(), {(p.window - 1) / 2, p.dimensions, seed});
    // The same code as the fly's: expanded by random weights to K, the k largest on.
    Random random(seed, kExpandStream);
    Eigen::MatrixXf expand(p.kenyonCells, vectors.cols());
    for (float& x : expand.reshaped()) x = float(random.normal());
    std::vector<double> dense, binary, theirs;
    CodeTable codes(2, p.kenyonCells);
    for (const KnownPair& pair : world.pairs) {
        codes.set(0, expand * vectors.row(pair.a).transpose(), p.active);
        codes.set(1, expand * vectors.row(pair.b).transpose(), p.active);
        dense.push_back(cosine(vectors, pair.a, pair.b)), binary.push_back(codes.similarity(0, 1)), theirs.push_back(pair.rating);
    }
    return std::make_shared<const Rivals>(Rivals{spearman(dense, theirs), spearman(binary, theirs)});
}

void figures(const Params& p, const World& world, Learner& learner) {
    const FlyNet& net = learner.training->net();
    if (!world.topicNames.empty()) learner.topics = topicFigures(wordCodes(net, p.active), world.corpus.topics);
    learner.spearman = world.pairs.empty() ? kUndefined : correlation(world, net, p.active);
}

Passed passedOf(const Learner& learner) {
    const FlyTraining& t = *learner.training;
    return {double(t.seen()) / double(t.text().windows.size()),
            t.energy(),
            double(t.cellsUsed()),
            t.meanNorm(),
            learner.topics.purity,
            learner.spearman};
}

void remember(const Learner& learner, std::shared_ptr<const std::vector<Passed>>& way) {
    std::vector<Passed> longer = way ? *way : std::vector<Passed>();
    longer.push_back(passedOf(learner));
    way = std::make_shared<const std::vector<Passed>>(std::move(longer));
}

int batchesAStep(const FlyTraining& t) {
    const double work = double(t.options().batch) * t.options().width * t.options().cells;
    return int(std::clamp(kWorkAStep / work, 1.0, std::max(1.0, std::ceil(double(t.batchesAnEpoch()) / kStepsAnEpoch))));
}

// Learns on; the network is copied only where another state still holds it.
void learnOn(const Params& p, const World& world, Learner& learner) {
    std::shared_ptr<FlyTraining> own;
    if (learner.training.use_count() == 1) {
        std::atomic_thread_fence(std::memory_order_acquire);  // what the last other holder did came before
        own = std::const_pointer_cast<FlyTraining>(std::exchange(learner.training, nullptr));
    } else {
        own = std::make_shared<FlyTraining>(*learner.training);
    }
    const int epoch = own->epoch();
    for (int batch = batchesAStep(*own); batch > 0 && own->epoch() == epoch; --batch) own->minibatch();
    const bool due = own->epoch() != epoch || world.words() <= kFewWords;
    learner.training = std::move(own);
    if (due) figures(p, world, learner);
}

void judge(const Params& p, const Inputs& inputs, State& s) {
    s.rivals = p.rivals && !inputs.pairs.empty() ? rivalsOf(p, *s.world, s.seed) : nullptr;
}

void start(const Params& p, const FlyOptions& options, const World& world, Learner& learner) {
    learner.training = std::make_shared<FlyTraining>(options, world.text);  // not const: learnOn() takes it back
    figures(p, world, learner);
}

}  // namespace

State init(const Params& p, const Inputs& inputs) {
    State s;
    s.seed = inputs.seed;
    s.world = makeWorld(p, inputs);
    start(p, optionsOf(p, s.seed), *s.world, s.fly);
    remember(s.fly, s.way);
    if (p.twin != Twin::None) {
        start(p, twinOptionsOf(p, s.seed, s.world->words()), *s.world, s.twin);
        remember(s.twin, s.twinWay);
    }
    judge(p, inputs, s);
    return s;
}

void step(const Params& p, State& s) {
    if (settled(p, s)) return;
    ++s.slide;
    if (s.fly.training->finished()) return;
    const auto begin = std::chrono::steady_clock::now();
    learnOn(p, *s.world, s.fly);
    remember(s.fly, s.way);
    if (s.twin.training) {
        learnOn(p, *s.world, s.twin);
        remember(s.twin, s.twinWay);
    }
    s.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (s.fly.training->finished()) s.readAfter = s.slide = (s.slide + kStepsAWord - 1) / kStepsAWord * kStepsAWord - 1;
}

bool settled(const Params& p, const State& s) { return s.fly.training->finished() && s.slide >= s.readAfter + p.read * kStepsAWord; }

// The last is what a clock says, and only said when all is learned: until then a run is the same bits every time.
std::vector<double> measure(const Params&, const State& s) {
    const FlyTraining& t = *s.fly.training;
    return {t.energy(),
            double(t.cellsUsed()),
            t.meanNorm(),
            s.fly.topics.within,
            s.fly.topics.between,
            s.fly.topics.purity,
            s.fly.spearman,
            double(s.world->pairs.size()),
            s.rivals ? s.rivals->dense : kUndefined,
            s.rivals ? s.rivals->binary : kUndefined,
            t.finished() && s.seconds > 0 ? double(t.seen()) / s.seconds : kUndefined};
}

void changed(const Params& before, const Params& now, State& s) {
    if (before.active == now.active) return;
    figures(now, *s.world, s.fly);
    if (s.twin.training) figures(now, *s.world, s.twin);
}

// A world that keepViews() has handed over has read these files already.
void evaluate(const Params& p, const Inputs& inputs, State& s) {
    if (s.world->pairsFrom != inputs.pairs || s.world->documentsFrom != inputs.labels) {
        const bool otherPairs = s.world->pairsFrom != inputs.pairs;
        s.world = judgedBy(p, inputs, *s.world);
        if (otherPairs) judge(p, inputs, s);
        s.documents.reset();
    }
    figures(p, *s.world, s.fly);
    if (s.twin.training) figures(p, *s.world, s.twin);
}

// Words that are dragged into the sentence join the context, those dragged out leave it.
void poke(const Params& p, State& s, const Poke& poke) {
    if (poke.panel != "senses" || poke.item < 0 || poke.item >= s.world->words()) return;
    std::vector<int> context = contextOf(p, s);
    const auto place = std::find(context.begin(), context.end(), poke.item);
    const bool isIn = place != context.end(), wanted = poke.y > 0;
    if (isIn == wanted) return;
    if (wanted)
        context.push_back(poke.item);
    else
        context.erase(place);
    s.context = std::make_shared<const std::vector<int>>(std::move(context));
}

int windowPlace(const State& s) {
    const auto& windows = s.world->text->windows;
    return windows[std::size_t(s.slide / kStepsAWord) % windows.size()];
}

std::vector<int> windowNow(const State& s) {
    const auto first = s.world->text->tokens.begin() + windowPlace(s);
    return {first, first + s.fly.training->options().width};
}

double sweepNow(const Params& p, const State& s) {
    const double phase = s.slide == 0 ? 1 : double(s.slide % kStepsAWord + 1) / kStepsAWord;
    return std::min(phase, p.sweep);
}

int wordOf(const Params& p, const State& s) {
    const World& world = *s.world;
    if (p.word > 0) return std::min(p.word, world.words()) - 1;
    if (world.corpus.homonym >= 0) return world.corpus.homonym;
    for (const char* name : {"bank", "bark", "fair", "current", "spring"})
        if (const auto place = world.places.find(name); place != world.places.end()) return place->second;
    return std::min(world.frequent, world.words() - 1);
}

// Of generated text three words of each of its two topics; else three near words, and three near the farthest of those.
std::vector<std::vector<int>> contextsOffered(const Params& p, const State& s) {
    constexpr int kWords = 3, kNear = 24;
    const World& world = *s.world;
    std::vector<std::vector<int>> offered;
    if (!world.topicNames.empty()) {
        for (int topic = 0; topic < 2; ++topic) {
            std::vector<int> words;
            for (int word = 0; word < world.words() && int(words.size()) < kWords; ++word)
                if (world.topic(word) == topic) words.push_back(word);
            offered.push_back(std::move(words));
        }
        return offered;
    }
    if (!s.codes) return offered;
    std::vector<int> near;
    for (const int word : nearestWords(s.codes->codes, wordOf(p, s), kNear + world.frequent))
        if (word >= world.frequent && int(near.size()) < kNear) near.push_back(word);
    if (int(near.size()) < 2 * kWords) return offered;
    const int first = near.front();
    const int second = *std::min_element(
        near.begin(), near.end(), [&](int a, int b) { return s.codes->codes.similarity(first, a) < s.codes->codes.similarity(first, b); });
    for (const int pole : {first, second}) {
        std::sort(near.begin(), near.end(), [&](int a, int b) {
            const double la = s.codes->codes.similarity(pole, a), lb = s.codes->codes.similarity(pole, b);
            return la != lb ? la > lb : a < b;
        });
        offered.emplace_back(near.begin(), near.begin() + kWords);
    }
    return offered;
}

std::vector<int> contextOf(const Params& p, const State& s) {
    if (s.context) return *s.context;
    std::vector<int> words;
    for (const int place : p.context)
        if (place > 0) words.push_back(std::min(place, s.world->words()) - 1);
    return words;
}

double secondsLeft(const State& s) {
    const FlyTraining& t = *s.fly.training;
    return t.seen() > 0 ? s.seconds * double(t.all() - t.seen()) / double(t.seen()) : 0;
}

std::int64_t bytes(const State& s) {
    std::int64_t total = std::int64_t(sizeof(State)) + std::int64_t(s.way->size() * sizeof(Passed));
    for (const Learner* learner : {&s.fly, &s.twin})
        if (learner->training) total += std::int64_t(learner->training->net().bytes());
    return total;
}

}  // namespace engram::fly_embedding
