#include "core/experiments/dense_memory/world.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/error.h"
#include "core/data/glyphs.h"
#include "core/data/idx.h"
#include "core/data/image_folder.h"

namespace engram::dense_memory {

namespace {

constexpr int kPicturesKept = 512;
constexpr double kGlyphDeformation = 0.8;
constexpr std::uint64_t kPointStream = 11;

ImageSet loadImages(const Params& p, const Inputs& inputs) {
    switch (p.patterns) {
        case Source::Glyphs: return drawGlyphs(p.count, p.size, inputs.seed, kGlyphDeformation);
        case Source::Idx:
            if (inputs.data.empty()) usage("patterns=idx needs a file of images: add --data FILE");
            return loadIdxImages(inputs.data, p.count);
        case Source::Images:
            if (inputs.data.empty()) usage("patterns=images needs a folder of pictures: add --data FOLDER");
            return loadImageFolder(inputs.data, p.size, p.count);
        case Source::Points: break;
    }
    fail("points are not pictures");
}

std::vector<std::string> namesOf(const Params& p, const Inputs& inputs, const ImageSet& set) {
    std::vector<std::string> names = set.names;
    if (p.patterns == Source::Idx && !inputs.labels.empty()) {
        const std::vector<int> labels = loadIdxLabels(inputs.labels, p.count);
        if (int(labels.size()) < p.count)
            fail("count=" + std::to_string(p.count) + " but " + inputs.labels.string() + " holds " + std::to_string(labels.size()) +
                 " labels");
        names.clear();
        for (const int label : labels) names.push_back(std::to_string(label));
    }
    for (int m = int(names.size()); m < set.count; ++m) names.push_back(std::to_string(m + 1));
    return names;
}

// Points near a ring, or on the unit sphere: nearly equal lengths, so that every one of them has a basin.
Matrix drawPoints(const Params& p, const Inputs& inputs) {
    Matrix points(p.count, p.dimension);
    Random random(inputs.seed, kPointStream);
    for (int m = 0; m < p.count; ++m) {
        if (p.dimension == 2) {
            const double angle = 2 * std::numbers::pi * (m + random.uniform(-0.2, 0.2)) / p.count + 0.4;
            const double radius = random.uniform(0.92, 1.08);
            points.row(m) << radius * std::cos(angle), radius * std::sin(angle);
        } else {
            // Points of a Fibonacci lattice, a little shaken: evenly spread for any count.
            const double z = 1 - 2 * (m + 0.5) / p.count, angle = m * std::numbers::pi * (3 - std::sqrt(5.0)) + random.uniform(-0.15, 0.15);
            const double around = std::sqrt(std::max(0.0, 1 - z * z));
            points.row(m) << around * std::cos(angle), around * std::sin(angle), z;
        }
    }
    return points;
}

World pointWorld(const Params& p, const Inputs& inputs) {
    World world;
    world.patterns = scaled(drawPoints(p, inputs), Scaling::Raw, "point");
    for (int m = 0; m < p.count; ++m) world.names.push_back(std::to_string(m + 1));
    return world;
}

World pictureWorld(const Params& p, const Inputs& inputs) {
    const ImageSet set = loadImages(p, inputs);
    const std::string source = p.patterns == Source::Glyphs ? "the glyphs" : inputs.data.string();
    if (set.count < p.count)
        fail("count=" + std::to_string(p.count) + " but " + source + " holds " + std::to_string(set.count) + " pictures");
    World world;
    world.width = set.width, world.height = set.height;
    const Eigen::Index features = Eigen::Index(set.width) * set.height;
    if (const std::string why = refusal(p, features); !why.empty()) usage(why);
    using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Matrix pixels = Eigen::Map<const RowMajor>(set.pixels.data(), p.count, features).cast<Real>();
    world.patterns = scaled(pixels, p.scaling, "picture");
    world.names = namesOf(p, inputs, set);
    for (int m = 0; m < std::min(p.count, kPicturesKept); ++m) world.pictures.push_back(pictureOf(world, world.patterns.rows.row(m), m));
    return world;
}

}  // namespace

std::shared_ptr<const World> makeWorld(const Params& p, const Inputs& inputs) {
    World world = p.patterns == Source::Points ? pointWorld(p, inputs) : pictureWorld(p, inputs);
    world.lengths = world.patterns.rows.rowwise().norm();
    return std::make_shared<const World>(std::move(world));
}

std::shared_ptr<const World> moved(const World& world, int item, const Vector& to) {
    World next = world;
    next.patterns.rows.row(item) = to;
    next.lengths[item] = to.norm();
    return std::make_shared<const World>(std::move(next));
}

Picture pictureOf(const World& world, const Vector& v, int memory) {
    if (!world.hasPictures()) return {};
    const Eigen::VectorXf pixels = (world.patterns.offset[memory] + world.patterns.gain[memory] * v.array()).cast<float>();
    return {world.width, world.height, share(std::vector<float>(pixels.begin(), pixels.end())), 0, 1, "ink"};
}

Picture memoryPicture(const World& world, int memory) {
    if (std::size_t(memory) < world.pictures.size()) return world.pictures[std::size_t(memory)];
    return pictureOf(world, world.patterns.rows.row(memory), memory);
}

}  // namespace engram::dense_memory
