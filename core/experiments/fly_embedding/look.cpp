// What takes time: codes of all words, cells in order, the map of Hamming distances, documents.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/random.h"
#include "core/experiments/fly_embedding/state.h"
#include "core/learn/logistic.h"
#include "core/model/smacof.h"

namespace engram::fly_embedding {

namespace {

constexpr int kShown = 240;      // words of rasters and maps
constexpr double kFresh = 0.02;  // of a training: how old codes of a large vocabulary may be
constexpr int kManyWords = 3000;
constexpr int kFirstRounds = 120, kNextRounds = 12;

bool stale(const Params& p, const State& s) {
    const FlyTraining& t = *s.fly.training;
    if (!s.codes || s.codes->world->text != s.world->text || s.codes->active != p.active) return true;
    if (s.codes->seen == t.seen()) return false;
    return s.world->words() <= kManyWords || t.finished() || double(t.seen() - s.codes->seen) > kFresh * double(t.all());
}

// Without topics: cells side by side whose codes meet in the same words, along the first axis of their common words.
std::vector<double> alongFirstAxis(const CodesView& view) {
    const auto cells = Eigen::Index(view.codes.cells());
    Eigen::MatrixXd on(cells, Eigen::Index(view.words.size()));
    for (Eigen::Index k = 0; k < cells; ++k)
        for (Eigen::Index i = 0; i < on.cols(); ++i) on(k, i) = view.codes.on(view.words[std::size_t(i)], int(k));
    on.rowwise() -= on.colwise().mean();
    Eigen::VectorXd axis = Eigen::VectorXd::LinSpaced(cells, -1, 1);
    for (int turn = 0; turn < 40; ++turn) {
        axis = on * (on.transpose() * axis);
        axis /= std::max(1e-30, axis.norm());
    }
    return {axis.begin(), axis.end()};
}

void orderCells(const State& s, CodesView& view) {
    const World& world = *s.world;
    const FlyNet& net = s.fly.training->net();
    const auto cells = std::size_t(net.cells()), topics = world.topicNames.size();
    std::vector<int> group(cells, 0);
    std::vector<double> key(cells, 0);
    if (topics > 0) {
        Eigen::MatrixXf drive = Eigen::MatrixXf::Zero(net.cells(), Eigen::Index(topics));
        for (int word = 0; word < world.words(); ++word)
            if (world.topic(word) >= 0) drive.col(world.topic(word)) += net.drives({}, word);
        for (std::size_t k = 0; k < cells; ++k) {
            Eigen::Index best = 0;
            key[k] = -double(drive.row(Eigen::Index(k)).maxCoeff(&best)), group[k] = int(best);
        }
    } else {
        key = alongFirstAxis(view);
    }
    view.cellOrder.resize(cells), view.cellPlace.resize(cells);
    std::iota(view.cellOrder.begin(), view.cellOrder.end(), 0);
    std::stable_sort(view.cellOrder.begin(), view.cellOrder.end(), [&](int a, int b) {
        const auto i = std::size_t(a), j = std::size_t(b);
        return group[i] != group[j] ? group[i] < group[j] : key[i] < key[j];
    });
    for (std::size_t place = 0; place < cells; ++place) {
        const int cell = view.cellOrder[place], topic = group[std::size_t(cell)];
        view.cellPlace[std::size_t(cell)] = int(place);
        if (topics == 0) continue;
        if (view.groups.empty() || view.groups.back().topic != topic)
            view.groups.push_back({world.topicNames[std::size_t(topic)], int(place), 0, topic});
        ++view.groups.back().count;
    }
}

std::vector<int> shownWords(const World& world) {
    std::vector<int> words;
    if (world.topicNames.empty()) {
        for (int word = world.frequent; word < world.words() && int(words.size()) < kShown; ++word) words.push_back(word);
        return words;
    }
    for (int word = 0; word < world.words(); ++word)
        if (world.topic(word) >= 0) words.push_back(word);
    std::stable_sort(words.begin(), words.end(), [&](int a, int b) { return world.topic(a) < world.topic(b); });
    return words;
}

std::shared_ptr<const CodesView> codesOf(const Params& p, const State& s) {
    auto view = std::make_shared<CodesView>();
    view->world = s.world, view->seen = s.fly.training->seen(), view->active = p.active;
    view->codes = wordCodes(s.fly.training->net(), p.active);
    view->words = shownWords(*s.world);
    orderCells(s, *view);
    return view;
}

// Places whose distances are like the Hamming distances, from where the words were before.
std::shared_ptr<const MapView> mapOf(const State& s) {
    const CodesView& codes = *s.codes;
    const auto count = Eigen::Index(codes.words.size());
    Eigen::MatrixXd wanted(count, count);
    for (Eigen::Index i = 0; i < count; ++i)
        for (Eigen::Index j = 0; j < count; ++j)
            wanted(i, j) = 1 - codes.codes.similarity(codes.words[std::size_t(i)], codes.words[std::size_t(j)]);
    auto map = std::make_shared<MapView>();
    map->codes = s.codes;
    const bool goesOn = s.map && s.map->codes->world->text == s.world->text && s.map->at.cols() == count;
    Eigen::Matrix2Xd at(2, count);
    if (goesOn) {
        at = s.map->at;
    } else {
        Random random(s.seed, 66);
        const auto topics = double(std::max<std::size_t>(1, s.world->topicNames.size()));
        for (Eigen::Index i = 0; i < count; ++i) {
            const double turn = 2 * 3.14159265358979 *
                                (s.world->topicNames.empty() ? random.uniform() : s.world->topic(codes.words[std::size_t(i)]) / topics);
            at.col(i) << 0.1 * std::cos(turn) + 0.02 * random.normal(), 0.1 * std::sin(turn) + 0.02 * random.normal();
        }
    }
    smacof(wanted, goesOn ? kNextRounds : kFirstRounds, at);
    map->at = std::move(at);
    return map;
}

}  // namespace

Eigen::Vector2d placeOn(const MapView& map, const CodeTable& codes, int code) {
    constexpr int kRounds = 60;
    const CodesView& view = *map.codes;
    const auto count = Eigen::Index(view.words.size());
    Eigen::VectorXd wanted(count);
    for (Eigen::Index i = 0; i < count; ++i) {
        int both = 0, on = codes.onCount(code);
        const auto a = codes.row(code), b = view.codes.row(view.words[std::size_t(i)]);
        for (std::size_t w = 0; w < a.size(); ++w) both += __builtin_popcountll(a[w] & b[w]);
        on += view.codes.onCount(view.words[std::size_t(i)]);
        wanted[i] = double(on - 2 * both) / double(codes.cells());
    }
    // From the middle of the nearest words; near words weigh more, as far ones say little about where it belongs.
    const Eigen::VectorXd weight = (wanted.array() + 0.02).inverse().square();
    return placedAmong(map.at, wanted, weight, kRounds);
}

// By the mean code of a document's words.
std::shared_ptr<const DocumentsView> classify(const World& world, const CodeTable& codes) {
    const auto classes = Eigen::Index(world.documents.labels.size()), cells = Eigen::Index(codes.cells());
    std::vector<const Document*> items[2];
    for (const Document& d : world.documents.items) items[d.tests].push_back(&d);
    Eigen::MatrixXf x[2];
    for (int part = 0; part < 2; ++part) {
        x[part] = Eigen::MatrixXf::Zero(cells + 1, Eigen::Index(items[part].size()));
        for (std::size_t i = 0; i < items[part].size(); ++i) {
            auto column = x[part].col(Eigen::Index(i));
            const std::vector<int> words = wordsOf(world, items[part][i]->text);
            for (const int word : words)
                for (Eigen::Index k = 0; k < cells; ++k) column[k] += codes.on(word, int(k));
            if (!words.empty()) column /= std::max(1e-6f, column.norm());
            column[cells] = 1;
        }
    }
    std::vector<int> labels;
    for (const Document* d : items[0]) labels.push_back(d->label);
    const Eigen::MatrixXf scores = logisticWeights(x[0], labels, int(classes)) * x[1];
    auto view = std::make_shared<DocumentsView>();
    view->training = int(items[0].size()), view->testing = int(items[1].size());
    std::vector<double> right(std::size_t(classes), 0), all(right), taught(right);
    for (const int label : labels) ++taught[std::size_t(label)];
    const auto usual = std::max_element(taught.begin(), taught.end()) - taught.begin();
    for (Eigen::Index i = 0; i < scores.cols(); ++i) {
        Eigen::Index best = 0;
        scores.col(i).maxCoeff(&best);
        const int label = items[1][std::size_t(i)]->label;
        ++all[std::size_t(label)], right[std::size_t(label)] += best == label, view->accuracy += best == label,
            view->majority += label == usual;
    }
    view->accuracy /= view->testing, view->majority /= view->testing;
    for (std::size_t c = 0; c < right.size(); ++c) view->perClass.push_back(all[c] > 0 ? right[c] / all[c] : 0);
    return view;
}

bool look(const Params& p, State& s, const std::set<std::string>& panels) {
    if (stale(p, s)) s.codes = codesOf(p, s);
    const bool mapped = panels.count("map") || panels.count("senses");
    if (mapped && (!s.map || s.map->codes != s.codes)) s.map = mapOf(s);
    const FlyTraining& t = *s.fly.training;
    if (panels.count("documents") && !s.world->documents.items.empty() && t.finished() &&
        (!s.documents || s.documents->seen != t.seen() || s.documents->active != p.active)) {
        auto view = std::make_shared<DocumentsView>(*classify(*s.world, s.codes->codes));
        view->seen = t.seen(), view->active = p.active;
        s.documents = std::move(view);
    }
    return false;
}

void keepViews(const State& from, State& to) {
    if (from.world->text != to.world->text) return;
    to.world = from.world, to.rivals = from.rivals;  // the same text, with the files that judge it now
    to.map = from.map;
}

}  // namespace engram::fly_embedding
