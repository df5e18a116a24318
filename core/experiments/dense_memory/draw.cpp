#include "core/experiments/dense_memory/draw.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiments/dense_memory/capacity_lab.h"

namespace engram::dense_memory {

namespace {

std::string sourceWords(const Params& p) {
    switch (p.patterns) {
        case Source::Glyphs: return "glyphs";
        case Source::Idx: return "images";
        case Source::Images: return "pictures";
        case Source::Points: return "points";
    }
    return "";
}

std::string sentenceOf(const Moment& m) {
    const int nearest = nearestMemory(m.state, shownState(m));
    const int last = m.trace.size() - 1;
    std::string text = "Step " + std::to_string(m.step) + (converged(m.state) ? ": converged, energy " : ": energy ") +
                       fixed(m.trace.at(last, kEnergy), 3);
    if (m.state.cues->cols() > 1)
        return text + " on average, " + percent(m.trace.at(last, kRecalled)) + " of " + std::to_string(m.state.cues->cols()) +
               " cues recalled";
    return text + ", nearest memory " + m.state.world->names[std::size_t(nearest)] + " with overlap " +
           fixed(overlapWith(m.state, shownState(m), nearest), 2);
}

}  // namespace

std::string percent(double share) { return fixed(100 * share, 0) + " %"; }

std::string modelWords(const Params& p) {
    const std::string beta = ", β = " + significant(p.beta, 3), order = ", n = " + std::to_string(p.order);
    const std::string hidden =
        p.separation == Separation::Exp ? ", exponential" + beta : order + (p.separation == Separation::Plain ? ", not rectified" : "");
    switch (p.model) {
        case Model::A: return "model A" + hidden + (p.neurons == Neurons::Sign ? ", sign neurons" : "");
        case Model::B: return "model B" + beta;
        case Model::C: return "model C" + hidden;
        case Model::Hopfield: return asynchronous(p) ? "Hopfield 1982" : "Hopfield 1984" + std::string(p.diagonal ? "" : ", no diagonal");
    }
    return "";
}

std::string cueWords(const Moment& m) {
    const int cue = cueShown(m.params, m.state);
    if (std::find(m.state.painted.begin(), m.state.painted.end(), cue) != m.state.painted.end()) return "painted by hand";
    const double changed = 1 - double(m.state.known->col(cue).count()) / double(m.state.known->rows());
    switch (m.params.corruptionKind) {
        case Corruption::Mask: return percent(changed) + " hidden";
        case Corruption::Flip: return percent(changed) + " flipped";
        case Corruption::Noise: return "noise " + percent(m.params.corruption);
    }
    return "";
}

std::string stepWords(const Moment& m) { return "step " + std::to_string(m.step); }

Vector shownState(const Moment& m) { return m.state.now->v.col(cueShown(m.params, m.state)); }

double overlapWith(const State& s, const Vector& v, int memory) { return cosine(v, s.world->patterns.rows.row(memory)); }

Sentence planeNote(const Moment& m) {
    if (m.params.patterns == Source::Points && m.params.dimension == 2) return {{"The whole plane"}};
    const auto memories = planeMemories(m.params, m.state);
    std::vector<std::string> names;
    for (std::size_t k = 0; k < memories.size(); ++k)
        if (std::find(memories.begin(), memories.begin() + std::ptrdiff_t(k), memories[k]) == memories.begin() + std::ptrdiff_t(k))
            names.push_back(m.state.world->names[std::size_t(memories[k])]);
    if (names.size() == 1) return {{"Plane through memory " + names[0]}};
    const std::string last = names.back();
    names.pop_back();
    return {{"Plane through memories " + join(names, ", ") + " and " + last}};
}

double shareOutsidePlane(const Moment& m) {
    return shareOutside(m.state.plane, placeOf(m.params, m.state, shownState(m)).shown);
}

Sentence outsideNote(const Moment& m) {
    return {{percent(shareOutsidePlane(m)), {Ink::Cue}, true},
            {m.params.model == Model::B ? " of the state lies outside it" : " of the state lies outside it; its length is not shown"}};
}

Sentence loadNote(const Moment& m) {
    const int memories = m.state.world->memoryCount(), features = m.state.world->featureCount();
    return {{"Load K / N = " + std::to_string(memories) + " / " + std::to_string(features) + " = "},
            {significant(double(memories) / features, 2), {Ink::State}, true}};
}

std::vector<double> niceTicks(double low, double high, int count) {
    const double raw = (high - low) / std::max(count, 1);
    if (!(raw > 1e-12 * (std::abs(low) + std::abs(high))) || !std::isfinite(raw)) return {};   // nothing to tell apart
    const double power = std::pow(10, std::floor(std::log10(raw)));
    double step = 10 * power;
    for (const double factor : {5.0, 2.5, 2.0, 1.0})
        if (factor * power >= raw * 0.999) step = factor * power;
    std::vector<double> ticks;
    for (double k = std::ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; ++k) ticks.push_back(k == 0 ? 0 : k * step);
    return ticks;
}

Board draw(const Moment& m) {
    Board board;
    board.panels = {surfacePanel(m), recallPanel(m), hiddenPanel(m), energyPanel(m),  powerPanel(m),
                    gapPanel(m),     spherePanel(m), planePanel(m),  capacityPanel(m)};
    const int cue = cueShown(m.params, m.state), own = memoryOf(m.state, cue);
    for (Panel& panel : board.panels)
        if (panel.hero && panel.subtitle.empty()) {
            const std::string& name = m.state.world->names[std::size_t(own)];
            const std::string what = m.params.patterns == Source::Points ? "A cue of point " + name : "Memory " + name + ", " + cueWords(m);
            panel.subtitle = what + ", among " + std::to_string(m.state.world->memoryCount()) + " " + sourceWords(m.params) + ", " +
                             modelWords(m.params);
        }
    board.sentence = sentenceOf(m);
    return board;
}

}  // namespace engram::dense_memory
