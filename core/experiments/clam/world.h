// The points to cluster, with all that stays the same while prototypes learn: known classes, distances for scores, the plane of pictures.
#pragma once

#include <memory>

#include "core/experiment/experiment.h"
#include "core/experiments/clam/params.h"
#include "core/model/kmeans.h"

namespace engram::clam {

struct Scores {
    double silhouette = 0, inertia = 0;
    double nmi = kUndefined, ari = kUndefined;  // with the known classes
    int used = 0;
};

struct World {
    Matrix points;                            // features x points, standardised if so wanted
    std::shared_ptr<const FloatMatrix> fast;  // the same in floats
    Labels truth;                             // empty where no classes are known
    std::filesystem::path truthFrom;          // the file of classes, where there is one
    std::vector<std::string> features, classNames, remarks;
    Vector mean, deviation;     // of the features as they were read
    std::vector<int> scored;    // points that silhouettes are taken over; empty: all
    Eigen::MatrixXf distances;  // between those
    Matrix axes;                // features x 2, orthonormal: the two leading principal components, or the plane itself
    Vector origin;              // the mean, which they go through
    Matrix places;              // 2 x points
    double reach = 1;           // half the side of pictures of the plane
    int outside = 0;            // points beyond it
    Scores known;               // of the known classes
    double explained = 1;       // share of the variance in that plane

    int count() const { return int(points.cols()); }
    int dimension() const { return int(points.rows()); }
    Matrix placed(const Matrix& x) const { return axes.transpose() * (x.colwise() - origin); }
};

// Throws with one sentence where a file is missing or wrong, or there are more clusters than points.
std::shared_ptr<const World> makeWorld(const Params& p, const Inputs& inputs);
// Lowers the number of clusters where there are fewer points; what else is wrong with the files, making the world says.
std::string fit(Params& p, const Inputs& inputs);
// The same points with the classes of these inputs.
std::shared_ptr<const World> judgedBy(const Inputs& inputs, const World& world);
std::shared_ptr<const World> withPoint(const Params& p, const World& world, const Eigen::Vector2d& place);

Scores scoresOf(const World& world, const Labels& labels);
void judge(const World& world, const Labels& labels, Scores& scores);  // what the classes say, alone

// Prototypes and the plane in the few dimensions that they span together: distances stay. The first two are those of the plane.
Clam onPlane(const World& world, const Clam& clam);

}  // namespace engram::clam
