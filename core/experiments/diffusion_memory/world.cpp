#include "core/experiments/diffusion_memory/world.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/data/glyphs.h"
#include "core/data/idx.h"

namespace engram::diffusion_memory {

namespace {

constexpr double kGlyphDeformation = 0.8, kTurn = 0.1;
constexpr std::uint64_t kPointStream = 41;

Eigen::Vector2d onCircle(double angle, double radius = 1) { return {radius * std::cos(angle), radius * std::sin(angle)}; }

Matrix drawPoints(const Params& p, std::uint64_t seed) {
    constexpr double kAround = 2 * std::numbers::pi;
    const int count = p.data == Data::Two ? 2 : p.count;
    const int side = int(std::ceil(std::sqrt(double(count))));
    Random random(seed, kPointStream);
    Matrix points(2, count);
    for (int k = 0; k < count; ++k) switch (p.data) {
            case Data::Two:
                points.col(k) << (k == 0 ? -1 : 1), 0;
                break;
            case Data::Circle:
                points.col(k) = onCircle(kAround * k / count + kTurn);
                break;
            case Data::CircleRandom:
            case Data::Mouse:
                points.col(k) = onCircle(kAround * random.uniform());
                break;
            case Data::Grid:
                points.col(k) << (side > 1 ? 2.0 * (k % side) / (side - 1) - 1 : 0), (side > 1 ? 2.0 * (k / side) / (side - 1) - 1 : 0);
                break;
            default: {  // a spiral of two turns, evenly spaced along it
                const double share = std::sqrt((k + 0.5) / count);
                points.col(k) = onCircle(2 * kAround * share, 1.1 * share);
            }
        }
    Random shaking(seed, kPointStream + 1);
    for (Real& x : points.reshaped()) x += p.jitter * shaking.normal();
    return points;
}

ImageSet loadImages(const Params& p, const Inputs& inputs) {
    if (p.data == Data::Glyphs) return drawGlyphs(p.count, p.size, inputs.seed, kGlyphDeformation);
    if (inputs.data.empty()) usage("data=idx needs a file of images: add --data FILE");
    return loadIdxImages(inputs.data, p.count);
}

void addPictures(const Params& p, const Inputs& inputs, World& world) {
    const ImageSet set = loadImages(p, inputs);
    if (set.count < p.count)
        fail("count=" + std::to_string(p.count) + " but " + inputs.data.string() + " holds " + std::to_string(set.count) + " pictures");
    const Eigen::Index features = Eigen::Index(set.width) * set.height;
    world.width = set.width, world.height = set.height;
    world.points = 2 * Eigen::Map<const FloatMatrix>(set.pixels.data(), features, p.count).cast<Real>().array() - 1;
    world.names = set.names;
}

// What follows from the points.
void finish(World& world) {
    const int count = world.count();
    for (int k = int(world.names.size()); k < count; ++k) world.names.push_back(std::to_string(k + 1));
    if (world.hasPictures()) {
        const auto memory = [&](int k) { return Vector(world.points.col(std::min(k, count - 1))); };
        world.plane = planeThrough(memory(0), memory(1), memory(2));
    } else {
        world.plane = {Vector::Zero(2), Vector::Unit(2, 0), Vector::Unit(2, 1)};
    }
    std::vector<int> order(static_cast<std::size_t>(count));
    for (int k = 0; k < count; ++k) order[std::size_t(k)] = k;
    const auto less = [&](int a, int b) {
        return std::lexicographical_compare(world.points.col(a).begin(), world.points.col(a).end(), world.points.col(b).begin(),
                                            world.points.col(b).end());
    };
    std::sort(order.begin(), order.end(), less);
    world.coinciding = 0;
    for (int k = 1; k < count; ++k) world.coinciding += !less(order[std::size_t(k) - 1], order[std::size_t(k)]);
}

}  // namespace

Eigen::Vector2d World::placeOf(const ConstBatch& x) const { return project(plane, x).col(0); }

std::shared_ptr<const World> makeWorld(const Params& p, const Inputs& inputs) {
    World world;
    if (planar(p))
        world.points = drawPoints(p, inputs.seed);
    else
        addPictures(p, inputs, world);
    finish(world);
    Real extent = 0.1;
    for (int k = 0; k < (world.hasPictures() ? std::min(world.count(), 3) : world.count()); ++k)
        extent = std::max(extent, world.placeOf(world.points.col(k)).norm());
    world.extent = extent;
    return std::make_shared<const World>(std::move(world));
}

// The extent stays: if views grew with what is dragged, it would be dragged ever further.
std::shared_ptr<const World> moved(const World& world, int item, const Eigen::Vector2d& to) {
    World next = world;
    if (item == world.count()) next.points.conservativeResize(Eigen::NoChange, item + 1);
    next.points.col(item) = to;
    next.edited = true;
    finish(next);
    return std::make_shared<const World>(std::move(next));
}

Picture pictureOf(const World& world, const ConstBatch& x) {
    if (!world.hasPictures()) return {};
    const Eigen::VectorXf pixels = x.col(0).cast<float>();
    return {world.width, world.height, share(std::vector<float>(pixels.begin(), pixels.end())), -1, 1, "ink"};
}

int nearestMemory(const World& world, const ConstBatch& x) {
    Eigen::Index nearest = 0;
    (world.points.colwise() - x.col(0)).colwise().squaredNorm().minCoeff(&nearest);
    return int(nearest);
}

}  // namespace engram::diffusion_memory
