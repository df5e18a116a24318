// Tokens as particles: each patch at its place on a plane, with the springs of one head and the two forces on what is hidden.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/text.h"
#include "core/experiments/energy_transformer/draw.h"

namespace engram::energy_transformer {

namespace {

constexpr int kSprings = 3;  // of each hidden token, the strongest
constexpr double kTiles = 112, kArrow = 0.16;  // how wide all patches of a row are together
constexpr std::array<double, 4> kStrengths{0.05, 0.15, 0.35, 1.01};  // springs of like weight are one curve

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

struct Segments {
    std::vector<double> x, y;
    void add(double x0, double y0, double x1, double y1) {
        x.insert(x.end(), {x0, x1, kGap});
        y.insert(y.end(), {y0, y1, kGap});
    }
    Curve curve(const std::string& label, Paint paint, bool strong) {
        return {label, share(std::move(x)), share(std::move(y)), paint, strong, false, {}};
    }
};

void addSprings(const Moment& m, const Matrix& at, int head, Plot& plot) {
    const Matrix& weights = m.state.now->attention[std::size_t(head)];
    std::array<Segments, 3> groups;
    std::vector<int> order(static_cast<std::size_t>(weights.rows()));
    for (Eigen::Index q = 0; q < weights.cols(); ++q) {
        if (!(*m.state.hidden)[std::size_t(q)]) continue;
        std::iota(order.begin(), order.end(), 0);
        const auto kept = order.begin() + std::min<std::ptrdiff_t>(kSprings, std::ptrdiff_t(order.size()));
        std::partial_sort(order.begin(), kept, order.end(),
                          [&](int a, int b) { return weights(a, q) != weights(b, q) ? weights(a, q) > weights(b, q) : a < b; });
        for (auto key = order.begin(); key != kept; ++key)
            for (std::size_t g = 0; g < groups.size(); ++g)
                if (weights(*key, q) >= kStrengths[g] && weights(*key, q) < kStrengths[g + 1])
                    groups[g].add(at(0, q), at(1, q), at(0, *key), at(1, *key));
    }
    for (std::size_t g = 0; g < groups.size(); ++g)
        if (!groups[g].x.empty()) plot.marks.push_back(groups[g].curve("", {Ink::Predicted, 0, 0.22f + 0.28f * float(g)}, g == 2));
}

// Both forces on what is hidden, to one scale: the longest arrow is a fixed share of the view.
void addForces(const Moment& m, const Matrix& at, double reach, Plot& plot) {
    const Matrix axes = m.state.axes->transpose();
    const std::array<Matrix, 2> forces{axes * (m.state.now->asQuery + m.state.now->asKey), axes * m.state.now->towardsMemory};
    double most = 1e-12;
    for (const Matrix& force : forces)
        for (Eigen::Index q = 0; q < force.cols(); ++q)
            if ((*m.state.hidden)[std::size_t(q)]) most = std::max(most, force.col(q).norm());
    const std::array<std::pair<const char*, Paint>, 2> looks{std::pair{"attention force", Paint{Ink::Excitatory}},
                                                             {"memory force", Paint{Ink::Memory}}};
    for (std::size_t f = 0; f < forces.size(); ++f) {
        Segments arrows;
        for (Eigen::Index q = 0; q < at.cols(); ++q) {
            if (!(*m.state.hidden)[std::size_t(q)]) continue;
            const Vector tip = at.col(q) + kArrow * reach / most * forces[f].col(q);
            arrows.add(at(0, q), at(1, q), tip[0], tip[1]);
        }
        if (!arrows.x.empty()) plot.marks.push_back(arrows.curve(looks[f].first, looks[f].second, true));
    }
}

}  // namespace

Panel tokensPanel(const Moment& m) {
    const State& s = m.state;
    const Cut& cut = s.world->cut;
    const Matrix& at = s.places->back();
    const int heads = int(s.now->attention.size()), head = std::min(m.params.head, heads) - 1;
    // The range is that of the whole way, so that nothing jumps.
    Vector low = at.rowwise().minCoeff(), high = at.rowwise().maxCoeff();
    for (const Matrix& place : *s.places) low = low.cwiseMin(place.rowwise().minCoeff()), high = high.cwiseMax(place.rowwise().maxCoeff());
    const Vector middle = (low + high) / 2;
    const double reach = 0.58 * std::max(1e-6, (high - low).maxCoeff());
    Plot plot;
    plot.x = {"", "", middle[0] - reach, middle[0] + reach, Scale::Linear, false};
    plot.y = {"", "", middle[1] - reach, middle[1] + reach, Scale::Linear, false};
    plot.equalAspect = true;
    if (head >= 0) addSprings(m, at, head, plot);
    addForces(m, at, reach, plot);
    const Eigen::MatrixXf patches = patchesNow(s).cwiseMax(0).cwiseMin(1);
    const auto truth = s.world->heldOut(picture(m.params, s));
    for (const bool hidden : {false, true})  // what moves lies on top
        for (Eigen::Index t = 0; t < at.cols(); ++t) {
            if (bool((*s.hidden)[std::size_t(t)]) != hidden) continue;
            const Eigen::VectorXf pixels = hidden ? Eigen::VectorXf(patches.col(t)) : Eigen::VectorXf(truth.col(t));
            const int row = int(t) / cut.across, column = int(t) % cut.across;
            plot.marks.push_back(
                Inset{at(0, t),
                      at(1, t),
                      {cut.side, cut.side, share(std::vector<float>(pixels.begin(), pixels.end())), 0, 1, "ink"},
                      hidden ? categoryPaint(row) : Paint{Ink::Grid},
                      kTiles / cut.across,
                      "patch " + std::to_string(row + 1) + ", " + std::to_string(column + 1) + (hidden ? ", hidden" : "")});
        }
    std::string subtitle = "on the plane in which they vary most; hidden ones framed by their row";
    if (head >= 0)
        subtitle += "; springs: the strongest three keys in head " + std::to_string(head + 1) + " of " + std::to_string(heads) +
                    (m.params.head > heads ? ", the last" : "");
    return {"tokens", "Tokens", subtitle, true, std::move(plot)};
}

}  // namespace engram::energy_transformer
