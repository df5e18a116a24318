#include "core/experiments/clam/world.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/data/idx.h"

namespace engram::clam {

namespace {

constexpr int kMostScored = 2500, kByHand = 24, kMostFeatures = kMostTableFeatures;
constexpr double kFarOut = 1.6;

// Of pictures.
void readClasses(const Inputs& inputs, World& world) {
    world.truth.clear(), world.classNames.clear();
    world.truthFrom = inputs.labels;
    if (inputs.labels.empty()) return;
    world.truth = loadIdxLabels(inputs.labels, world.count());
    if (int(world.truth.size()) != world.count())
        fail(inputs.labels.string() + " holds " + std::to_string(world.truth.size()) + " labels for " + std::to_string(world.count()) +
             " pictures");
    for (int c = 0; c <= *std::max_element(world.truth.begin(), world.truth.end()); ++c) world.classNames.push_back(std::to_string(c));
}

void readData(const Params& p, const Inputs& inputs, World& world) {
    switch (p.data) {
        case Data::Table: {
            if (inputs.data.empty()) usage("data=table needs a file of numbers: add --data FILE, or open it in the window");
            std::vector<int> columns = p.columns;
            std::erase(columns, 0);
            Table table = readTable(inputs.data, p.labels, columns);
            world.points = std::move(table.points), world.truth = std::move(table.classes);
            world.features = std::move(table.features), world.classNames = std::move(table.classNames),
            world.remarks = std::move(table.remarks);
            break;
        }
        case Data::Idx: {
            if (inputs.data.empty()) usage("data=idx needs a file of pictures: add --data FILE");
            const ImageSet set = loadIdxImages(inputs.data, p.count);
            world.points = Eigen::Map<const FloatMatrix>(set.pixels.data(), Eigen::Index(set.width) * set.height, set.count).cast<Real>();
            for (int j = 0; j < world.points.rows(); ++j) world.features.push_back("pixel " + std::to_string(j + 1));
            readClasses(inputs, world);
            break;
        }
        default: {
            const Cloud cloud = p.data == Data::Elongated ? Cloud::Elongated
                                : p.data == Data::Moons   ? Cloud::Moons
                                : p.data == Data::Rings   ? Cloud::Rings
                                                          : Cloud::Blobs;
            PointCloud made = p.data == Data::Mouse ? drawCloud(cloud, std::max(kByHand, p.clusters), 3, 1, inputs.seed)
                                                    : drawCloud(cloud, p.count, p.groups, p.spread, inputs.seed);
            if (p.data == Data::Blobs && p.features > 2) made = drawBlobs(p.features, p.count, p.groups, p.spread, inputs.seed);
            world.points = std::move(made.points), world.truth = std::move(made.truth);
            for (int j = 0; j < world.points.rows(); ++j)
                world.features.push_back(world.points.rows() == 2 ? (j == 0 ? "x" : "y") : std::to_string(j + 1));
            if (p.data == Data::Mouse) world.truth.clear();
            for (int c = 0; !world.truth.empty() && c <= *std::max_element(world.truth.begin(), world.truth.end()); ++c)
                world.classNames.push_back(std::to_string(c + 1));
        }
    }
    if (world.points.rows() > kMostFeatures)
        usage("points of " + std::to_string(world.points.rows()) + " features are too large; up to " + std::to_string(kMostFeatures) +
              " are clustered");
    if (world.points.cols() > kMostPoints)
        usage(std::to_string(world.points.cols()) + " points are too many; up to " + std::to_string(kMostPoints) + " are clustered");
    if (p.clusters > world.points.cols())
        usage("clusters=" + std::to_string(p.clusters) + " is more than the " + std::to_string(world.points.cols()) + " points there are");
}

// The two leading principal components; of points in the plane the plane itself, of points on a line that line and nothing beside it.
void layPlane(World& world) {
    const int d = world.dimension(), n = world.count();
    world.origin = d > 2 ? Vector(world.points.rowwise().mean()) : Vector(Vector::Zero(d));
    world.axes = Matrix::Zero(d, 2);
    if (d <= 2) {
        world.axes.topRows(d) = Matrix::Identity(d, 2);
    } else {
        const Matrix centred = world.points.colwise() - world.origin;
        const bool tall = d > n;
        const Matrix gram = tall ? Matrix(centred.transpose() * centred) : Matrix(centred * centred.transpose());
        const Eigen::SelfAdjointEigenSolver<Matrix> solver(gram);
        Matrix lead = solver.eigenvectors().rightCols(2).rowwise().reverse();
        if (tall) lead = centred * lead;
        for (Eigen::Index a = 0; a < 2; ++a) {
            Eigen::Index at = 0;
            lead.col(a).cwiseAbs().maxCoeff(&at);
            if (const Real length = lead.col(a).norm(); length > 0) world.axes.col(a) = lead.col(a) / (lead(at, a) < 0 ? -length : length);
        }
        const Real all = gram.trace();
        world.explained = all > 0 ? solver.eigenvalues().tail(2).sum() / all : 1;
    }
    world.places = world.placed(world.points);
    // A few points far out must not make everything else small: they are left outside, and that is said.
    std::vector<double> far;
    for (Eigen::Index q = 0; q < world.places.cols(); ++q) far.push_back(world.places.col(q).cwiseAbs().maxCoeff());
    std::sort(far.begin(), far.end());
    world.reach = std::max(1e-6, 1.15 * std::min(far.back(), kFarOut * far[std::size_t(0.95 * double(far.size() - 1))]));
    world.outside = int(far.end() - std::upper_bound(far.begin(), far.end(), world.reach));
}

void measureDistances(World& world) {
    const int n = world.count();
    if (n > kMostScored) {
        for (int i = 0; i < kMostScored; ++i) world.scored.push_back(int(std::int64_t(i) * n / kMostScored));
        world.remarks.push_back("Silhouettes are taken over " + std::to_string(kMostScored) + " of the " + std::to_string(n) + " points");
    }
    const Matrix x = world.scored.empty() ? world.points : Matrix(world.points(Eigen::all, world.scored));
    world.distances.resize(x.cols(), x.cols());
    forBlocks(int(x.cols()), 16, [&](int begin, int end) {
        for (int q = begin; q < end; ++q) world.distances.col(q) = (x.colwise() - x.col(q)).colwise().norm().transpose().cast<float>();
    });
}

void finish(World& world) {
    world.fast = std::make_shared<const FloatMatrix>(world.points.cast<float>());
    layPlane(world);
    measureDistances(world);
    if (!world.truth.empty()) world.known = scoresOf(world, world.truth);
}

}  // namespace

std::shared_ptr<const World> makeWorld(const Params& p, const Inputs& inputs) {
    auto world = std::make_shared<World>();
    readData(p, inputs, *world);
    world->mean = Vector::Zero(world->dimension()), world->deviation = Vector::Ones(world->dimension());
    if (p.standardise) {
        world->mean = world->points.rowwise().mean();
        world->deviation = standardise(world->points);
    }
    finish(*world);
    return world;
}

std::string fit(Params& p, const Inputs& inputs) {
    if (drawn(p) || inputs.data.empty()) return {};
    const long points = p.data == Data::Table ? previewTable(inputs.data, 1).rows : std::min(readIdxHeader(inputs.data).count, p.count);
    if (points < 2 || p.clusters <= points) return {};
    const int before = p.clusters;
    p.clusters = std::max(2, int(std::sqrt(double(points))));
    return inputs.data.filename().string() + " holds " + std::to_string(points) + " points: clusters are lowered from " +
           std::to_string(before) + " to " + std::to_string(p.clusters);
}

std::shared_ptr<const World> judgedBy(const Inputs& inputs, const World& before) {
    auto world = std::make_shared<World>(before);
    readClasses(inputs, *world);
    world->known = world->truth.empty() ? Scores() : scoresOf(*world, world->truth);
    return world;
}

std::shared_ptr<const World> withPoint(const Params&, const World& before, const Eigen::Vector2d& place) {
    auto world = std::make_shared<World>(before);
    world->points.conservativeResize(Eigen::NoChange, before.count() + 1);
    world->points.rightCols(1) = place;
    world->scored.clear();
    const double reach = before.reach;
    finish(*world);
    world->reach = std::max(reach, world->reach);  // a picture stands still while points are put into it
    return world;
}

void judge(const World& world, const Labels& labels, Scores& scores) {
    scores.nmi = world.truth.empty() ? kUndefined : normalisedMutualInformation(world.truth, labels);
    scores.ari = world.truth.empty() ? kUndefined : adjustedRandIndex(world.truth, labels);
}

Scores scoresOf(const World& world, const Labels& labels) {
    Scores scores;
    Labels chosen = labels;
    if (!world.scored.empty()) {
        chosen.clear();
        for (const int i : world.scored) chosen.push_back(labels[std::size_t(i)]);
    }
    scores.silhouette = silhouettesFrom(world.distances, chosen).mean();
    judge(world, labels, scores);
    scores.inertia = inertia(world.points, labels);
    scores.used = clustersUsed(labels);
    return scores;
}

Clam onPlane(const World& world, const Clam& clam) {
    if (world.dimension() <= 2) {
        Clam flat = clam;
        flat.prototypes = Matrix::Zero(2, clam.count());
        flat.prototypes.topRows(world.dimension()) = clam.prototypes;
        return flat;
    }
    const Matrix from = clam.prototypes.colwise() - world.origin;
    const Matrix along = world.axes.transpose() * from, beside = from - world.axes * along;
    const Eigen::HouseholderQR<Matrix> qr(beside);
    const Eigen::Index more = std::min(beside.rows(), beside.cols());
    Clam flat = clam;
    flat.prototypes.resize(2 + more, clam.count());
    flat.prototypes << along, qr.matrixQR().topRows(more).template triangularView<Eigen::Upper>().toDenseMatrix();
    return flat;
}

}  // namespace engram::clam
