// Codes of words: the raster of all, one word in two contexts, the map of Hamming distances, and the nearest words.
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiments/fly_embedding/draw.h"

namespace engram::fly_embedding {

namespace {

// The code of the word looked at in a context.
CodeTable codeIn(const Moment& m, int word, const std::vector<int>& context) {
    CodeTable code(1, m.state.fly.training->net().cells());
    code.set(0, m.state.fly.training->net().drives(context, word), m.params.active);
    return code;
}

double likeness(const CodeTable& code, const CodeTable& codes, int word) {
    int both = 0;
    const auto a = code.row(0), b = codes.row(word);
    for (std::size_t i = 0; i < a.size(); ++i) both += __builtin_popcountll(a[i] & b[i]);
    return 1 - double(code.onCount(0) + codes.onCount(word) - 2 * both) / double(code.cells());
}

double likenessToAll(const CodeTable& code, const CodeTable& codes, const std::vector<int>& words) {
    double sum = 0;
    for (const int word : words) sum += likeness(code, codes, word);
    return words.empty() ? 0 : sum / double(words.size());
}

// What a context stands for: its topic, where text has topics, else its own words.
struct Meaning {
    std::vector<int> context, words;
    std::string name;
    Paint paint;
};
std::vector<Meaning> meaningsOf(const Moment& m) {
    const World& world = *m.state.world;
    std::vector<Meaning> meanings;
    for (const std::vector<int>& context : contextsOffered(m.params, m.state)) {
        Meaning meaning{context, context, world.name(context.front()), categoryPaint(int(meanings.size()))};
        if (const int topic = world.topic(context.front()); topic >= 0) {
            meaning.paint = topicPaint(topic), meaning.name = world.topicNames[std::size_t(topic)], meaning.words.clear();
            for (int word = 0; word < world.words(); ++word)
                if (world.topic(word) == topic) meaning.words.push_back(word);
        }
        meanings.push_back(std::move(meaning));
    }
    return meanings;
}

std::string namesOf(const World& world, const std::vector<int>& words) {
    std::vector<std::string> names;
    for (const int word : words) names.push_back(world.name(word));
    return names.empty() ? "alone" : join(names, ", ");
}

}  // namespace

Panel rasterPanel(const Moment& m) {
    Panel panel{"raster", "Codes", "", true, beingMade()};
    if (!m.state.codes) return panel;
    const CodesView& view = *m.state.codes;
    const World& world = *m.state.world;
    const int cells = view.codes.cells(), words = int(view.words.size());
    std::vector<double> x, y;
    std::vector<Paint> paints;
    for (int i = 0; i < words; ++i)
        for (int place = 0; place < cells; ++place)
            if (view.codes.on(view.words[std::size_t(i)], view.cellOrder[std::size_t(place)])) {
                x.push_back(place + 0.5), y.push_back(-i - 0.5);
                paints.push_back(world.topicNames.empty() ? Paint{Ink::State} : topicPaint(world.topic(view.words[std::size_t(i)])));
            }
    Plot plot;
    Cells raster;
    raster.x = share(std::move(x)), raster.y = share(std::move(y)), raster.paints = share(std::move(paints));
    raster.shape = CellShape::Rectangle;
    plot.marks.push_back(std::move(raster));
    double left = 0;
    if (world.topicNames.empty()) {
        for (int i = 0; i < words; i += std::max(1, words / 24))
            plot.marks.push_back(Word{-0.015 * cells,
                                      -i - 0.5,
                                      world.name(view.words[std::size_t(i)]),
                                      {Ink::TextSecondary},
                                      0.75,
                                      false,
                                      -1,
                                      {Ink::Grid, 0, 0},
                                      1});
        left = -0.17 * cells;
    } else {
        for (int i = 0; i < words;) {
            const int topic = world.topic(view.words[std::size_t(i)]);
            int end = i;
            while (end < words && world.topic(view.words[std::size_t(end)]) == topic) ++end;
            plot.marks.push_back(Word{-0.015 * cells,
                                      -(i + end) / 2.0,
                                      world.topicNames[std::size_t(topic)],
                                      topicPaint(topic),
                                      0.85,
                                      false,
                                      -1,
                                      {Ink::Grid, 0, 0},
                                      1});
            i = end;
        }
        left = -0.15 * cells;
    }
    plot.x = hidden(left, cells), plot.y = hidden(-words, 0);
    panel.subtitle = std::to_string(words) + " words by " + std::to_string(cells) + " cells; a word has " +
                     std::to_string(m.params.active) + ", and two by chance agree in " + fixed(chanceSimilarity(cells, m.params.active), 3);
    panel.content = std::move(plot);
    return panel;
}

// Codes as bitmaps in the order of the calyx, and beneath them words that can be dragged into the context.
Panel sensesPanel(const Moment& m) {
    Panel panel{"senses", "One word, two meanings", "", true, beingMade()};
    if (!m.state.codes) return panel;
    const World& world = *m.state.world;
    const CodesView& view = *m.state.codes;
    const int word = wordOf(m.params, m.state), cells = view.codes.cells();
    const std::vector<int> chosen = contextOf(m.params, m.state);
    const std::vector<Meaning> meanings = meaningsOf(m);
    if (meanings.size() < 2) {
        panel.content = Absent{"There are too few words near \"" + world.name(word) + "\" to tell two meanings. Choose another word."};
        return panel;
    }
    struct Shown {
        std::vector<int> context;
        std::string title;
        Paint paint;
    };
    const std::vector<Shown> shown{{{}, "the word alone", {Ink::TextSecondary}},
                                   {meanings[0].context, namesOf(world, meanings[0].context), meanings[0].paint},
                                   {meanings[1].context, namesOf(world, meanings[1].context), meanings[1].paint},
                                   {chosen, chosen.empty() ? "your context" : namesOf(world, chosen), {Ink::State}}};
    const int side = int(std::ceil(std::sqrt(double(cells))));
    constexpr double kPitch = 1.28;
    Plot plot;
    const CodeTable alone = codeIn(m, word, {});
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const CodeTable code = codeIn(m, word, shown[i].context);
        const double left = kPitch * double(i), cell = 1.0 / side;
        std::vector<double> x, y;
        std::vector<Paint> paints;
        int flipped = 0;
        for (int place = 0; place < cells; ++place) {
            const int at = view.cellOrder[std::size_t(place)];
            x.push_back(left + (place % side + 0.5) * cell), y.push_back(1.5 - (place / side + 0.5) * cell);
            const bool on = code.on(0, at);
            flipped += on != alone.on(0, at);
            paints.push_back(on ? shown[i].paint : Paint{Ink::Grid});
        }
        Cells bits;
        bits.x = share(std::move(x)), bits.y = share(std::move(y)), bits.paints = share(std::move(paints));
        bits.shape = CellShape::Rectangle, bits.width = bits.height = cell;
        plot.marks.push_back(std::move(bits));
        plot.marks.push_back(Word{left, 1.6, shown[i].title, shown[i].paint, 0.62, i == 3, -1, {Ink::Grid, 0, 0}, -1});
        double line = 0.42;
        for (const Meaning& meaning : {meanings[0], meanings[1]}) {
            plot.marks.push_back(Word{left,
                                      line,
                                      "to " + meaning.name + " " + fixed(likenessToAll(code, view.codes, meaning.words), 2),
                                      meaning.paint,
                                      0.8,
                                      false,
                                      -1,
                                      {Ink::Grid, 0, 0},
                                      -1});
            line -= 0.11;
        }
        plot.marks.push_back(Word{left,
                                  line,
                                  i == 0 ? std::string("mean similarity") : std::to_string(flipped) + " bits flip",
                                  {Ink::TextTertiary},
                                  0.75,
                                  false,
                                  -1,
                                  {Ink::Grid, 0, 0},
                                  -1});
    }
    // Words of both meanings: in the context above the line, others below it.
    const double width = kPitch * 3 + 1;
    plot.marks.push_back(Curve{"", share(std::vector{0.0, width}), share(std::vector{0.0, 0.0}), {Ink::Axis}, false, true, {}});
    std::vector<int> offered = chosen;
    for (const Meaning& meaning : meanings)
        for (std::size_t i = 0; i < std::min<std::size_t>(5, meaning.words.size()); ++i)
            if (std::find(offered.begin(), offered.end(), meaning.words[i]) == offered.end()) offered.push_back(meaning.words[i]);
    double in = 0.62, out = 0;
    plot.marks.push_back(Word{0, 0.08, world.name(word), {Ink::State}, 0.9, true, -1, {Ink::Grid, 0, 0}, -1});
    for (const int other : offered) {
        const bool isIn = std::find(chosen.begin(), chosen.end(), other) != chosen.end();
        double& at = isIn ? in : out;
        const double wide = 0.058 * double(world.name(other).size()) + 0.12;
        if (at + wide > width) continue;
        Paint paint{Ink::Text};
        for (const Meaning& meaning : meanings)
            if (std::find(meaning.words.begin(), meaning.words.end(), other) != meaning.words.end()) paint = meaning.paint;
        plot.marks.push_back(Word{at + wide / 2, isIn ? 0.08 : -0.1, world.name(other), paint, 0.7, false, other, {Ink::Grid}, 0});
        at += wide + 0.03;
    }
    plot.x = hidden(-0.03, width + 0.03), plot.y = hidden(-0.22, 1.72);
    panel.subtitle = "the code of \"" + world.name(word) + "\", cells in the order of the calyx";
    panel.hint = "drag words over the line to put them into the context, or out of it";
    panel.content = std::move(plot);
    return panel;
}

Panel mapPanel(const Moment& m) {
    Panel panel{"map", "Word map", "", true, beingMade()};
    if (!m.state.map || !m.state.codes || m.state.map->codes->codes.cells() != m.state.codes->codes.cells()) return panel;
    const MapView& map = *m.state.map;
    const World& world = *m.state.world;
    const CodesView& view = *map.codes;
    const int word = wordOf(m.params, m.state);
    const std::vector<Meaning> meanings = meaningsOf(m);
    std::vector<double> x, y;
    std::vector<Paint> paints;
    for (std::size_t i = 0; i < view.words.size(); ++i) {
        x.push_back(map.at(0, Eigen::Index(i))), y.push_back(map.at(1, Eigen::Index(i)));
        Paint paint{Ink::TextTertiary, 0, 0.55f};
        for (const Meaning& meaning : meanings)
            if (std::find(meaning.words.begin(), meaning.words.end(), view.words[i]) != meaning.words.end()) paint = meaning.paint;
        paints.push_back(paint);
    }
    Plot plot;
    double reach = 1e-6;
    for (std::size_t i = 0; i < x.size(); ++i) reach = std::max({reach, std::abs(x[i]), std::abs(y[i])});
    reach *= 1.12;
    plot.x = hidden(-reach, reach), plot.y = hidden(-reach, reach), plot.equalAspect = true;
    Scatter dots;
    dots.x = share(std::move(x)), dots.y = share(std::move(y)), dots.paints = share(std::move(paints)), dots.sizePx = 5;
    plot.marks.push_back(std::move(dots));
    const auto nameGroup = [&](const std::string& name, const std::vector<int>& words, Paint paint, bool strong) {
        Eigen::Vector2d middle(0, 0);
        int count = 0;
        for (std::size_t i = 0; i < view.words.size(); ++i)
            if (std::find(words.begin(), words.end(), view.words[i]) != words.end()) middle += map.at.col(Eigen::Index(i)), ++count;
        if (count == 0) return;
        middle /= count;
        plot.marks.push_back(
            Word{middle[0], middle[1] + 0.09 * reach, name, paint, strong ? 1.15 : 0.95, strong, -1, {Ink::Grid, 0, 0}, 0});
    };
    for (std::size_t topic = 0; topic < world.topicNames.size(); ++topic) {
        std::vector<int> words;
        for (const int other : view.words)
            if (world.topic(other) == int(topic)) words.push_back(other);
        if (topic >= 2) nameGroup(world.topicNames[topic], words, {Ink::TextTertiary}, false);
    }
    for (const Meaning& meaning : meanings) nameGroup(meaning.name, meaning.words, meaning.paint, true);
    const auto place = [&](const std::vector<int>& context) { return placeOn(map, codeIn(m, word, context), 0); };
    const Eigen::Vector2d alone = place({});
    const auto path = [&](const Eigen::Vector2d& to, Paint paint, const std::string& label) {
        plot.marks.push_back(Curve{"", share(std::vector{alone[0], to[0]}), share(std::vector{alone[1], to[1]}), paint, false, true, {}});
        Scatter end;
        end.x = share(std::vector{to[0]}), end.y = share(std::vector{to[1]}), end.paint = paint, end.sizePx = 11;
        plot.marks.push_back(std::move(end));
        if (!label.empty()) plot.marks.push_back(Note{to[0], to[1], {Ink::State}, label});
    };
    for (const Meaning& meaning : meanings) path(place(meaning.context), {meaning.paint.ink, meaning.paint.category, 1}, "");
    const std::vector<int> chosen = contextOf(m.params, m.state);
    Scatter here;
    here.x = share(std::vector{alone[0]}), here.y = share(std::vector{alone[1]}), here.paint = {Ink::State}, here.sizePx = 13;
    plot.marks.push_back(std::move(here));
    plot.marks.push_back(Note{alone[0], alone[1], {Ink::State}, world.name(word)});
    if (m.state.context) path(place(chosen), {Ink::State}, "in your context");
    panel.subtitle = "distance is the share of cells in which codes differ; dotted, where context takes \"" + world.name(word) + "\"";
    panel.content = std::move(plot);
    return panel;
}

Panel nearestPanel(const Moment& m) {
    constexpr int kNearest = 5;  // so many that each has its name beneath it in a small panel
    Panel panel{"nearest", "Nearest words", "", false, beingMade()};
    if (!m.state.codes) return panel;
    const World& world = *m.state.world;
    const CodeTable& codes = m.state.codes->codes;
    const int word = wordOf(m.params, m.state);
    Plot plot;
    Bars bars;
    for (const int other : nearestWords(codes, word, kNearest))
        bars.bars.push_back({codes.similarity(word, other), topicPaint(world.topic(other)), {}, world.name(other), 0});
    const double chance = chanceSimilarity(codes.cells(), m.params.active);
    plot.x = hidden(0, double(bars.bars.size()));
    plot.y = {"cells that agree", "", 0, 1, Scale::Linear, true};
    plot.marks.push_back(std::move(bars));
    panel.subtitle = "to \"" + world.name(word) + "\", word " + std::to_string(word + 1) + "; by chance " + fixed(chance, 3);
    panel.content = std::move(plot);
    return panel;
}

}  // namespace engram::fly_embedding
