// Points of the plane in known groups, drawn by the program: what clustering is tried on first.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/scalar.h"

namespace engram {

enum class Cloud { Blobs, Elongated, Moons, Rings };

struct PointCloud {
    Matrix points;  // 2 x count
    std::vector<int> truth;
};

// Blobs lie evenly on a circle with different sizes; elongated ones are three long and slanted side by side (as in the toy of Saha et al.);
// moons and rings have two groups each, which no centre describes. `spread` scales the noise, 1 as usual.
PointCloud drawCloud(Cloud cloud, int count, int groups, double spread, std::uint64_t seed);
// Round groups of standard deviation `spread` about centres drawn from the standard normal distribution.
PointCloud drawBlobs(int features, int count, int groups, double spread, std::uint64_t seed);

}  // namespace engram
