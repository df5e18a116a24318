// How learning goes: energy, use and norms of cells, two networks one switch apart; and how the codes do on files of pairs and documents.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/text.h"
#include "core/experiments/fly_embedding/draw.h"
#include "core/view/plot_range.h"

namespace engram::fly_embedding {

namespace {

Absent needsPairs() {
    return {"Open a file of word pairs that people rated, such as MEN or WordSim-353: --pairs FILE, or Open in the menu."};
}

template <class Get>
Shared<double> column(const std::vector<Passed>& way, const Get& get) {
    std::vector<double> values;
    for (const Passed& passed : way) values.push_back(get(passed));
    return share(std::move(values));
}
Shared<double> epochsOf(const std::vector<Passed>& way) {
    return column(way, [](const Passed& p) { return p.epochs; });
}

Axis epochAxis(const Moment& m) { return {"epoch", "", 0, double(m.params.epochs), Scale::Linear, true}; }

double similarityOf(const Moment& m, const KnownPair& pair) { return m.state.codes->codes.similarity(pair.a, pair.b); }

// "0.31", or where there are too few pairs to say, a dash.
std::string rankWords(double value) { return fixed(value, 2); }

}  // namespace

Panel trainingPanel(const Moment& m) {
    const std::vector<Passed>& way = *m.state.way;
    std::vector<double> energies;
    for (const Passed& passed : way)
        if (passed.epochs > 0) energies.push_back(passed.energy);
    energies.push_back(0);
    Plot plot;
    plot.x = epochAxis(m), plot.y = rangeAround(energies), plot.y.label = "energy";
    std::vector<double> x, y;
    for (const Passed& passed : way)
        if (passed.epochs > 0) x.push_back(passed.epochs), y.push_back(passed.energy);
    plot.marks.push_back(Curve{"", share(std::move(x)), share(std::move(y)), {Ink::Falling}, true, false, {}});
    const FlyTraining& t = *m.state.fly.training;
    const double travel = FlyTraining::travel(t.options(), std::int64_t(t.text().windows.size()));
    const std::string subtitle = progressWords(m) + "; travel " + significant(travel, 3) + ", " + significant(travel / t.net().cells(), 2) +
                                 " a cell; it need not fall: winners are chosen without 1/p";
    return {"training", "Energy", subtitle, false, std::move(plot)};
}

Panel usagePanel(const Moment& m) {
    const FlyTraining& t = *m.state.fly.training;
    const std::vector<std::int64_t>& wins = t.lastWins().empty() ? t.wins() : t.lastWins();
    std::vector<double> sorted(wins.begin(), wins.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<double>());
    const double all = std::max(1.0, std::accumulate(sorted.begin(), sorted.end(), 0.0));
    const auto dead = std::count(sorted.begin(), sorted.end(), 0.0);
    for (double& won : sorted) won = 100 * won / all;
    std::vector<double> ranks(sorted.size());
    std::iota(ranks.begin(), ranks.end(), 1.0);
    Plot plot;
    plot.x = {"cell, by its wins", "", 1, double(sorted.size()), Scale::Linear, true};
    plot.y = {"windows won", "%", 0, std::max(0.01, 1.15 * sorted.front()), Scale::Linear, true};
    const double even = 100.0 / double(sorted.size());
    plot.marks.push_back(Curve{
        "evenly", share(std::vector{1.0, double(sorted.size())}), share(std::vector{even, even}), {Ink::TextTertiary}, false, true, {}});
    plot.marks.push_back(Curve{"won", share(std::move(ranks)), share(std::move(sorted)), {Ink::Memory}, true, false, {}});
    const std::string when = t.lastWins().empty() ? "so far" : "in the last epoch";
    return {"usage", "Use of cells",
            dead == 0 ? "every cell won some windows " + when : std::to_string(dead) + " cells won nothing " + when, false,
            std::move(plot)};
}

Panel normsPanel(const Moment& m) {
    const FlyNet& net = m.state.fly.training->net();
    std::vector<double> norms, ranks;
    for (int cell = 0; cell < net.cells(); ++cell) norms.push_back(net.norm(cell)), ranks.push_back(cell + 1);
    std::sort(norms.begin(), norms.end(), std::greater<double>());
    Plot plot;
    plot.x = {"cell, by its norm", "", 1, double(net.cells()), Scale::Linear, true};
    plot.y = {"norm of its weights", "", 0, std::max(1.3, 1.1 * std::max(norms.front(), m.params.initialNorm)), Scale::Linear, true};
    plot.marks.push_back(Curve{"1, where the rule leads",
                               share(std::vector{1.0, double(net.cells())}),
                               share(std::vector{1.0, 1.0}),
                               {Ink::Predicted},
                               false,
                               true,
                               {}});
    plot.marks.push_back(Curve{"norm", share(std::move(ranks)), share(std::move(norms)), {Ink::Memory}, true, false, {}});
    return {"norms", "Norms of cells",
            "began at " + significant(m.params.initialNorm, 3) + ", mean now " + fixed(m.state.fly.training->meanNorm(), 2), false,
            std::move(plot)};
}

Panel twinPanel(const Moment& m) {
    Panel panel{"twin", "One switch apart", "", true,
                Absent{"There is one network. Set twin=no_count or twin=small_norm for a second one, one switch apart."}};
    if (!m.state.twin.training) return panel;
    const double cells = m.params.kenyonCells;
    const bool topics = !m.state.world->topicNames.empty();
    Plot plot;
    plot.x = epochAxis(m), plot.y = {"share, and mean norm", "", 0, 1.05, Scale::Linear, true};
    const std::string other = m.params.twin == Twin::NoInverse ? "without 1/count" : "σ = 0.02";
    double top = 1.05;
    for (const auto* way : {m.state.way.get(), m.state.twinWay.get()}) {
        const bool own = way == m.state.way.get();
        for (const Passed& passed : *way) top = std::max(top, passed.norm * 1.05);
        const auto add = [&](const char* name, Paint paint, const Shared<double>& y) {
            plot.marks.push_back(
                Curve{own ? std::string(name) : std::string(name) + ", " + other, epochsOf(*way), y, paint, own, !own, {}});
        };
        add("cells used", {Ink::Memory}, column(*way, [&](const Passed& p) { return p.used / cells; }));
        if (topics) add("purity", {Ink::State}, column(*way, [](const Passed& p) { return p.purity; }));
        add("mean norm", {Ink::Predicted}, column(*way, [](const Passed& p) { return p.norm; }));
    }
    plot.y.high = std::ceil(top * 2) / 2;
    const auto words = [&](const Learner& l) {
        return std::to_string(l.training->cellsUsed()) + " cells, norm " + fixed(l.training->meanNorm(), 2) +
               (topics ? ", purity " + fixed(l.topics.purity, 2) : std::string()) +
               (m.state.world->pairs.empty() ? "" : ", Spearman " + rankWords(l.spearman));
    };
    panel.subtitle = words(m.state.fly) + "; " + other + " " + words(m.state.twin);
    panel.content = std::move(plot);
    return panel;
}

Panel pairsPanel(const Moment& m) {
    Panel panel{"pairs", "Word similarity", "", true, needsPairs()};
    const World& world = *m.state.world;
    if (world.pairs.empty()) return panel;
    if (!m.state.codes) return panel.content = beingMade(), panel;
    std::vector<double> x, y;
    for (const KnownPair& pair : world.pairs) x.push_back(pair.rating), y.push_back(similarityOf(m, pair));
    const auto [least, most] = std::minmax_element(x.begin(), x.end());
    const double low = *std::min_element(y.begin(), y.end());
    Plot plot;
    plot.x = {world.ratedByTopic ? "1 of the same topic, 0 of others" : "rated by people",
              "",
              *least - 0.03 * (*most - *least),
              *most + 0.03 * (*most - *least),
              Scale::Linear,
              true};
    plot.y = {"cells that agree", "", std::floor(low * 20) / 20, 1.005, Scale::Linear, true};
    plot.marks.push_back(Scatter{"", share(std::move(x)), share(std::move(y)), {}, {Ink::Memory, 0, 0.4f}, 4, false, {}});
    panel.subtitle = "Spearman " + rankWords(m.state.fly.spearman) + " on " + std::to_string(world.pairs.size()) + " of " +
                     std::to_string(world.allPairs) + " pairs";
    if (int(world.pairs.size()) < world.allPairs) panel.subtitle += ", the others have words that are unknown or too rare";
    if (m.state.rivals)
        panel.subtitle += std::string(m.params.share < 1 ? "; PPMI-SVD of the whole text " : "; PPMI-SVD of the same text ") +
                          rankWords(m.state.rivals->dense) + ", as sparse codes " + rankWords(m.state.rivals->binary);
    panel.content = std::move(plot);
    return panel;
}

// Pairs by how rare the rarer of the two words is.
Panel rarityPanel(const Moment& m) {
    Panel panel{"rarity", "Rare words", "", false, needsPairs()};
    const World& world = *m.state.world;
    if (world.pairs.empty()) return panel;
    if (!m.state.codes) return panel.content = beingMade(), panel;
    constexpr std::array<std::int64_t, 6> kBounds{1, 10, 30, 100, 300, std::int64_t(1) << 60};
    constexpr std::size_t kLeast = 10;
    Bars bars;
    for (std::size_t b = 0; b + 1 < kBounds.size(); ++b) {
        std::vector<double> ours, theirs;
        for (const KnownPair& pair : world.pairs) {
            const auto rarer = std::min(world.corpus.counts[std::size_t(pair.a)], world.corpus.counts[std::size_t(pair.b)]);
            if (rarer >= kBounds[b] && rarer < kBounds[b + 1]) ours.push_back(similarityOf(m, pair)), theirs.push_back(pair.rating);
        }
        const std::string range = b + 2 == kBounds.size() ? std::to_string(kBounds[b]) + " and more"
                                                          : std::to_string(kBounds[b]) + " to " + std::to_string(kBounds[b + 1] - 1);
        if (ours.size() >= kLeast)
            bars.bars.push_back({spearman(ours, theirs), {Ink::Memory}, {}, range + " (" + std::to_string(ours.size()) + " pairs)", 0});
    }
    if (bars.bars.empty()) {
        panel.content = Absent{"There are fewer than ten known pairs of any frequency"};
        return panel;
    }
    std::vector<double> values{0};
    for (const Bar& bar : bars.bars) values.push_back(bar.value);
    Plot plot;
    plot.x = hidden(0, double(bars.bars.size()));
    plot.y = rangeAround(values), plot.y.label = "Spearman";
    plot.marks.push_back(std::move(bars));
    panel.subtitle = "pairs by how often the rarer word occurs";
    panel.content = std::move(plot);
    return panel;
}

Panel documentsPanel(const Moment& m) {
    Panel panel{"documents", "Documents", "", false,
                Absent{"Open documents with labels, a file of lines \"LABEL:finer text\" or of a label, a tab and a text, or a folder of "
                       "one file a class: --labels PATH."}};
    if (m.state.world->documents.items.empty()) return panel;
    const std::vector<std::string>& labels = m.state.world->documents.labels;
    const std::vector<double> found = m.state.documents ? m.state.documents->perClass : std::vector<double>(labels.size(), 0);
    Plot plot;
    Bars bars;
    for (std::size_t c = 0; c < labels.size(); ++c) bars.bars.push_back({100 * found[c], categoryPaint(int(c)), {}, labels[c], 0});
    plot.x = hidden(0, double(bars.bars.size()));
    plot.y = {"found", "%", 0, 100, Scale::Linear, true};
    plot.marks.push_back(std::move(bars));
    panel.subtitle = "documents are sorted when all is learned";
    if (const auto view = m.state.documents)
        panel.subtitle = fixed(100 * view->accuracy, 1) + " % of " + std::to_string(view->testing) + " right, learned from " +
                         std::to_string(view->training) + "; always the most frequent class " + fixed(100 * view->majority, 1) + " %";
    panel.content = std::move(plot);
    return panel;
}

}  // namespace engram::fly_embedding
