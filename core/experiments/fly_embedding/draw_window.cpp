// What one window does: the ribbon of text, the calyx, the drive of its cells under the threshold, and the words the winner has learned.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/text.h"
#include "core/experiments/fly_embedding/draw.h"

namespace engram::fly_embedding {

namespace {

constexpr double kLetter = 0.56;  // mean width of a letter, in text sizes
constexpr double kHexRow = 0.8660254;

bool isFrequent(const World& world, int word) { return word < world.frequent || world.topic(word) < 0; }

struct Layout {
    std::vector<double> x, y;
    int columns = 0, rows = 0;
};
// Places of cells in rows of hexagons, each other row moved by half a cell.
Layout comb(int cells) {
    Layout layout;
    // As square as can be, with the last row as full as can be.
    const int least = std::max(2, int(std::ceil(std::sqrt(0.85 * cells))));
    layout.columns = least;
    for (int columns = least; columns <= std::max(least, int(1.5 * least)); ++columns)
        if ((columns - cells % columns) % columns < (layout.columns - cells % layout.columns) % layout.columns) layout.columns = columns;
    layout.rows = (cells + layout.columns - 1) / layout.columns;
    for (int place = 0; place < cells; ++place) {
        const int row = place / layout.columns, column = place % layout.columns;
        layout.x.push_back(column + 0.5 * (row % 2)), layout.y.push_back(-kHexRow * row);
    }
    return layout;
}

}  // namespace

Panel ribbonPanel(const Moment& m) {
    const World& world = *m.state.world;
    const std::vector<int>& tokens = world.text->tokens;
    const int width = m.state.fly.training->options().width, first = windowPlace(m.state), centre = first + width / 2;
    // A page of text, in lines that stand still while the window slides over them; the page turns every kPage words.
    constexpr int kPage = 60, kBefore = 30, kRowsAround = 2;
    constexpr double kLine = 38, kGap = 1.6, kSize = 1.45;  // letters, letters, and what a letter of such a line takes of the frame
    const auto nameAt = [&](int at) {
        return tokens[std::size_t(at)] == kSkipped ? std::string("·") : world.name(tokens[std::size_t(at)]);
    };
    struct Placed {
        int at, row;
        double left;
    };
    std::vector<Placed> page;
    int row = 0, centreRow = 0;
    double end = 0;
    for (int at = std::max(0, centre / kPage * kPage - kBefore); at < int(tokens.size()) && row <= centreRow + kRowsAround; ++at) {
        const double size = double(nameAt(at).size());
        if (end > 0 && end + size > kLine) ++row, end = 0;
        page.push_back({at, row, end});
        end += size + kGap;
        if (at <= centre) centreRow = row;
    }
    Plot plot;
    plot.x = hidden(-1, kLine + 1), plot.y = hidden(-kRowsAround - 0.5, kRowsAround + 0.5);
    for (const Placed& placed : page) {
        if (std::abs(placed.row - centreRow) > kRowsAround) continue;
        const int word = tokens[std::size_t(placed.at)];
        Word mark{placed.left, double(centreRow - placed.row), nameAt(placed.at), {Ink::TextTertiary}, kSize, false, -1, {Ink::Grid, 0, 0},
                  -1};
        if (placed.at >= first && placed.at < first + width)
            mark.paint = {word != kSkipped && !isFrequent(world, word) ? Ink::Text : Ink::TextSecondary}, mark.ground = {Ink::Grid};
        if (placed.at == centre) mark.paint = {Ink::State}, mark.strong = true;
        plot.marks.push_back(std::move(mark));
    }
    return {"ribbon", "The window slides", std::to_string(width) + " words; the target is in the middle", false, std::move(plot)};
}

Panel calyxPanel(const Moment& m) {
    Panel panel{"calyx", "Kenyon calyx", "", true, beingMade()};
    const State& s = m.state;
    const int cells = s.fly.training->net().cells();
    if (!s.codes || int(s.codes->cellOrder.size()) != cells) return panel;
    const Drive d = driveNow(m);
    const Layout layout = comb(cells);
    std::vector<float> values(static_cast<std::size_t>(cells));
    std::vector<std::string> labels(values.size());
    const double top = std::max(1e-9, double(d.drives.maxCoeff()));
    for (int cell = 0; cell < cells; ++cell) {
        const auto place = std::size_t(s.codes->cellPlace[std::size_t(cell)]);
        const double drive = double(d.drives[cell]);
        // Silent cells just above the ground, the others by how far they stand above the threshold.
        values[place] = float(drive > d.shown ? 0.35 + 0.65 * std::max(0.0, drive) / top : 0.16 + 0.08 * std::clamp(drive / top, 0.0, 1.0));
        labels[place] = "cell " + std::to_string(cell + 1) + ", drive " + fixed(drive, 3);
    }
    Plot plot;
    Cells comb;
    comb.x = share(std::vector(layout.x)), comb.y = share(std::vector(layout.y));
    comb.values = share(std::move(values));
    comb.ringed = s.codes->cellPlace[std::size_t(d.winner)];
    comb.labels = std::move(labels);
    plot.marks.push_back(std::move(comb));
    const double right = layout.columns + 0.2;
    for (const CellGroup& group : s.codes->groups) {
        const double from = -kHexRow * (double(group.first) / layout.columns),
                     to = -kHexRow * (double(group.first + group.count) / layout.columns);
        const double a = from + 0.38, b = std::min(to + 0.62, a - 0.1);
        plot.marks.push_back(Curve{"",
                                   share(std::vector{right, right + 0.25, right + 0.25, right}),
                                   share(std::vector{a, a, b, b}),
                                   topicPaint(group.topic),
                                   false,
                                   false,
                                   {}});
        plot.marks.push_back(Word{right + 0.45, (a + b) / 2, group.name, topicPaint(group.topic), 0.85, false, -1, {Ink::Grid, 0, 0}, -1});
    }
    plot.x = hidden(-1, layout.columns + (s.codes->groups.empty() ? 0.6 : 0.34 * layout.columns));
    plot.y = hidden(-kHexRow * (layout.rows - 1) - 0.9, 0.9);
    plot.equalAspect = true;
    const std::string sorted =
        s.codes->groups.empty() ? "cells that speak for the same words stand together" : "sorted by the topic they learned";
    panel.subtitle = std::to_string(cells) + " cells, " + sorted + "; " + std::to_string(d.on) + " on, the winner ringed";
    panel.content = std::move(plot);
    return panel;
}

Panel drivesPanel(const Moment& m) {
    const Drive d = driveNow(m);
    std::vector<double> sorted(d.drives.begin(), d.drives.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<double>());
    const auto count = std::size_t(d.on);
    std::vector<double> ranks(sorted.size());
    std::iota(ranks.begin(), ranks.end(), 1.0);
    const auto part = [](const std::vector<double>& all, std::size_t from, std::size_t to) {
        return share(std::vector<double>(all.begin() + std::ptrdiff_t(from), all.begin() + std::ptrdiff_t(to)));
    };
    const double span = std::max(1e-9, sorted.front() - sorted.back());
    Plot plot;
    plot.x = {"cell, by its drive", "", 1, double(sorted.size()), Scale::Linear, true};
    plot.y = {"drive", "", sorted.back() - 0.06 * span, sorted.front() + 0.1 * span, Scale::Linear, true};
    const std::size_t joint = std::min(count + 1, sorted.size());
    plot.marks.push_back(Curve{"on",
                               part(ranks, 0, std::max<std::size_t>(joint, 1)),
                               part(sorted, 0, std::max<std::size_t>(joint, 1)),
                               {Ink::State},
                               true,
                               false,
                               {}});
    if (count < sorted.size())
        plot.marks.push_back(Curve{
            "silenced", part(ranks, count, sorted.size()), part(sorted, count, sorted.size()), {Ink::TextTertiary}, false, false, {}});
    plot.marks.push_back(Curve{"threshold " + fixed(d.shown, 2),
                               share(std::vector{1.0, double(sorted.size())}),
                               share(std::vector{d.shown, d.shown}),
                               {Ink::Inhibitory},
                               false,
                               false,
                               {}});
    const std::string way = d.on < m.params.active ? "coming down" : "k = " + std::to_string(m.params.active) + " remain";
    return {"drives", "Drive of each cell, sorted",
            std::to_string(d.on) + " on, " + std::to_string(int(sorted.size()) - d.on) + " silenced; " + way, false, std::move(plot)};
}

// Words of the winner, in a spiral round the heaviest; size by the synapse, both blocks together.
Panel cloudPanel(const Moment& m) {
    constexpr int kWords = 24;
    const World& world = *m.state.world;
    const FlyNet& net = m.state.fly.training->net();
    const Drive d = driveNow(m);
    std::vector<double> weight(std::size_t(world.words()));
    for (int word = 0; word < world.words(); ++word)
        weight[std::size_t(word)] = double(net.weight(d.winner, word)) + double(net.weight(d.winner, world.words() + word));
    std::vector<int> order(weight.size());
    std::iota(order.begin(), order.end(), 0);
    const auto shown = std::min<std::size_t>(kWords, order.size());
    std::partial_sort(order.begin(), order.begin() + std::ptrdiff_t(shown), order.end(), [&](int a, int b) {
        const double wa = weight[std::size_t(a)], wb = weight[std::size_t(b)];
        return wa != wb ? wa > wb : a < b;
    });
    order.resize(shown);
    const double top = std::max(1e-9, weight[std::size_t(order.front())]);
    struct Box {
        double x, y, w, h;
    };
    std::vector<Box> taken;
    Plot plot;
    plot.x = hidden(-17, 17), plot.y = hidden(-6, 6), plot.equalAspect = true;
    for (const int word : order) {
        const double share = std::max(0.0, weight[std::size_t(word)] / top), size = 0.8 + 1.3 * share;
        const double w = (kLetter * double(world.name(word).size()) + 0.7) * size, h = 1.25 * size;
        for (double turn = 0; turn < 120; turn += 0.25) {
            const Box box{0.13 * turn * std::cos(turn), 0.05 * turn * std::sin(turn), w, h};
            const bool free = std::none_of(taken.begin(), taken.end(), [&](const Box& o) {
                return std::abs(o.x - box.x) * 2 < o.w + box.w && std::abs(o.y - box.y) * 2 < o.h + box.h;
            });
            if (!free || std::abs(box.x) + w / 2 > 17 || std::abs(box.y) + h / 2 > 6) continue;
            taken.push_back(box);
            const bool target = word == d.target;
            plot.marks.push_back(Word{box.x,
                                      box.y,
                                      world.name(word),
                                      target ? Paint{Ink::State} : Paint{share > 0.6 ? Ink::Text : Ink::TextSecondary},
                                      size,
                                      target,
                                      -1,
                                      {Ink::Grid, 0, 0},
                                      0});
            break;
        }
    }
    return {"cloud", "What cell " + std::to_string(d.winner + 1) + " has learned", "size is its synapse, context and target together",
            false, std::move(plot)};
}

}  // namespace engram::fly_embedding
