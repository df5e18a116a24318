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

Place placeOver(const Moment& m, int layer) {
    const Hierarchy& net = *m.state.net;
    int row = m.state.world->hasPictures() ? m.state.pixel / m.state.world->width : 0,
        column = m.state.world->hasPictures() ? m.state.pixel % m.state.world->width : m.state.pixel;
    for (int a = 0; a < layer; ++a) {
        const HierarchyLayer& above = net.layers[std::size_t(a) + 1];
        const auto* conv = std::get_if<ConvSynapse>(&net.synapses[std::size_t(a)]);
        row = conv ? std::min(row / conv->stride, above.height - 1) : 0;
        column = conv ? std::min(column / conv->stride, above.width - 1) : 0;
    }
    const HierarchyLayer& here = net.layers[std::size_t(layer)];
    if (layer == 0) return {row, column, 0, m.state.pixel};
    const Eigen::Index first = Eigen::Index(row * here.width + column) * here.channels;
    Eigen::Index channel = 0;
    (*m.state.x)[std::size_t(layer)].segment(first, here.channels).maxCoeff(&channel);
    return {row, column, int(channel), int(first + channel)};
}

Board draw(const Moment& m) {
    Board board;
    board.panels = {theatrePanel(m), compositionPanel(m), drivesPanel(m),   recallPanel(m),  mixerPanel(m),
                    energyPanel(m),  ratePanel(m),        trainingPanel(m), memoriesPanel(m)};
    board.sentence = sentenceOf(m);
    return board;
}

}  // namespace engram::hierarchical_memory
