// k-means by Lloyd's algorithm, the rival that ClAM becomes as beta grows, with its usual starts (k-means++), and its soft relative.
#pragma once

#include <cstdint>

#include "core/model/cluster_scores.h"

namespace engram {

struct Clustering {
    Matrix centres;  // features x clusters
    Labels labels;
    Real inertia = 0;  // squared distances to the nearest centre, summed
    int iterations = 0;
};

// The centres of a start: points, each drawn with a probability that grows with the squared distance to those there are; of a few tries the
// best is kept (Arthur & Vassilvitskii 2007, greedy as in scikit-learn). `stream` tells starts apart.
Matrix plusPlus(const ConstBatch& x, int clusters, std::uint64_t seed, std::uint64_t stream);

// One iteration: points to their nearest centre, then centres to the means of their points; one without points stays where it is.
void lloydStep(const ConstBatch& x, Clustering& c);
// Until no label changes. Labels and inertia belong to the centres returned.
Clustering lloyd(const ConstBatch& x, Matrix centres, int mostIterations = 300);
// The least inertia of so many starts.
Clustering kMeans(const ConstBatch& x, int clusters, int restarts, std::uint64_t seed);

// Soft k-means (MacKay 2003, ch. 20): centres are means weighted by softmax(-(beta/2) |x - c|^2). Labels are the nearest centres.
Clustering softKMeans(const ConstBatch& x, Matrix centres, Real beta, int mostIterations = 300);

}  // namespace engram
