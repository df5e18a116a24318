// Agglomerative clustering: everything alone at first, then always the two clusters together whose union adds least to the inertia (Ward
// 1963). Nearest-neighbour chains find them in O(points^2 features) time and points x features memory, as the centres of clusters say it
// all.
#pragma once

#include "core/model/cluster_scores.h"

namespace engram {

Labels ward(const ConstBatch& x, int clusters);  // numbered by their first points

}  // namespace engram
