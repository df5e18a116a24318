#include "core/data/point_clouds.h"

#include <cmath>

#include "core/base/random.h"

namespace engram {

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr std::uint64_t kStream = 710;

}  // namespace

PointCloud drawCloud(Cloud cloud, int count, int groups, double spread, std::uint64_t seed) {
    Random random(seed, kStream);
    if (cloud == Cloud::Elongated) groups = 3;
    if (cloud == Cloud::Moons || cloud == Cloud::Rings) groups = 2;
    PointCloud made{Matrix(2, count), {}};
    for (int q = 0; q < count; ++q) {
        const int group = q % groups;
        made.truth.push_back(group);
        const double a = random.normal(), b = random.normal(), u = random.uniform();
        auto at = made.points.col(q);
        switch (cloud) {
            case Cloud::Blobs: {
                const double angle = 2 * kPi * group / groups + 0.4, size = spread * (0.16 + 0.1 * (group % 3)),
                             radius = groups == 1 ? 0 : 1;
                at << radius * std::cos(angle) + size * a, radius * std::sin(angle) + size * b;
                break;
            }
            case Cloud::Elongated: {
                // covariance [[0.0105, 0.01], [0.01, 0.0105]]: along the diagonal sqrt(0.0205), across it sqrt(0.0005)
                const double along = spread * std::sqrt(0.0205) * a, across = spread * std::sqrt(0.0005) * b;
                at << 0.2 + 0.3 * group + (along + across) / std::sqrt(2.0), 0.5 + (along - across) / std::sqrt(2.0);
                break;
            }
            case Cloud::Moons: {
                const double angle = kPi * u, side = group == 0 ? 1 : -1;
                at << side * std::cos(angle) + (group == 0 ? 0 : 1) + 0.08 * spread * a,
                    side * std::sin(angle) - 0.25 * side + 0.08 * spread * b;
                break;
            }
            case Cloud::Rings: {
                const double angle = 2 * kPi * u, radius = group == 0 ? 0.4 : 1.2;
                at << radius * std::cos(angle) + 0.06 * spread * a, radius * std::sin(angle) + 0.06 * spread * b;
                break;
            }
        }
    }
    return made;
}

PointCloud drawBlobs(int features, int count, int groups, double spread, std::uint64_t seed) {
    Random random(seed, kStream);
    Matrix centres(features, groups);
    for (Real& e : centres.reshaped()) e = random.normal();
    PointCloud made{Matrix(features, count), {}};
    for (int q = 0; q < count; ++q) {
        made.truth.push_back(q % groups);
        for (int j = 0; j < features; ++j) made.points(j, q) = centres(j, q % groups) + spread * random.normal();
    }
    return made;
}

}  // namespace engram
