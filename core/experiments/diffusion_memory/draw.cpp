#include "core/experiments/diffusion_memory/draw.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"

namespace engram::diffusion_memory {

namespace {

std::string timeText(const char* name, const Params& p, double sigma) {
    const double t = sigma * sigma / (p.sigmaMax * p.sigmaMax);
    return name + std::string(" = ") + significant(t, 2) + ", σ = " + significant(sigma, 3);
}

std::string sentenceOf(const Moment& m) {
    const auto parted = std::count_if(m.state.parted.begin(), m.state.parted.end(), [](int step) { return step >= 0; });
    const std::string all = std::to_string(m.state.parted.size());
    const std::string text =
        "Level " + std::to_string(m.state.level) + " of " + std::to_string(steps(m.params)) + ", " + timeWords(m) + ": ";
    if (parted > 0) return text + "the two rules disagree on " + std::to_string(parted) + " of " + all + " particles";
    return text + "the two rules agree on all " + all + " particles";
}

}  // namespace

std::string timeWords(const Moment& m) { return timeText("t", m.params, sigmaNow(m.state)); }

std::string frozenWords(const Moment& m) { return timeText("at t_eval", m.params, sigmaAt(m.params, m.params.tEval)); }

std::string betaWords(double beta) {
    return "β = " + significant(beta, 3) + " on squared distances, " + significant(2 * beta, 3) + " on dot products";
}

std::vector<const Way*> waysOf(const State& s) {
    std::vector<const Way*> ways;
    for (const Way* way = s.way.get(); way; way = way->before.get()) ways.push_back(way);
    std::reverse(ways.begin(), ways.end());
    return ways;
}

int numberedCount(const State& s) { return std::min(int(s.parted.size()), kNumbered); }

Board draw(const Moment& m) {
    Board board;
    board.panels = {memoryPanel(m),       diffusionPanel(m),       basinsPanel(m),    branchesPanel(m), ringPanel(m),
                    memoryEnergyPanel(m), diffusionEnergyPanel(m), potentialPanel(m), picturesPanel(m), weightsPanel(m),
                    recognitionPanel(m),  trainedPanel(m),         exactPanel(m),     trainingPanel(m)};
    board.sentence = sentenceOf(m);
    return board;
}

}  // namespace engram::diffusion_memory
