#include "core/experiments/hierarchical_memory/grammar.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace engram::hierarchical_memory {

namespace {

constexpr std::uint64_t kStrokeStream = 70, kRuleStream = 71;  // the layers above take the streams that follow
constexpr int kLeastLayers = 3;                                // pictures obey rules, whether or not a layer knows them
constexpr int kCandidates = 24;                                // drawn for each stroke that is kept
constexpr double kRuleWeight = 1.5;  // above 1, so that three strokes of a part outvote a wrong fourth that the pixels show

using Point = Eigen::Vector2d;

// A pen along a curve with one bend, from rim to rim of the square.
Vector drawStroke(int side, Random& random) {
    const auto onRim = [&](double turn) {
        const double angle = 2 * std::numbers::pi * turn, reach = 0.42 * side;
        const Point out(std::cos(angle), std::sin(angle));
        return Point(out / out.lpNorm<Eigen::Infinity>() * reach);
    };
    const double turn = random.uniform();
    const Point from = onRim(turn), to = onRim(turn + random.uniform(0.25, 0.75)), middle = (from + to) / 2;
    const Point bend = middle + random.uniform(-0.35, 0.35) * side * Point(from[1] - to[1], to[0] - from[0]).normalized();
    Vector pixels(side * side);
    const double pen = std::max(0.55, 0.085 * side);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            double nearest = side;
            for (int i = 0; i <= 24; ++i) {
                const double u = i / 24.0;
                const Point at = (1 - u) * (1 - u) * from + 2 * u * (1 - u) * bend + u * u * to;
                nearest = std::min(nearest, (at - Point(x - 0.5 * (side - 1), y - 0.5 * (side - 1))).norm());
            }
            pixels[y * side + x] = std::clamp(pen + 0.5 - nearest, 0.0, 1.0);
        }
    return pixels / std::max(1e-9, pixels.norm());
}

// Of many candidates always the one that is least like those taken.
Matrix makeStrokes(int count, int side, std::uint64_t seed) {
    Random random(seed, kStrokeStream);
    Matrix candidates(count * kCandidates, side * side);
    for (Eigen::Index i = 0; i < candidates.rows(); ++i) candidates.row(i) = drawStroke(side, random).transpose();
    Matrix strokes(count, side * side);
    Vector likeness = Vector::Zero(candidates.rows());
    for (int k = 0; k < count; ++k) {
        Eigen::Index next = 0;
        if (k > 0) likeness.minCoeff(&next);
        strokes.row(k) = candidates.row(next);
        likeness = likeness.cwiseMax(candidates * candidates.row(next).transpose());
    }
    return strokes;
}

// Three of the four are free; the last makes their sum zero, so that two rules differ in two places at least.
Rules makeRules(int count, int symbols, std::uint64_t seed, int a) {
    Random random(seed, kRuleStream + std::uint64_t(a));
    std::set<std::array<int, 3>> taken;
    Rules rules(4, count);
    for (int k = 0; k < count; ++k) {
        std::array<int, 3> free{};
        do
            for (int& symbol : free) symbol = int(random.below(std::uint32_t(symbols)));
        while (!taken.insert(free).second);
        rules.col(k) << free[0], free[1], free[2], (3 * symbols - free[0] - free[1] - free[2]) % symbols;
    }
    return rules;
}

int placeStep(const Params& p, int a) { return a == 1 ? p.kernel / p.stride : 1; }  // of layer `a`, from one whole thing to the next

}  // namespace

Grammar makeGrammar(const Params& p, std::uint64_t seed) {
    Grammar grammar{makeStrokes(p.channels, p.kernel, seed), {}};
    for (int a = 2; a < std::max(p.layers, kLeastLayers); ++a)
        grammar.rules.push_back(makeRules(p.rules, a == 2 ? p.channels : p.rules, seed, a));
    return grammar;
}

Composition compose(const Params& p, const Grammar& grammar, Random random) {
    const int above = int(grammar.rules.size()), side = 2 * p.parts >> above;
    Eigen::MatrixXi symbols(side, side);
    for (int& symbol : symbols.reshaped()) symbol = int(random.below(std::uint32_t(above > 0 ? p.rules : p.channels)));
    for (int level = above - 1; level >= 0; --level) {
        Eigen::MatrixXi finer(2 * symbols.rows(), 2 * symbols.cols());
        for (Eigen::Index i = 0; i < finer.rows(); ++i)
            for (Eigen::Index j = 0; j < finer.cols(); ++j)
                finer(i, j) = grammar.rules[std::size_t(level)](2 * (i % 2) + j % 2, symbols(i / 2, j / 2));
        symbols = std::move(finer);
    }
    Vector pixels = drawn(p, grammar.strokes, symbols);
    return {std::move(symbols), std::move(pixels)};
}

Vector drawn(const Params& p, const Matrix& strokes, const Eigen::MatrixXi& cells) {
    const int side = sideOf(p, 0), k = p.kernel;
    Vector pixels(side * side);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) pixels[y * side + x] = strokes(cells(y / k, x / k), y % k * k + x % k);
    return pixels;
}

ConvSynapse synapseOf(const Params& p, const Grammar& grammar, int a) {
    if (a == 0) return {grammar.strokes, p.kernel, p.stride};
    const Rules& rules = grammar.rules[std::size_t(a - 1)];
    const int step = placeStep(p, a), kernel = step + 1, below = a == 1 ? p.channels : p.rules;
    Matrix filters = Matrix::Zero(p.rules, kernel * kernel * below);
    for (int k = 0; k < p.rules; ++k)
        for (int part = 0; part < 4; ++part)
            filters(k, (part / 2 * step * kernel + part % 2 * step) * below + rules(part, k)) = kRuleWeight * a;
    return {std::move(filters), kernel, 2 * step};
}

double pictureCount(const Params& p) {
    const int top = p.layers - 1, side = top == 1 ? 2 * p.parts : sideOf(p, top);
    return std::pow(top == 1 ? p.channels : p.rules, side * side);
}

}  // namespace engram::hierarchical_memory
