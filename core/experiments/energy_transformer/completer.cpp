#include "core/experiments/energy_transformer/completer.h"

#include <cmath>
#include <numbers>
#include <ranges>

#include "core/base/random.h"

namespace engram::energy_transformer {

namespace {

constexpr float kEpsilon = 1e-5f;        // of the layer norm
constexpr double kPlaceFrequency = 0.8;  // radians a patch
constexpr double kInkSize = 3;           // of a white patch beside its place, so that ink is not lost

// Columns less their mean, over their deviation; `inverse` gets 1 / deviation.
Eigen::MatrixXf standardised(const Eigen::Ref<const Eigen::MatrixXf>& x, Eigen::RowVectorXf& inverse) {
    Eigen::MatrixXf n = x.rowwise() - x.colwise().mean();
    inverse = (n.colwise().squaredNorm().array() / float(x.rows()) + kEpsilon).sqrt().inverse();
    return n.array().rowwise() * inverse.array();
}

// What a loss of dg at g = gamma n + delta is at x.
Eigen::MatrixXf throughNorm(const Eigen::MatrixXf& n, const Eigen::RowVectorXf& inverse, float gamma, const Eigen::MatrixXf& dg) {
    const Eigen::RowVectorXf along = (dg.array() * n.array()).colwise().mean();
    Eigen::MatrixXf dx = dg.rowwise() - dg.colwise().mean();
    dx.array() -= n.array().rowwise() * along.array();
    return gamma * (dx.array().rowwise() * inverse.array());
}

// Slopes of the summed square error at the predictions; columns that do not count are 0.
Eigen::MatrixXf errorSlopes(const Eigen::MatrixXf& guess, const Eigen::Ref<const Eigen::MatrixXf>& truth, const std::uint8_t* counted,
                            float share, double& loss) {
    Eigen::MatrixXf slopes = guess - truth;
    for (Eigen::Index c = 0; c < slopes.cols(); ++c)
        if (!counted[c]) slopes.col(c).setZero();
    loss = double(share) * double(slopes.squaredNorm());
    return 2 * share * slopes;
}

}  // namespace

Completer makeCompleter(const CompleterShape& shape) {
    auto layout = std::make_shared<TensorLayout>();
    Completer c;
    c.shape = shape;
    const int width = shape.sizes.width;
    c.encoder = layout->add("encoder.weight", width, shape.pixels);
    c.encoderBias = layout->add("encoder.bias", width, 1);
    c.decoder = layout->add("decoder.weight", shape.pixels, width);
    c.decoderBias = layout->add("decoder.bias", shape.pixels, 1);
    c.places = layout->add("places", width, shape.tokens);
    c.hidden = layout->add("hidden", width, 1);
    c.block = addEnergyBlock(*layout, "block", shape.sizes);
    c.layout = std::move(layout);
    return c;
}

Parameters<float> drawnWeights(const Completer& c, std::uint64_t seed) {
    const CompleterShape& shape = c.shape;
    Parameters<float> weights(c.layout);
    const auto draw = [&](int tensor, double deviation) {
        Random random(seed, std::uint64_t(tensor));
        for (float& w : weights.tensor(tensor).reshaped()) w = float(deviation * random.normal());
    };
    draw(c.encoder, kInkSize / std::sqrt(double(shape.pixels)));
    draw(c.decoder, 0.2 / std::sqrt(double(shape.sizes.width)));
    // Random Fourier features of row and column: tokens that lie near each other begin alike, and so, with keys that begin as the queries,
    // attend to each other. From unrelated places it takes thousands of iterations until attention finds its neighbours.
    Random random(seed, std::uint64_t(c.places));
    const int across = int(std::lround(std::sqrt(double(shape.tokens))));
    for (auto place = weights.tensor(c.places); const int entry : std::views::iota(0, shape.sizes.width)) {
        const double down = kPlaceFrequency * random.normal(), right = kPlaceFrequency * random.normal(),
                     phase = 2 * std::numbers::pi * random.uniform();
        for (int t = 0; t < shape.tokens; ++t)
            place(entry, t) = float(std::numbers::sqrt2 * std::cos(down * (t / across) + right * (t % across) + phase));
    }
    draw(c.hidden, 0.5);
    draw(c.block.queries, 1 / std::sqrt(double(shape.sizes.width)));
    weights.tensor(c.block.keys) = weights.tensor(c.block.queries);
    draw(c.block.memories, 0.5 / std::sqrt(double(shape.sizes.width)));
    weights.tensor(c.block.gamma)(0, 0) = 1;
    return weights;
}

Eigen::MatrixXf embedded(const Completer& c, const Parameters<float>& weights, const Eigen::Ref<const Eigen::MatrixXf>& patches,
                         const Mask& hidden) {
    const auto places = weights.tensor(c.places), own = weights.tensor(c.hidden);
    Eigen::MatrixXf tokens = (weights.tensor(c.encoder) * patches).colwise() + weights.tensor(c.encoderBias).col(0);
    for (Eigen::Index t = 0; t < tokens.cols(); ++t) {
        if (hidden[std::size_t(t)]) tokens.col(t) = own.col(0);
        tokens.col(t) += places.col(t % c.shape.tokens);
    }
    return tokens;
}

Eigen::MatrixXf decoded(const Completer& c, const Parameters<float>& weights, const Eigen::Ref<const Eigen::MatrixXf>& tokens) {
    Eigen::RowVectorXf inverse;
    const float gamma = weights.tensor(c.block.gamma)(0, 0);
    const Eigen::MatrixXf g = (gamma * standardised(tokens, inverse)).colwise() + weights.tensor(c.block.delta).col(0);
    return (weights.tensor(c.decoder) * g).colwise() + weights.tensor(c.decoderBias).col(0);
}

double learn(const Completer& c, EnergyBlock& block, const BlockRule& rule, const Lesson& lesson, Parameters<float>& weights) {
    const int tokens = c.shape.tokens;
    const auto all = lesson.patches.cols();
    long counted = 0;
    for (const std::uint8_t own : lesson.counted) counted += own != 0;
    const float share = 1 / float(std::max(1L, counted) * c.shape.pixels);
    const auto decoder = weights.tensor(c.decoder);
    const Eigen::VectorXf delta = weights.tensor(c.block.delta).col(0), bias = weights.tensor(c.decoderBias).col(0);
    const float gamma = weights.tensor(c.block.gamma)(0, 0);

    // The decoder's own slopes, kept by sample so that they are added up in one order.
    Eigen::MatrixXf slopes(c.shape.pixels, all), back(c.shape.sizes.width, all), norms(c.shape.sizes.width, all);
    const auto loss = [&](int sample, const float* end, float* dx) {
        const Eigen::Map<const Eigen::MatrixXf> x(end, c.shape.sizes.width, tokens);
        Eigen::RowVectorXf inverse;
        const Eigen::MatrixXf n = standardised(x, inverse);
        const Eigen::MatrixXf guess = (decoder * ((gamma * n).colwise() + delta)).colwise() + bias;
        double part = 0;
        const Eigen::Index first = Eigen::Index(sample) * tokens;
        const Eigen::MatrixXf own =
            errorSlopes(guess, lesson.patches.middleCols(first, tokens), lesson.counted.data() + first, share, part);
        const Eigen::MatrixXf dg = decoder.transpose() * own;
        Eigen::Map<Eigen::MatrixXf>(dx, c.shape.sizes.width, tokens) = throughNorm(n, inverse, gamma, dg);
        slopes.middleCols(first, tokens) = own, back.middleCols(first, tokens) = dg, norms.middleCols(first, tokens) = n;
        return part;
    };
    const Eigen::MatrixXf start = embedded(c, weights, lesson.patches, lesson.hidden);
    Eigen::MatrixXf dx(start.rows(), start.cols());
    block.load(valuesOf(weights, c.block), rule);
    weights.clearGradients();
    const double reached = block.train(int(all / tokens), start.data(), loss, gradientsOf(weights, c.block), dx.data());

    weights.gradient(c.decoder) = slopes * ((gamma * norms).colwise() + delta).transpose();
    weights.gradient(c.decoderBias) = slopes.rowwise().sum();
    weights.gradient(c.block.gamma)(0, 0) += (back.array() * norms.array()).sum();
    weights.gradient(c.block.delta).col(0) += back.rowwise().sum();
    auto places = weights.gradient(c.places), hidden = weights.gradient(c.hidden);
    for (Eigen::Index t = 0; t < all; ++t) {
        places.col(t % tokens) += dx.col(t);
        if (!lesson.hidden[std::size_t(t)]) continue;
        hidden.col(0) += dx.col(t);
        dx.col(t).setZero();  // its pixels were not looked at
    }
    weights.gradient(c.encoder) = dx * lesson.patches.transpose();
    weights.gradient(c.encoderBias) = dx.rowwise().sum();
    return reached;
}

std::vector<Eigen::MatrixXf> completed(const Completer& c, EnergyBlock& block, BlockRule rule, const Parameters<float>& weights,
                                       const Eigen::Ref<const Eigen::MatrixXf>& patches, const Mask& hidden,
                                       const std::vector<int>& checkpoints) {
    Eigen::MatrixXf x = embedded(c, weights, patches, hidden);
    std::vector<Eigen::MatrixXf> result;
    int done = 0;
    for (const int at : checkpoints) {
        if (at > done) {
            rule.steps = at - done;
            block.load(valuesOf(weights, c.block), rule);
            Eigen::MatrixXf next(x.rows(), x.cols());
            block.run(int(x.cols() / c.shape.tokens), x.data(), next.data());
            x.swap(next);
            done = at;
        }
        result.push_back(decoded(c, weights, x));
    }
    return result;
}

}  // namespace engram::energy_transformer
