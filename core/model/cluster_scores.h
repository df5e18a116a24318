// How good a clustering is: by itself (silhouette, inertia), and against known classes (mutual information, adjusted Rand index, purity).
// Labels are whole numbers from 0; points are columns.
#pragma once

#include <vector>

#include "core/model/lagrangian.h"

namespace engram {

using Labels = std::vector<int>;

int clustersUsed(const Labels& labels);

// Of each point, (b - a) / max(a, b): a is its mean distance to its own cluster, b the least mean distance to another (Rousseeuw 1987). A
// point alone in its cluster scores 0, and so does everything where there is one cluster. O(points^2 features), on all cores.
Vector silhouettes(const ConstBatch& x, const Labels& labels);
Vector silhouettesFrom(const Eigen::MatrixXf& distances, const Labels& labels);  // where distances are at hand, points x points
Real silhouette(const ConstBatch& x, const Labels& labels);                      // their mean

// Squared distances to the means of clusters, summed.
Real inertia(const ConstBatch& x, const Labels& labels);

// Mutual information over the arithmetic mean of both entropies, 1 where both are of one class; `geometric` takes their geometric mean.
Real normalisedMutualInformation(const Labels& a, const Labels& b, bool geometric = false);
Real adjustedRandIndex(const Labels& a, const Labels& b);  // Hubert & Arabie 1985
Real purity(const Labels& labels, const Labels& truth);    // share of points whose cluster's commonest class is their own

}  // namespace engram
