// Clustering with associative memories: prototypes that learn to complete hidden coordinates, beside k-means on the same points.
#pragma once

#include "core/experiment/experiment.h"

namespace engram {

Experiment associativeClustering();

}  // namespace engram
