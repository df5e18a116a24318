// Curves: the energy and its parts, the quality, both beyond the trained depth, the training.
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiments/energy_transformer/draw.h"
#include "core/view/plot_range.h"

namespace engram::energy_transformer {

namespace {

Shared<double> counts(std::size_t count) {
    std::vector<double> x(count);
    for (std::size_t i = 0; i < count; ++i) x[i] = double(i);
    return share(std::move(x));
}

template <class Get>
std::vector<double> column(const std::vector<Passed>& way, const Get& get) {
    std::vector<double> values;
    for (const Passed& passed : way) values.push_back(get(passed));
    return values;
}

std::vector<int> risesIn(const std::vector<Passed>& way) {
    std::vector<int> rising;
    for (std::size_t i = 1; i < way.size(); ++i)
        if (way[i].rose) rising.push_back(int(i) - 1);
    return rising;
}

Axis stepAxis(const Moment& m) { return {"step", "", 0, std::max(1.0, double(m.params.depth + m.params.past)), Scale::Linear, true}; }

// How far a value has come from where it began to the best there is: what lets dB and energies share an axis.
std::vector<double> shares(const std::vector<double>& values, double best) {
    std::vector<double> result;
    const double all = best - values.front();
    for (const double value : values) result.push_back(std::abs(all) > 1e-12 ? (value - values.front()) / all : 0);
    return result;
}

Absent notTrained() { return {"The weights are as they came. Set weights=trained to train them here."}; }

}  // namespace

Panel energyPanel(const Moment& m) {
    const std::vector<Passed>& way = *m.state.way;
    const std::vector<double> attention = column(way, [](const Passed&p) { return p.attention; }),
                              memory = column(way, [](const Passed&p) { return p.memory; }),
                              sum = column(way, [](const Passed&p) { return p.energy(); });
    std::vector<double> all = sum;
    all.insert(all.end(), attention.begin(), attention.end()), all.insert(all.end(), memory.begin(), memory.end());
    Plot plot;
    plot.x = stepAxis(m);
    plot.y = rangeAround(all);
    plot.now = m.state.at();
    const Shared<double> x = counts(way.size());
    plot.marks.push_back(Curve{"attention", x, share(std::vector(attention)), {Ink::Excitatory}, false, false, {}});
    plot.marks.push_back(Curve{"memory", x, share(std::vector(memory)), {Ink::Memory}, false, false, {}});
    plot.marks.push_back(Curve{"energy", x, share(std::vector(sum)), {Ink::Falling}, true, false, risesIn(way)});
    const int rises = risesOf(m.state), made = int(std::count_if(way.begin() + 1, way.end(), [](const Passed&p) { return p.alpha > 0; }));
    std::string subtitle = rises == 0 ? "fell in " + std::to_string(made) + " steps"
                                      : "rose in " + std::to_string(rises) + " of " + std::to_string(made) + " steps";
    if (made < m.state.at()) subtitle += ", " + std::to_string(m.state.at() - made) + " more were not made";
    if (!m.state.model->promised()) subtitle += "; as it is broken, no descent of it is promised";
    return {"energy", "Energy", subtitle, false, std::move(plot)};
}

Panel qualityPanel(const Moment& m) {
    const State& s = m.state;
    const std::vector<Passed>& way = *s.way;
    Panel panel{"quality", "Quality", "PSNR of hidden pixels", false,
                Absent{"Nothing is hidden: there is nothing to complete. Paint on the cue."}};
    if (hiddenCount(s) == 0) return panel;
    const auto truth = s.world->heldOut(picture(m.params, s));
    std::vector<double> own = column(way, [](const Passed&p) { return psnr(p.error); }), all = own;
    Plot plot;
    plot.x = stepAxis(m);
    const std::array<std::pair<const char*, const Eigen::MatrixXf*>, 3> rivals{
        std::pair{"mean", &s.rivals->mean}, {"nearest", &s.rivals->nearest}, {"one step", &s.rivals->oneStep}};
    for (const auto& [name, guess] : rivals) {
        const double level = psnr(hiddenError(*guess, truth, *s.hidden));
        all.push_back(level);
        plot.marks.push_back(
            Curve{name, share(std::vector{0.0, plot.x.high}), share(std::vector{level, level}), {Ink::TextTertiary}, false, true, {}});
    }
    plot.y = rangeAround(all);
    plot.y.unit = "dB";
    plot.now = s.at();
    plot.marks.push_back(Curve{"completion", counts(way.size()), share(std::move(own)), {Ink::State}, true, false, {}});
    panel.content = std::move(plot);
    return panel;
}

Panel pastPanel(const Moment& m) {
    const State& s = m.state;
    Panel panel{"past", "Past the trained depth", "", true, Absent{"It has not been computed yet"}};
    if (hiddenCount(s) == 0) {
        panel.content = Absent{"Nothing is hidden: there is no quality to see. Paint on the cue."};
        return panel;
    }
    if (s.training && !s.training->finished()) panel.content = Absent{"The weights are still being trained"};
    if (!s.past || s.past->way.size() < 2) return panel;
    const PastView& view = *s.past;
    const std::vector<double> energy = column(view.way, [](const Passed&p) { return p.energy(); }),
                              own = column(view.way, [](const Passed&p) { return psnr(p.error); });
    const double least = *std::min_element(energy.begin(), energy.end()), most = *std::max_element(own.begin(), own.end());
    Plot plot;
    plot.x = {"step", "", 0, kPastSteps, Scale::Linear, true};
    plot.y = {"share of the way from the start to the best", "", 0, 1.1, Scale::Linear, true};
    const Shared<double> x = counts(view.way.size());
    plot.marks.push_back(Curve{"energy fallen", x, share(shares(energy, least)), {Ink::Falling}, true, false, risesIn(view.way)});
    plot.marks.push_back(Curve{"quality of this picture", x, share(shares(own, most)), {Ink::State}, true, false, {}});
    panel.subtitle = "E falls to " + significant(least, 5) + "; this picture is best at step " +
                     std::to_string(std::max_element(own.begin(), own.end()) - own.begin()) + ", " + fixed(most, 1) + " dB";
    if (!view.psnr.empty()) {
        const auto best = std::max_element(view.psnr.begin(), view.psnr.end());
        const std::vector<double> steps(view.steps.begin(), view.steps.end());
        plot.marks.push_back(Curve{"quality of " + std::to_string(view.others) + " held out",
                                   share(std::vector(steps)),
                                   share(shares(view.psnr, *best)),
                                   {Ink::Cue},
                                   false,
                                   true,
                                   {}});
        panel.subtitle += "; the mean of " + std::to_string(view.others) + " held out at step " +
                          std::to_string(view.steps[std::size_t(best - view.psnr.begin())]) + ", " + fixed(*best, 1) + " dB";
    }
    plot.marks.push_back(Curve{"trained depth",
                               share(std::vector(2, double(s.trained->rule.steps))),
                               share(std::vector{0.0, 1.1}),
                               {Ink::Accent},
                               false,
                               true,
                               {}});
    panel.content = std::move(plot);
    return panel;
}

Panel trainingPanel(const Moment& m) {
    Panel panel{"training", "Training", "", false, notTrained()};
    if (!m.state.training) return panel;
    const Training& training = *m.state.training;
    std::vector<double> x, y;
    double most = 0;
    for (const auto& [iteration, loss] : training.course()) x.push_back(double(iteration)), y.push_back(loss), most = std::max(most, loss);
    Plot plot;
    plot.x = {"iteration", "", 0, double(m.params.iterations), Scale::Linear, true};
    plot.y = {"mean square error", "", 0, std::max(0.02, std::ceil(most * 50) / 50), Scale::Linear, true};
    panel.subtitle = training.diverged()
                         ? "diverged after " + std::to_string(training.iteration()) + " iterations; the last good weights are kept"
                         : std::to_string(training.iteration()) + " of " + std::to_string(m.params.iterations) + " iterations, " +
                               (y.empty() ? std::string("none yet") : significant(y.back(), 3));
    plot.marks.push_back(Curve{"", share(std::move(x)), share(std::move(y)), {Ink::Falling}, true, false, {}});
    panel.content = std::move(plot);
    return panel;
}

}  // namespace engram::energy_transformer
