// The trained score beside the exact one: both energies on one scale, what it generates, and its loss.
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiments/diffusion_memory/draw.h"

namespace engram::diffusion_memory {

namespace {

Absent exactScore() { return {"The score is exact. Set score=trained."}; }

Heatmap mapOf(const Field& field, double unit, const char* label) { return {field, "deep", 0, 1.2 * unit, 0, 1, 0.1 * unit, label}; }

Plot planeOf(const TrainedView& view) {
    Plot plot;
    plot.x = {"", "", view.trained.x0, view.trained.x1, Scale::Linear, false};
    plot.y = {"", "", view.trained.y0, view.trained.y1, Scale::Linear, false};
    plot.equalAspect = true;
    return plot;
}

Scatter pointsOf(const Matrix& at, Paint paint, double size, bool hollow) {
    std::vector<double> x, y;
    for (Eigen::Index q = 0; q < at.cols(); ++q) x.push_back(at(0, q)), y.push_back(at(1, q));
    return {"", share(std::move(x)), share(std::move(y)), {}, paint, size, hollow, {}};
}

}  // namespace

Panel trainedPanel(const Moment& m) {
    Panel panel{"trained", "Trained score", "", true, exactScore()};
    if (m.params.score == Score::Exact) return panel;
    panel.content = Absent{"It has not been computed yet"};
    if (!m.state.trainedView) return panel;
    const TrainedView& view = *m.state.trainedView;
    const double unit = std::pow(m.state.world->extent, 2);
    Plot plot = planeOf(view);
    plot.marks.push_back(mapOf(view.trained, unit, "E along rays"));
    if (m.state.samples) {
        std::vector<double> x, y;
        std::vector<Paint> paints;
        const Samples& samples = *m.state.samples;
        for (Eigen::Index q = 0; q < samples.at.cols(); ++q) {
            x.push_back(samples.at(0, q)), y.push_back(samples.at(1, q));
            const Origin origin = samples.origins[std::size_t(q)];
            paints.push_back({origin == Origin::Memorised ? Ink::State : origin == Origin::Spurious ? Ink::Cue : Ink::Excitatory, 0, 0.9f});
        }
        plot.marks.push_back(Scatter{
            "", share(std::move(x)), share(std::move(y)), share(std::move(paints)), {}, samples.at.cols() > 400 ? 3.0 : 5.0, false, {}});
        const auto count = [&](Origin origin) {
            return std::to_string(std::count(samples.origins.begin(), samples.origins.end(), origin));
        };
        panel.subtitle = count(Origin::Memorised) + " memorised, " + count(Origin::Spurious) + " spurious, " + count(Origin::Generalised) +
                         " generalised; ";
    }
    const ScoreTraining& training = *m.state.training;
    panel.subtitle += training.diverged() ? "training diverged after " + std::to_string(training.iteration()) +
                                                " iterations; the last good weights are kept"
                                          : std::to_string(training.iteration()) + " iterations";
    panel.content = std::move(plot);
    return panel;
}

Panel exactPanel(const Moment& m) {
    Panel panel{"exact", "Exact score", frozenWords(m) + ", with the stored points", true, exactScore()};
    if (m.params.score == Score::Exact) return panel;
    panel.content = Absent{"It has not been computed yet"};
    if (!m.state.trainedView) return panel;
    const TrainedView& view = *m.state.trainedView;
    Plot plot = planeOf(view);
    plot.marks.push_back(mapOf(view.exact, std::pow(m.state.world->extent, 2), "E"));
    plot.marks.push_back(pointsOf(m.state.world->points, {Ink::Memory}, m.state.world->count() > 100 ? 3 : 7, false));
    panel.content = std::move(plot);
    return panel;
}

Panel trainingPanel(const Moment& m) {
    Panel panel{"training", "Loss", "", false, exactScore()};
    if (m.params.score == Score::Exact) return panel;
    std::vector<double> x, y;
    double most = 0;
    for (int i = 0; i < m.trace.size(); ++i) x.push_back(i), y.push_back(m.trace.at(i, kLoss)), most = std::max(most, y.back());
    Plot plot;
    plot.x = {"step", "", 0, std::max(1.0, double(m.trace.size() - 1)), Scale::Linear, true};
    plot.y = {"", "", 0, std::max(0.1, std::ceil(most * 10) / 10), Scale::Linear, true};
    panel.subtitle = std::to_string(m.state.training->iteration()) + " of " + std::to_string(m.params.iterations) + " iterations" + ", " +
                     significant(y.back(), 3) + "; 1 is to know nothing";
    plot.marks.push_back(Curve{"", share(std::move(x)), share(std::move(y)), {Ink::Falling}, true, false, {}});
    panel.content = std::move(plot);
    return panel;
}

}  // namespace engram::diffusion_memory
