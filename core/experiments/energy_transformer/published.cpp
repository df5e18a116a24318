#include "core/experiments/energy_transformer/published.h"

#include <array>
#include <cmath>

#include "core/base/error.h"
#include "core/base/file.h"

namespace engram::energy_transformer {

namespace {

// What a colour picture of values 0 to 1 was normalised by before training.
constexpr std::array<float, 3> kChannelMean{0.485f, 0.456f, 0.406f}, kChannelDeviation{0.229f, 0.224f, 0.225f};
constexpr int kTrainedDepth = 12;
constexpr float kTrainedAlpha = 0.1f;
constexpr std::uint64_t kMostBytes = 1u << 30;

using RowMajor = Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>;

int rootOf(int n) { return int(std::lround(std::sqrt(double(n)))); }
bool isSquare(int n) { return n > 0 && rootOf(n) * rootOf(n) == n; }

EnergyTransformer blockOf(const PublishedTransformer& p) {
    EnergyTransformer block;
    for (int h = 0; h < p.heads; ++h) {
        const std::size_t first = std::size_t(h) * p.headWidth * p.width;
        block.queries.push_back(RowMajor(p.queries.data() + first, p.headWidth, p.width).cast<Real>());
        block.keys.push_back(RowMajor(p.keys.data() + first, p.headWidth, p.width).cast<Real>());
    }
    block.memories = RowMajor(p.memories.data(), p.memoryCount, p.width).cast<Real>();
    block.gamma = Real(p.gamma);
    block.delta = Eigen::Map<const Eigen::VectorXf>(p.delta.data(), p.width).cast<Real>();
    return block;
}

// Channel by channel, as patches of the authors lie: numbers of the first channel, then of the second, then of the third.
void takeGrey(const PublishedTransformer& p, const Completer& c, Parameters<float>& weights) {
    const int pixels = c.shape.pixels, channels = p.patchSize / pixels;
    const RowMajor encoder(p.encoder.data(), p.patchSize, p.width), decoder(p.decoder.data(), p.width, p.patchSize);
    auto in = weights.tensor(c.encoder), out = weights.tensor(c.decoder);
    auto inBias = weights.tensor(c.encoderBias), outBias = weights.tensor(c.decoderBias);
    in.setZero(), out.setZero(), outBias.setZero();
    inBias.col(0) = Eigen::Map<const Eigen::VectorXf>(p.encoderBias.data(), p.width);
    for (int channel = 0; channel < channels; ++channel) {
        const bool colour = channels > 1;
        const float mean = colour ? kChannelMean[std::size_t(channel)] : 0,
                    deviation = colour ? kChannelDeviation[std::size_t(channel)] : 1;
        const auto rows = encoder.middleRows(Eigen::Index(channel) * pixels, pixels);
        in += rows.transpose() / deviation;
        inBias.col(0) -= mean / deviation * rows.colwise().sum().transpose();
        out += deviation / float(channels) * decoder.middleCols(Eigen::Index(channel) * pixels, pixels).transpose();
        const Eigen::Map<const Eigen::VectorXf> bias(p.decoderBias.data() + std::size_t(channel) * pixels, pixels);
        outBias.col(0).array() += (deviation * bias.array() + mean) / float(channels);
    }
}

}  // namespace

Trained trainedFrom(const PublishedTransformer& p, const std::string& name) {
    const int tokens = p.tokens - 1, channels = isSquare(p.patchSize) ? 1 : 3;
    if (!isSquare(tokens)) fail(name + " is for " + std::to_string(tokens) + " patches, which do not tile a square");
    if (p.patchSize % channels != 0 || !isSquare(p.patchSize / channels))
        fail(name + " has patches of " + std::to_string(p.patchSize) + " numbers, which are no square of one or three channels");
    if (tokens > kMostTokens)
        fail(name + " has " + std::to_string(tokens) + " patches; at most " + std::to_string(kMostTokens) + " can be used");

    Trained trained;
    trained.completer =
        std::make_shared<const Completer>(makeCompleter({tokens, p.patchSize / channels, {p.width, p.heads, p.headWidth, p.memoryCount}}));
    const Completer& c = *trained.completer;
    trained.weights = Parameters<float>(c.layout);
    store(blockOf(p), trained.weights, c.block);
    takeGrey(p, c, trained.weights);
    trained.weights.tensor(c.hidden).col(0) = Eigen::Map<const Eigen::VectorXf>(p.maskToken.data(), p.width);
    trained.weights.tensor(c.places) = RowMajor(p.positions.data(), p.tokens, p.width).bottomRows(tokens).transpose();
    trained.rule.tokens = tokens, trained.rule.steps = kTrainedDepth, trained.rule.alpha = kTrainedAlpha;
    trained.rule.beta = 1 / std::sqrt(float(p.headWidth));
    trained.rule.selfAttention = true;
    trained.note =
        "published weights, on grey pictures and without their class token; trained at depth 12, α = 0.1, with attention to itself";
    return trained;
}

Trained readTrained(const std::filesystem::path& path) {
    const std::string bytes = readFile(path, kMostBytes);
    const std::string name = path.string();
    constexpr std::string_view kArchive = "PK";
    if (bytes.starts_with(kArchive)) return trainedFrom(publishedTransformer(parseNpz(bytes, name)), name);
    return trainedFrom(parseSafetensors(bytes, name));
}

}  // namespace engram::energy_transformer
