#include "core/experiments/energy_transformer/draw.h"

#include <algorithm>

#include "core/base/text.h"

namespace engram::energy_transformer {

namespace {

std::string sentenceOf(const Moment& m) {
    const State& s = m.state;
    std::string text;
    if (s.training && !s.training->finished())
        text = "Training, iteration " + std::to_string(s.training->iteration()) + " of " + std::to_string(m.params.iterations) + ": ";
    else if (s.training && s.training->diverged())
        text = "The training diverged; these are the last good weights: ";
    text += stepWords(m) + ", " + std::to_string(hiddenCount(s)) + " of " + std::to_string(s.world->cut.tokens()) + " patches hidden, " +
            decibels(s, s.way->back().error);
    if (const int rises = risesOf(s); rises > 0)
        text += "; the energy rose in " + std::to_string(rises) + (rises == 1 ? " step" : " steps");
    return text;
}

}  // namespace

std::string stepWords(const Moment& m) {
    const int at = m.state.at();
    const std::string text = "step " + std::to_string(at) + " of " + std::to_string(m.params.depth);
    return at > m.params.depth ? "step " + std::to_string(at) + ", " + std::to_string(at - m.params.depth) + " past the depth" : text;
}

std::string decibels(const State& s, double meanSquareError) {
    if (hiddenCount(s) == 0) return "nothing is hidden";
    return meanSquareError > 0 ? fixed(psnr(meanSquareError), 1) + " dB" : "exact";
}

int hiddenCount(const State& s) { return int(std::count(s.hidden->begin(), s.hidden->end(), std::uint8_t(1))); }

Board draw(const Moment& m) {
    Board board;
    board.panels = {completionPanel(m), energyPanel(m), qualityPanel(m),  rivalsPanel(m),  tokensPanel(m),
                    sharesPanel(m),     pastPanel(m),   memoriesPanel(m), trainingPanel(m)};
    board.sentence = sentenceOf(m);
    return board;
}

}  // namespace engram::energy_transformer
