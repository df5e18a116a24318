#include "core/experiments/hierarchical_memory/draw.h"

#include <cmath>

#include "core/base/text.h"

namespace engram::hierarchical_memory {

namespace {

std::string sentenceOf(const Moment& m) {
    const State& s = m.state;
    if (s.denoiser)
        return "After " + std::to_string(s.denoiser->iteration()) + " iterations " + errorWords(s.reading->error) + "; the mean picture " +
               errorWords(s.world->pictures->meanError);
    std::string text = "Time " + fixed(s.time, 2) + ", energy " + fixed(s.reading->energy.total(), 3);
    if (s.ranAway) return text + ": the state ran away, beyond all numbers of use: too long a step, or an energy without a floor";
    if (settled(m.params, s)) text += ", at rest";
    if (s.world->hasPictures()) text += ", " + errorWords(s.reading->error);
    const std::string broken = brokenWords(m.params);
    return broken.empty() ? text : text + "; " + broken;
}

}  // namespace

std::string readingOf(const Moment& m) {
    const Chain chain = chainOf(m.params, m.state);
    const Drives drives = drivesOf(m.state, activations(*m.state.net, *m.state.x), chain.layer, chain.chosen().neuron);
    return neuronName(m.params, m.state, chain.layer, chain.chosen()) + "\n" + drivesWords(m.state, chain.layer, drives) + "\n" +
           (holds(m.params, chain.layer) ? "held" : "τ dx/dt " + fixed(drives.sum(), 2));
}

int layersOf(const Moment& m) { return int(m.state.net->layers.size()); }

std::string layerName(const Moment& m, int layer) {
    if (m.params.task == Task::Denoise) return layer == 0 ? "pixels" : "memories";
    if (m.params.task == Task::Random) return "layer " + std::to_string(layer + 1);
    constexpr const char* names[] = {"pixels", "strokes", "rules", "rules of rules", "top rules"};
    return names[layer];
}

std::string brokenWords(const Params& p) {
    if (symmetric(p)) return {};
    const std::string what = p.feedback != 1 ? "feedback " + significant(p.feedback, 2) : "asymmetry " + significant(p.asymmetry, 2);
    return "symmetry is broken by " + what + ": E is not a Lyapunov function";
}

std::string errorWords(double error) { return "mse " + significant(error, 3); }

std::string countWords(double count) {
    if (!(count < 1e15)) return significant(count, 2);
    std::string text = fixed(count, 0);
    for (int at = int(text.size()) - 3; at > 0 && text.size() > 4; at -= 3) text.insert(std::size_t(at), "\u2009");  // thin spaces
    return text;
}

Pointing pointingOver(const Moment& m, int layer, std::string reading) {
    if (m.state.denoiser || !m.state.world->hasPictures()) return {};
    return {"looked_at", share(strongestOverPixels(m.state, layer)), std::move(reading)};
}

Board draw(const Moment& m) {
    Board board;
    board.panels = {theatrePanel(m), compositionPanel(m), drivesPanel(m),   recallPanel(m),  mixerPanel(m),
                    energyPanel(m),  ratePanel(m),        trainingPanel(m), memoriesPanel(m)};
    board.sentence = sentenceOf(m);
    return board;
}

}  // namespace engram::hierarchical_memory
