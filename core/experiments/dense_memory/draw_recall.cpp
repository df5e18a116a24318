// Cue, state and nearest memory as pictures, and the hidden neurons that tell them apart.
#include <algorithm>
#include <numeric>

#include "core/base/text.h"
#include "core/experiments/dense_memory/draw.h"

namespace engram::dense_memory {

namespace {

constexpr int kMostBars = 40;
constexpr double kPlaysAPart = 0.05;  // smaller shares are drawn without a colour of their own

// States of model B are pictures as they are; the others have a length of their own and are shown at that of a memory.
Vector asPicture(const Moment& m, const Vector& v, int memory) {
    if (m.params.model == Model::B) return v;
    const double length = v.norm();
    return length > 0 ? Vector(v * (m.state.world->lengths[memory] / length)) : v;
}

// Shares of the activity: the softmax itself for model B.
Vector sharesOf(const Vector& f) { return f.cwiseAbs() / std::max(f.cwiseAbs().sum(), 1e-300); }

Vector sharesAtCue(const Moment& m) {
    const Matrix g = activation(m.state.system->features, m.state.cues->col(cueShown(m.params, m.state)));
    return sharesOf(activation(m.state.system->hidden, *m.state.system->synapses * g));
}

Bar barFor(const Moment& m, int memory, double share, double atCue) {
    const Paint paint = share >= kPlaysAPart ? categoryPaint(categoryOf(m.params, m.state, memory)) : Paint{Ink::TextTertiary};
    return {share, paint, memoryPicture(*m.state.world, memory), m.state.world->names[std::size_t(memory)], atCue};
}

Bars barsFor(const Moment& m, const Vector& shares, const Vector& atCue) {
    Bars bars;
    bars.hasReference = true;
    const int count = int(shares.size());
    std::vector<int> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    if (count <= kMostBars) {
        for (const int memory : order) bars.bars.push_back(barFor(m, memory, shares[memory], atCue[memory]));
        return bars;
    }
    const int kept = kMostBars - 1;
    std::partial_sort(order.begin(), order.begin() + kept, order.end(),
                      [&](int a, int b) { return shares[a] != shares[b] ? shares[a] > shares[b] : a < b; });
    Bar rest{std::max(0.0, shares.sum()), {Ink::TextTertiary}, {}, "rest", std::max(0.0, atCue.sum())};
    for (int k = 0; k < kept; ++k) {
        const int memory = order[std::size_t(k)];
        bars.bars.push_back(barFor(m, memory, shares[memory], atCue[memory]));
        rest.value -= shares[memory], rest.reference -= atCue[memory];
    }
    bars.bars.push_back(rest);
    return bars;
}

}  // namespace

Panel recallPanel(const Moment& m) {
    Panel panel{"recall", "Recall", "", false, Absent{"Points have no pictures. Set patterns=glyphs."}, "paint on the cue to change it"};
    if (!m.state.world->hasPictures()) return panel;
    const World& world = *m.state.world;
    const int cue = cueShown(m.params, m.state), own = memoryOf(m.state, cue);
    const Vector v = shownState(m);
    const int nearest = nearestMemory(m.state, v);
    Tiles tiles;
    tiles.tiles.push_back({pictureOf(world, m.state.cues->col(cue), own), "cue", cueWords(m), {Ink::Cue}, true});
    tiles.tiles.push_back({pictureOf(world, asPicture(m, v, own), own), "state", stepWords(m), {Ink::State}, false});
    tiles.tiles.push_back({memoryPicture(world, nearest), "nearest memory",
                           world.names[std::size_t(nearest)] + ", overlap " + fixed(overlapWith(m.state, v, nearest), 2),
                           categoryPaint(categoryOf(m.params, m.state, nearest)), false});
    panel.content = std::move(tiles);
    return panel;
}

Panel hiddenPanel(const Moment& m) {
    const Vector h = m.state.now->h.col(cueShown(m.params, m.state));
    const Vector f = activation(m.state.system->hidden, h);
    Plot plot;
    const Bars bars = barsFor(m, sharesOf(f), sharesAtCue(m));
    plot.x = {"", "", 0, double(bars.bars.size()), Scale::Linear, true};
    plot.y = {"", "", 0, 1, Scale::Linear, true};
    plot.marks.push_back(bars);
    // The tallest of the lines names them all.
    const auto tallest =
        std::max_element(bars.bars.begin(), bars.bars.end(), [](const Bar& a, const Bar& b) { return a.reference < b.reference; });
    plot.marks.push_back(Note{double(tallest - bars.bars.begin()) + 0.5, tallest->reference, {Ink::Cue}, "at the cue"});
    return {"hidden", "Hidden neurons", fixed(effectiveCount(f), 1) + " of " + std::to_string(f.size()) + " active", false,
            std::move(plot)};
}

}  // namespace engram::dense_memory
