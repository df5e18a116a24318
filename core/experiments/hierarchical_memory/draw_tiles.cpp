// Pictures side by side: the cue and what comes of it, here and in a net with one hidden layer; and what was learned.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/text.h"
#include "core/experiments/hierarchical_memory/draw.h"
#include "core/view/plot_range.h"

namespace engram::hierarchical_memory {

namespace {

constexpr int kMostMemories = 400;  // drawn side by side in one picture

Absent needsComposition() { return {"Pictures are composed of strokes by rules. Set task=composition."}; }
Absent needsTraining() { return {"Only the denoising memory is trained. Set task=denoise."}; }

std::string ofAll(int count, int all) { return all == 0 ? "being counted" : std::to_string(count) + " of " + std::to_string(all); }

// Memories in a near square, with a line between them.
Picture memoriesOf(const Pictures& pictures, const FloatMatrix& memories) {
    const int count = std::min(kMostMemories, int(memories.cols())), across = int(std::ceil(std::sqrt(double(count)) * 1.4));
    const int down = (count + across - 1) / across, w = pictures.width + 1, h = pictures.height + 1;
    const float top = memories.leftCols(count).maxCoeff();
    std::vector<float> pixels(std::size_t(across * w * down * h), 0.3f * top);
    for (int k = 0; k < across * down; ++k)
        for (int i = 0; i < pictures.height; ++i)
            for (int j = 0; j < pictures.width; ++j)
                pixels[std::size_t((k / across * h + i) * across * w + k % across * w + j)] =
                    k < count ? memories(i * pictures.width + j, k) : 0;
    Picture picture{across * w, down * h, share(std::move(pixels))};
    picture.high = 0.6f * top;
    return picture;
}

}  // namespace

Panel compositionPanel(const Moment& m) {
    Panel panel{"composition", "Composition", "", true, needsComposition()};
    const State& s = m.state;
    const World& world = *s.world;
    if (!world.isComposition()) return panel;
    const HierarchyState g = activations(*s.net, *s.x);
    const auto error = [&](const Vector& pixels) {
        return errorWords((pixels - world.truth.pixels).squaredNorm() / double(pixels.size()));
    };
    const int tried = s.count && s.count->world == s.world && s.count->net == s.net ? s.count->tried : 0;
    const std::string weights = std::to_string(weightCount(m.params));
    Tiles tiles;
    tiles.tiles.push_back({pictureOf(world, *s.cue), "cue", error(*s.cue), {Ink::Cue}, false});
    tiles.tiles.push_back({pictureOf(world, g[0]),
                           std::to_string(layersOf(m)) + " layers",
                           error(g[0]) + "; found " + ofAll(tried ? s.count->found : 0, tried),
                           {Ink::State},
                           false});
    tiles.tiles.push_back({pictureOf(world, *s.completed),
                           "one hidden layer",
                           error(*s.completed) + "; found " + ofAll(tried ? s.count->foundByStored : 0, tried),
                           {Ink::Predicted},
                           false});
    tiles.tiles.push_back({pictureOf(world, world.truth.pixels),
                           "what was spoilt",
                           "stored by none but picture 1 to " + std::to_string(world.stored.rows()),
                           {Ink::True},
                           false});
    const std::string made =
        std::to_string(m.params.channels) + " strokes" + (m.params.layers > 2 ? ", " + std::to_string(m.params.rules) + " rules" : "");
    panel.subtitle = countWords(pictureCount(m.params)) + " pictures of " + made + ", " +
                     (tried ? ofAll(s.count->held, tried) + " tried stay as they are" : "being counted") + "; the same " + weights +
                     " weights store " + std::to_string(world.stored.rows()) + " whole ones";
    panel.content = std::move(tiles);
    return panel;
}

Panel recallPanel(const Moment& m) {
    Panel panel{"recall", "Recall", "", false, Absent{"Random layers have no pictures. Set task=composition."}};
    const State& s = m.state;
    const World& world = *s.world;
    if (!world.hasPictures()) return panel;
    const Vector now = activations(*s.net, *s.x)[0];
    Tiles tiles;
    tiles.tiles.push_back({pictureOf(world, *s.cue), "cue", "noise " + significant(m.params.noise, 2), {Ink::Cue}, !s.denoiser});
    tiles.tiles.push_back({pictureOf(world, now),
                           "state",
                           s.denoiser ? "after one step" : "time " + fixed(s.time, 2),
                           {Ink::State},
                           false,
                           pointingOver(m, 0, readingOf(m))});
    tiles.tiles.push_back({pictureOf(world, world.truth.pixels),
                           s.denoiser ? "clean" : "what was spoilt",
                           errorWords((now - world.truth.pixels).squaredNorm() / double(now.size())),
                           {Ink::True},
                           false});
    panel.content = std::move(tiles);
    if (!s.denoiser) panel.hint = "paint on the cue, point at the state to look at a pixel";
    return panel;
}

Panel trainingPanel(const Moment& m) {
    Panel panel{"training", "Training", "", false, needsTraining()};
    const State& s = m.state;
    if (!s.denoiser) return panel;
    std::vector<double> x, loss, error;
    for (int i = 0; i < m.trace.size(); ++i)
        x.push_back(i), error.push_back(m.trace.at(i, kError)), loss.push_back(i > 0 ? m.trace.at(i, kLoss) : std::nan(""));
    const double end = std::max(10.0, x.back());
    const Pictures& pictures = *s.world->pictures;
    double most = 0;
    for (const double v : error) most = std::max(most, v);
    most = std::max({most, pictures.meanError, pictures.nearestError});
    Plot plot;
    const auto level = [&](const char* label, double y, Paint paint) {
        plot.marks.push_back(Curve{label, share(std::vector{0.0, end}), share(std::vector{y, y}), paint, false, true, {}});
    };
    level("mean picture", pictures.meanError, {Ink::TextSecondary});
    level("nearest stored", pictures.nearestError, {Ink::Memory});
    const Shared<double> steps = share(std::move(x));
    plot.marks.push_back(Curve{"loss", steps, share(std::move(loss)), {Ink::TextTertiary}, false, false, {}});
    plot.marks.push_back(Curve{"test", steps, share(std::move(error)), {Ink::Falling}, true, false, {}});
    plot.x = {"step", "", 0, end, Scale::Linear, true};
    plot.y = {"mse", "", 0, 1.1 * most, Scale::Linear, true};
    panel.subtitle = std::to_string(s.denoiser->iteration()) + " of " + std::to_string(m.params.iterations) + " iterations in " +
                     significant(s.denoiser->seconds(), 2) + " s; test " + errorWords(s.reading->error) + ", mean picture " +
                     significant(pictures.meanError, 3) + ", nearest stored " + significant(pictures.nearestError, 3) +
                     (s.denoiser->diverged() ? "; diverged, the last good memories are kept" : "");
    panel.content = std::move(plot);
    return panel;
}

Panel memoriesPanel(const Moment& m) {
    Panel panel{"memories", "Memories learned", "", true, needsTraining()};
    const State& s = m.state;
    if (!s.denoiser) return panel;
    const FloatMatrix memories = s.denoiser->memories();
    Tiles tiles;
    tiles.tiles.push_back({memoriesOf(*s.world->pictures, memories), "", "", {Ink::Memory}, false});
    panel.subtitle = (memories.cols() > kMostMemories ? "the first " + std::to_string(kMostMemories) + " of " : "") +
                     std::to_string(memories.cols()) + ", after " + std::to_string(s.denoiser->iteration()) +
                     " iterations; every one of length 1";
    panel.content = std::move(tiles);
    return panel;
}

}  // namespace engram::hierarchical_memory
