#include "core/experiments/energy_transformer/world.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "core/data/glyphs.h"
#include "core/data/idx.h"
#include "core/data/image_folder.h"

namespace engram::energy_transformer {

namespace {

constexpr double kGlyphDeformation = 0.8;
constexpr std::uint64_t kMaskStream = 71;

ImageSet loadImages(const Params& p, const Inputs& inputs) {
    const int wanted = p.pictures + kHeldOut;
    if (p.data == Data::Glyphs && !inputs.data.empty())
        usage("data=glyphs draws its own pictures: set data=idx or data=images to read " + inputs.data.string());
    if (p.data == Data::Glyphs) return drawGlyphs(wanted, p.size, inputs.seed, kGlyphDeformation);
    if (inputs.data.empty())
        usage(p.data == Data::Idx ? "data=idx needs a file of images: open one, or add --data FILE"
                                  : "data=images needs a folder of pictures: open one, or add --data FOLDER");
    return p.data == Data::Idx ? loadIdxImages(inputs.data, wanted) : loadImageFolder(inputs.data, p.size, wanted);
}

std::string sizeText(int width, int height) { return std::to_string(width) + "x" + std::to_string(height); }

// Whole patches for pictures of this size, or those the weights are for.
Cut cutFor(const Params& p, const CompleterShape& shape, int width, int height) {
    Cut cut;
    cut.across = int(std::lround(std::sqrt(double(shape.tokens))));
    const int largest = std::max(width, height);
    cut.side = shape.pixels > 0 ? int(std::lround(std::sqrt(double(shape.pixels)))) : (largest + cut.across - 1) / cut.across;
    if (cut.picture() < largest)
        fail("pictures of " + sizeText(width, height) + " are larger than the " + sizeText(cut.picture(), cut.picture()) +
             " these weights are for: set size=" + std::to_string(cut.picture()) + ", or weights=trained");
    if (p.fit == Fit::Refuse && (cut.picture() != width || cut.picture() != height))
        fail(std::to_string(cut.across) + " patches across do not divide pictures of " + sizeText(width, height) +
             ": set tokens, or fit=pad for a black rim");
    return cut;
}

}  // namespace

int Cut::patchAt(double x, double y) const {
    if (!(x >= 0 && y >= 0 && x < picture() && y < picture())) return -1;
    return int(y) / side * across + int(x) / side;
}

Eigen::MatrixXf patchesOf(const float* pixels, int width, int height, const Cut& cut) {
    Eigen::MatrixXf patches = Eigen::MatrixXf::Zero(cut.pixels(), cut.tokens());
    const int left = (cut.picture() - width) / 2, top = (cut.picture() - height) / 2;
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column) {
            const int x = column + left, y = row + top;
            patches(y % cut.side * cut.side + x % cut.side, y / cut.side * cut.across + x / cut.side) = pixels[row * width + column];
        }
    return patches;
}

std::shared_ptr<const World> makeWorld(const Params& p, const CompleterShape& shape, const Inputs& inputs) {
    const ImageSet set = loadImages(p, inputs);
    const int held = std::min(kHeldOut, set.count / 4), stored = std::min(p.pictures, set.count - held);
    if (held < 1)
        fail(inputs.data.string() + " holds " + std::to_string(set.count) + " pictures: at least 4 are needed, as some are held out");
    World world;
    world.cut = cutFor(p, shape, set.width, set.height);
    world.width = set.width, world.height = set.height;
    const int tokens = world.cut.tokens();
    world.stored.resize(world.cut.pixels(), Eigen::Index(stored) * tokens);
    world.held.resize(world.cut.pixels(), Eigen::Index(held) * tokens);
    world.mean = Eigen::MatrixXf::Zero(world.cut.pixels(), tokens);
    const auto patches = [&](int i) {
        return patchesOf(set.pixels.data() + std::size_t(i) * std::size_t(set.width) * std::size_t(set.height), set.width, set.height,
                         world.cut);
    };
    for (int i = 0; i < stored; ++i) {
        world.stored.middleCols(Eigen::Index(i) * tokens, tokens) = patches(i);
        world.mean += world.stored.middleCols(Eigen::Index(i) * tokens, tokens) / float(stored);
    }
    for (int i = 0; i < held; ++i) {
        world.held.middleCols(Eigen::Index(i) * tokens, tokens) = patches(stored + i);
        world.names.push_back(set.names.empty() ? "picture " + std::to_string(i + 1) : set.names[std::size_t(stored + i)]);
    }
    return std::make_shared<const World>(std::move(world));
}

Picture pictureOf(const Cut& cut, const Eigen::Ref<const Eigen::MatrixXf>& patches) {
    const int side = cut.picture();
    std::vector<float> pixels(std::size_t(side) * std::size_t(side));
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            pixels[std::size_t(y) * std::size_t(side) + std::size_t(x)] =
                patches(y % cut.side * cut.side + x % cut.side, y / cut.side * cut.across + x / cut.side);
    return {side, side, share(std::move(pixels)), 0, 1, "ink"};
}

Picture pictureOf(const Cut& cut, const Eigen::Ref<const Eigen::MatrixXf>& patches, const Mask& hidden) {
    Eigen::MatrixXf shown = patches;
    for (int t = 0; t < cut.tokens(); ++t)
        if (hidden[std::size_t(t)]) shown.col(t).setConstant(0.33f);
    return pictureOf(cut, shown);
}

void scatter(Random& random, int tokens, int count, std::uint8_t* hidden) {
    std::vector<int> order(static_cast<std::size_t>(tokens));
    std::iota(order.begin(), order.end(), 0);
    for (int i = 0; i < count; ++i) {
        std::swap(order[std::size_t(i)], order[std::size_t(i) + random.below(std::uint32_t(tokens - i))]);
        hidden[order[std::size_t(i)]] = 1;
    }
}

Mask maskOf(const Params& p, const Cut& cut, std::uint64_t seed, int picture) {
    const int tokens = cut.tokens();
    Mask hidden(std::size_t(tokens), 0);
    Random random(seed, kMaskStream + std::uint64_t(picture));
    switch (p.maskStyle) {
        case MaskStyle::Scatter:
            scatter(random, tokens, int(std::lround(p.mask * tokens)), hidden.data());
            break;
        case MaskStyle::Block: {
            const int side = std::clamp(int(std::lround(std::sqrt(p.mask) * cut.across)), 0, cut.across);
            const int left = int(random.below(std::uint32_t(cut.across - side + 1))),
                      top = int(random.below(std::uint32_t(cut.across - side + 1)));
            for (int t = 0; t < tokens; ++t)
                hidden[std::size_t(t)] =
                    t % cut.across >= left && t % cut.across < left + side && t / cut.across >= top && t / cut.across < top + side;
            break;
        }
        case MaskStyle::Half:
            for (int t = (cut.across + 1) / 2 * cut.across; t < tokens; ++t) hidden[std::size_t(t)] = 1;
            break;
        case MaskStyle::Brush:
            break;
    }
    return hidden;
}

}  // namespace engram::energy_transformer
