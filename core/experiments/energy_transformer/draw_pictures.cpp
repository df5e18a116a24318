// Pictures: what is completed, what its rivals make of it, where the energy is, what the memories look like.
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiments/energy_transformer/draw.h"

namespace engram::energy_transformer {

namespace {

// One value a patch, as a picture of few pixels.
Picture mapOf(const Cut& cut, const Vector& values, const std::string& map) {
    const double most = std::max(1e-12, values.cwiseAbs().maxCoeff());
    std::vector<float> pixels;
    for (const Real value : values) pixels.push_back(float(value));
    const bool sided = map == "signed";
    return {cut.across,
            cut.across,
            share(std::move(pixels)),
            sided ? float(-most) : float(std::min(0.0, values.minCoeff())),
            sided ? float(most) : float(std::max(1e-12, values.maxCoeff())),
            map};
}

Picture changeOf(const Cut& cut, const Eigen::MatrixXf& change) {
    Picture picture = pictureOf(cut, change);
    const float most = std::max(1e-6f, change.cwiseAbs().maxCoeff());
    picture.low = -most, picture.high = most, picture.map = "signed";
    return picture;
}

Eigen::MatrixXf shown(const State& s, const Eigen::Ref<const Eigen::MatrixXf>& truth) {
    Eigen::MatrixXf patches = patchesNow(s).cwiseMax(0).cwiseMin(1);
    for (std::size_t t = 0; t < s.hidden->size(); ++t)
        if (!(*s.hidden)[t]) patches.col(Eigen::Index(t)) = truth.col(Eigen::Index(t));
    return patches;
}

}  // namespace

Panel completionPanel(const Moment& m) {
    const State& s = m.state;
    const Cut& cut = s.world->cut;
    const auto truth = s.world->heldOut(picture(m.params, s));
    const int hidden = hiddenCount(s), all = cut.tokens();
    const std::string counted = hidden == 0     ? "paint to hide patches"
                                : hidden == all ? "everything is hidden: a guess of its own"
                                                : std::to_string(hidden) + " of " + std::to_string(all) + " patches hidden";
    Tiles tiles;
    tiles.tiles.push_back({pictureOf(cut, truth, *s.hidden), "cue", counted, {Ink::Cue}, true});
    tiles.tiles.push_back(
        {pictureOf(cut, shown(s, truth)), "completed", stepWords(m) + ", " + decibels(s, s.way->back().error), {Ink::State}, false});
    tiles.tiles.push_back(
        {pictureOf(cut, truth), "original", s.world->names[std::size_t(picture(m.params, s))] + ", held out", {Ink::True}, false});
    const bool foreign = m.params.weights == WeightSource::Shipped && m.inputs.weights.empty() && m.params.data != Data::Glyphs;
    const std::string note = s.trained->note + (foreign ? "; these weights know drawn glyphs alone" : "");
    return {"completion", "Completion", note, true, std::move(tiles), "paint to hide patches, with the right button to show them"};
}

Panel rivalsPanel(const Moment& m) {
    const State& s = m.state;
    const Cut& cut = s.world->cut;
    const auto truth = s.world->heldOut(picture(m.params, s));
    const auto caption = [&](const Eigen::MatrixXf& guess) { return decibels(s, hiddenError(guess, truth, *s.hidden)); };
    Tiles tiles;
    tiles.tiles.push_back({pictureOf(cut, s.rivals->mean), "mean picture", caption(s.rivals->mean), {Ink::Memory}, false});
    tiles.tiles.push_back({pictureOf(cut, s.rivals->nearest), "nearest stored", caption(s.rivals->nearest), {Ink::Memory}, false});
    tiles.tiles.push_back({pictureOf(cut, s.rivals->oneStep), "one-step memory", caption(s.rivals->oneStep), {Ink::Memory}, false});
    return {"rivals", "Without an energy", "among " + std::to_string(s.world->storedCount()) + " stored pictures", false, std::move(tiles)};
}

Panel sharesPanel(const Moment& m) {
    const State& s = m.state;
    const Cut& cut = s.world->cut;
    const TransformerLook& now = *s.now;
    const Vector asQuery = now.energy.attention.colwise().sum().transpose(), asKey = now.energyAsKey(), memory = now.energy.memory;
    const double alpha = m.params.alpha;
    Tiles tiles;
    const auto energyTile = [&](const Vector& values, const char* title) {
        tiles.tiles.push_back({mapOf(cut, -values, "deep"), title, significant(values.sum(), 4) + " in all", {Ink::Grid}, false});
    };
    energyTile(asQuery, "E as query");
    energyTile(asKey, "E as key");
    energyTile(memory, "E of memories");
    tiles.tiles.push_back(
        {changeOf(cut, decodedMove(s, alpha * (now.asQuery + now.asKey))), "by attention", "in one step", {Ink::Grid}, false});
    tiles.tiles.push_back({changeOf(cut, decodedMove(s, alpha * now.towardsMemory)), "by memories", "in one step", {Ink::Grid}, false});
    return {"shares", "Where is the energy?", "−E of each patch, and what each force alone would change, decoded",
            true, std::move(tiles)};
}

// The memories as the decoder shows them, each as the patch it would draw.
Panel memoriesPanel(const Moment& m) {
    const State& s = m.state;
    const Cut& cut = s.world->cut;
    const auto xi = s.trained->weights.tensor(s.trained->completer->block.memories);
    constexpr int kMost = 256, kGap = 1;
    const int count = std::min(kMost, int(xi.cols())), across = int(std::ceil(std::sqrt(double(count)))), cell = cut.side + kGap;
    const Eigen::MatrixXf drawn = s.trained->weights.tensor(s.trained->completer->decoder) * xi.leftCols(count);
    const int width = across * cell - kGap, height = (count + across - 1) / across * cell - kGap;
    std::vector<float> pixels(std::size_t(std::max(0, width)) * std::size_t(std::max(0, height)), 0.0f);
    for (int k = 0; k < count; ++k) {
        const float most = std::max(1e-9f, drawn.col(k).cwiseAbs().maxCoeff());
        for (int i = 0; i < cut.pixels(); ++i)
            pixels[std::size_t(k / across * cell + i / cut.side) * std::size_t(width) + std::size_t(k % across * cell + i % cut.side)] =
                drawn(i, k) / most;
    }
    Panel panel{"memories", "Memories", "", false, Absent{"There are none. Set memories=256."}};
    if (count == 0) return panel;
    Tiles tiles;
    tiles.tiles.push_back({{width, height, share(std::move(pixels)), -1, 1, "signed"}, "", "", {Ink::Grid}, false});
    panel.subtitle = (count < int(xi.cols()) ? "the first " + std::to_string(count) + " of " : "all ") + std::to_string(xi.cols()) +
                     ", decoded, each to its own scale";
    panel.content = std::move(tiles);
    return panel;
}

}  // namespace engram::energy_transformer
