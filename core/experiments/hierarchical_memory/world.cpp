#include "core/experiments/hierarchical_memory/world.h"

#include <algorithm>
#include <cmath>

namespace engram::hierarchical_memory {

namespace {

constexpr std::uint64_t kPictureStream = 1000, kCueStream = 500'000'000, kWeightStream = 81, kStartStream = 82, kAsymmetryStream = 83;
constexpr double kTrueShare = 0.45;                    // of an ambiguous stroke
constexpr double kRandomWeight = 2, kRandomStart = 2;  // of the published check, over the square root of the neurons below
constexpr int kMostStored = 2000, kStoredSteps = 60;

void addGrammar(const Params& p, std::uint64_t seed, World& world) {
    world.grammar = makeGrammar(p, seed);
    for (int a = 0; a < p.layers; ++a) {
        const int channels = a == 0 ? 1 : a == 1 ? p.channels : p.rules;
        world.net.layers.push_back({Identity{}, channels, sideOf(p, a), sideOf(p, a), 1});
        world.start.push_back(Vector::Zero(world.net.layers.back().size()));
        if (a + 1 < p.layers) world.net.synapses.push_back(synapseOf(p, world.grammar, a));
    }
    world.width = world.height = sideOf(p, 0);
    world.truth = compose(p, world.grammar, Random(seed, kPictureStream + std::uint64_t(p.picture)));
    world.stored.resize(storedCount(p), world.width * world.height);
    for (int k = 0; k < world.stored.rows(); ++k)
        world.stored.row(k) = compose(p, world.grammar, Random(seed, kPictureStream + std::uint64_t(k + 1))).pixels.transpose();
    const Cue cue = makeCue(p, world.grammar, world.truth, Random(seed, kCueStream + std::uint64_t(p.picture)));
    world.start[0] = cue.pixels;
    // The pixel in which what is true and what is wrong differ most.
    const int cells = 2 * p.parts, cell = cue.ambiguous.empty() ? 0 : cue.ambiguous.front().first;
    const int row = cell / cells, column = cell % cells, own = world.truth.strokes(row, column);
    const Vector wrong = cue.ambiguous.empty() ? Vector::Zero(p.kernel * p.kernel)
                                               : Vector(world.grammar.strokes.row(cue.ambiguous.front().second).transpose());
    Eigen::Index at = 0;
    (world.grammar.strokes.row(own).transpose() - wrong).maxCoeff(&at);
    world.pixel = (row * p.kernel + int(at) / p.kernel) * world.width + column * p.kernel + int(at) % p.kernel;
}

Matrix normals(Eigen::Index rows, Eigen::Index columns, Real deviation, Random random) {
    Matrix m(rows, columns);
    for (Real& v : m.reshaped()) v = deviation * random.normal();
    return m;
}

void addRandom(const Params& p, std::uint64_t seed, World& world) {
    for (int a = 0; a < p.layers; ++a) {
        const int size = entryAt(p.sizes, a);
        world.net.layers.push_back({Identity{}, size, 1, 1, 1});
        world.start.push_back(normals(size, 1, kRandomStart, Random(seed, kStartStream + 100 * std::uint64_t(a))));
    }
    for (int a = 0; a + 1 < p.layers; ++a) {
        const auto stream = 100 * std::uint64_t(a);
        const int below = entryAt(p.sizes, a), above = entryAt(p.sizes, a + 1);
        const Real deviation = kRandomWeight / std::sqrt(Real(below));
        DenseSynapse synapse{normals(above, below, deviation, Random(seed, kWeightStream + stream)), {}};
        if (p.asymmetry > 0)
            synapse.feedback =
                synapse.weights.transpose() + normals(below, above, p.asymmetry * deviation, Random(seed, kAsymmetryStream + stream));
        world.net.synapses.push_back(std::move(synapse));
    }
}

void addPictures(const Params& p, const Inputs& inputs, World& world) {
    world.pictures = picturesToLearn(inputs, p.noise);
    world.width = world.pictures->width, world.height = world.pictures->height;
    world.net.layers = {{Spherical{}, world.width * world.height}, {Softmax{p.sharpness}, p.memories}};
    world.net.synapses = {DenseSynapse{Matrix::Zero(p.memories, world.width * world.height), {}}};  // until there are some
    const FloatMatrix& test = world.pictures->test;
    world.truth.pixels = test.col((p.picture - 1) % test.cols()).cast<Real>();
    world.start = {world.truth.pixels + normals(test.rows(), 1, p.noise, Random(inputs.seed, kCueStream + std::uint64_t(p.picture))),
                   Vector::Zero(p.memories)};
}

}  // namespace

Cue makeCue(const Params& p, const Grammar& grammar, const Composition& truth, Random random) {
    Cue cue{truth.pixels, {}};
    const int cells = 2 * p.parts, side = sideOf(p, 0), k = p.kernel;
    const std::vector<int> parts = random.permutation(p.parts * p.parts);
    for (int i = 0; i < std::min(p.ambiguous, int(parts.size())); ++i) {
        const int part = parts[std::size_t(i)], corner = int(random.below(4));
        const int row = 2 * (part / p.parts) + corner / 2, column = 2 * (part % p.parts) + corner % 2;
        const int own = truth.strokes(row, column), wrong = (own + 1 + int(random.below(std::uint32_t(p.channels - 1)))) % p.channels;
        const Vector mixed = kTrueShare * grammar.strokes.row(own) + (1 - kTrueShare) * grammar.strokes.row(wrong);
        for (int y = 0; y < k; ++y) cue.pixels.segment((row * k + y) * side + column * k, k) = mixed.segment(y * k, k);
        cue.ambiguous.emplace_back(row * cells + column, wrong);
    }
    for (Real& v : cue.pixels) v += p.noise * random.normal();
    return cue;
}

int storedCount(const Params& p) {
    return int(std::clamp<std::int64_t>(weightCount(p) / (std::int64_t(sideOf(p, 0)) * sideOf(p, 0)), 1, kMostStored));
}

Vector completedByStored(const Params& p, const Matrix& stored, const Vector& cue) {
    Hierarchy net;
    net.layers = {{Identity{}, int(stored.cols())}, {Softmax{entryAt(p.beta, 1)}, int(stored.rows())}};
    net.synapses = {DenseSynapse{stored, {}}};
    HierarchyState x{cue, stored * cue};
    for (int i = 0; i < kStoredSteps; ++i) step(net, Integrator::Block, 1, x);
    return x[0];
}

Eigen::MatrixXi strokesSeen(const Params& p, const Vector& x) {
    const int cells = 2 * p.parts, step = p.kernel / p.stride, side = sideOf(p, 1);
    Eigen::MatrixXi seen(cells, cells);
    for (int i = 0; i < cells; ++i)
        for (int j = 0; j < cells; ++j) {
            Eigen::Index best = 0;
            x.segment(Eigen::Index((i * side + j) * step) * p.channels, p.channels).maxCoeff(&best);
            seen(i, j) = int(best);
        }
    return seen;
}

std::shared_ptr<const World> makeWorld(const Params& p, const Inputs& inputs) {
    auto world = std::make_shared<World>();
    switch (p.task) {
        case Task::Composition:
            addGrammar(p, inputs.seed, *world);
            break;
        case Task::Random:
            addRandom(p, inputs.seed, *world);
            break;
        case Task::Denoise:
            addPictures(p, inputs, *world);
            break;
    }
    checkHierarchy(world->net);
    return world;
}

std::shared_ptr<const Hierarchy> netOf(const Params& p, const World& world) {
    auto net = std::make_shared<Hierarchy>(world.net);
    net->feedback = p.feedback;
    net->held.clear();
    for (int a = 0; a < int(net->layers.size()); ++a) {
        HierarchyLayer& layer = net->layers[std::size_t(a)];
        layer.law = lawOf(p, a), layer.tau = entryAt(p.tau, a);
        net->held.push_back(holds(p, a));
    }
    return net;
}

Picture pictureOf(const World& world, const Vector& pixels) {
    Picture picture{world.width, world.height, share(std::vector<float>(pixels.begin(), pixels.end()))};
    picture.high = float(pixelTop(world));
    return picture;
}

double pixelTop(const World& world) {
    if (world.isComposition()) return world.grammar.strokes.maxCoeff();
    return world.truth.pixels.size() > 0 ? world.truth.pixels.maxCoeff() : 1;
}

}  // namespace engram::hierarchical_memory
