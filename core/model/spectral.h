// Spectral clustering (Ng, Jordan & Weiss 2001): points as rows of the leading eigenvectors of the normalised graph of nearest neighbours,
// made unit vectors, then k-means. It follows shapes that no centre describes.
#pragma once

#include <cstdint>

#include "core/model/cluster_scores.h"

namespace engram {

constexpr int kMostSpectralPoints = 3000;  // all distances are looked at, n^2 d of them

// `neighbours` nearest points, either way, are joined by an edge of weight 1 (1/2 where only one counts the other). Throws where there are
// more points than above.
Labels spectral(const ConstBatch& x, int clusters, int neighbours, std::uint64_t seed);

}  // namespace engram
