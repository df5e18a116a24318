// The dummy experiment of one file and one line that the tests of the promise add.
#pragma once

#include "core/experiment/defined.h"

namespace engram::test {

struct Params {
    double rate = 0.5;
    int walkers = 3;
    bool noisy = false;
};
struct State {
    std::vector<double> x;
};

inline Experiment decay() {
    Defined<Params, State> d;
    d.about.id = "decay", d.about.title = "Decay", d.about.summary = "Numbers that go to zero.";
    d.about.measures = {{"mean", "Mean", "", "of all walkers"}};
    d.about.panels = {{"curve", "Curve", true, {}}};
    d.schema.group("Motion");
    d.schema.real("rate", &Params::rate, "Rate").soft(0, 1).live().help("How much goes at each step.");
    d.schema.integer("walkers", &Params::walkers, "Walkers").soft(1, 10).help("How many.");
    d.schema.boolean("noisy", &Params::noisy, "Noisy").live().help("Shakes.");
    d.init = [](const Params& p, const Inputs&) { return State{std::vector<double>(std::size_t(p.walkers), 1.0)}; };
    d.step = [](const Params& p, State& s) { for (double& x : s.x) x *= 1 - p.rate; };
    d.measure = [](const Params&, const State& s) { return std::vector<double>{s.x.front()}; };
    d.draw = [](const View<Params, State>& v) {
        Curve curve{"mean", share(std::vector<double>{0, 1}), share(std::vector<double>{1, v.state.x.front()}), {}, true, false, {}};
        Plot plot;
        plot.marks = {curve};
        Board board;
        board.panels = {{"curve", "Curve", "", true, plot}};
        board.sentence = "Step " + std::to_string(v.step);
        return board;
    };
    return d.experiment();
}

}  // namespace engram::test
