#include "core/experiments/fly_embedding/draw.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"

namespace engram::fly_embedding {

Absent beingMade() { return {"It has not been computed yet"}; }

Axis hidden(double low, double high) { return {"", "", low, high, Scale::Linear, false}; }

std::string countWords(double count) {
    std::string text = fixed(count, 0);
    for (int at = int(text.size()) - 3; at > 0 && text.size() > 4; at -= 3) text.insert(std::size_t(at), "\u2009");
    return text;
}

std::string timeWords(double seconds) {
    if (seconds < 90) return "about " + fixed(std::max(1.0, std::ceil(seconds)), 0) + " s";
    return "about " + fixed(std::ceil(seconds / 60), 0) + " minutes";
}

Paint topicPaint(int topic, float alpha) { return topic < 0 ? Paint{Ink::TextTertiary, 0, alpha} : categoryPaint(topic, alpha); }

std::string progressWords(const Moment& m) {
    const FlyTraining& t = *m.state.fly.training;
    if (t.finished()) return std::to_string(t.epoch()) + " epochs, " + countWords(double(t.seen())) + " windows";
    return "epoch " + std::to_string(t.epoch() + 1) + " of " + std::to_string(t.options().epochs) + ", " +
           fixed(100 * double(t.seen()) / double(t.all()), 0) + " %";
}

Drive driveNow(const Moment& m) {
    const FlyNet& net = m.state.fly.training->net();
    std::vector<int> window = windowNow(m.state);
    Drive d;
    d.target = window[window.size() / 2];
    window.erase(window.begin() + std::ptrdiff_t(window.size() / 2));
    d.context = std::move(window);
    d.drives = net.drives(d.context, d.target);
    Eigen::Index winner = 0;
    const double top = double(d.drives.maxCoeff(&winner));
    d.winner = int(winner);
    d.threshold = double(codeThreshold(d.drives, m.params.active));
    const double sweep = sweepNow(m.params, m.state);
    d.shown = sweep * d.threshold + (1 - sweep) * top;
    d.on = int((d.drives.array().cast<double>() > d.shown).count());
    return d;
}

Board draw(const Moment& m) {
    Board board;
    board.panels = {ribbonPanel(m), calyxPanel(m), drivesPanel(m),  cloudPanel(m),  rasterPanel(m),
                    sensesPanel(m), mapPanel(m),   nearestPanel(m), twinPanel(m),   trainingPanel(m),
                    usagePanel(m),  normsPanel(m), pairsPanel(m),   rarityPanel(m), documentsPanel(m)};
    const FlyTraining& t = *m.state.fly.training;
    std::string text = progressWords(m);
    if (!t.finished() && t.seen() > 0)
        text += ", " + countWords(std::round(double(t.seen()) / std::max(1e-9, m.state.seconds) / 1000) * 1000) + " windows/s, " +
                timeWords(secondsLeft(m.state)) + " left";
    text +=
        "; " + std::to_string(t.cellsUsed()) + " of " + std::to_string(t.net().cells()) + " cells won, mean norm " + fixed(t.meanNorm(), 2);
    if (!m.state.world->topicNames.empty())
        text += "; similarity within topics " + fixed(m.state.fly.topics.within, 2) + ", between " + fixed(m.state.fly.topics.between, 2) +
                ", nearest five of the topic in " + fixed(100 * m.state.fly.topics.purity, 0) + " %";
    board.sentence = text;
    return board;
}

}  // namespace engram::fly_embedding
