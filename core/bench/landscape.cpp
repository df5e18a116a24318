// E = |v|^2/2 - log(sum exp(beta Xi v))/beta on a plane through three memories: point by point, and from overlaps that are affine.
#include <cmath>

#include "core/bench/recipe.h"
#include "core/bench/workload.h"
#include "core/compute/backend.h"

namespace engram::bench {

namespace {

constexpr int kFeatures = 784, kMemories = 100, kGrid = 512;
constexpr float kBeta = 20;
constexpr double kHalfWidth = 1.5;

struct Data {
    FloatMatrix memories{kFeatures, kMemories};
    PlaneGrid plane;
    Eigen::VectorXf energies{kGrid * kGrid};
    FloatMatrix row{kFeatures, kGrid};
    std::unique_ptr<Backend> backend = makeCpuBackend();
    MemoryModel model{Similarity::Dot, Identity{}, Softmax{kBeta}};

    Data() {
        const float scale = float(1 / std::sqrt(double(kFeatures)));
        for (int k = 0; k < kMemories; ++k)
            for (int i = 0; i < kFeatures; ++i) memories(i, k) = recipe::sign(200, std::uint64_t(k) * kFeatures + i) * scale;
        const Matrix three = memories.leftCols(3).cast<double>();
        const Vector a = (three.col(1) - three.col(0)).normalized();
        const Vector across = three.col(2) - three.col(0), b = (across - across.dot(a) * a).normalized();
        plane.origin = three.rowwise().mean().cast<float>();
        // Pixel (i, j) of the recipe is o + s_i a + s_j b, i the row.
        plane.u = b.cast<float>();
        plane.w = a.cast<float>();
        plane.columns = plane.rows = kGrid;
        plane.dx = plane.dy = float(2 * kHalfWidth / kGrid);
        plane.x0 = plane.y0 = float(-kHalfWidth + kHalfWidth / kGrid);
    }

    void affine() {
        const auto packed = backend->prepare(memories);
        backend->landscape(model, *packed, plane, energies);
    }

    void naive() {
        const auto packed = backend->prepare(memories);
        for (int j = 0; j < kGrid; ++j) {
            for (int i = 0; i < kGrid; ++i)
                row.col(i) = plane.origin + (plane.x0 + plane.dx * float(i)) * plane.u + (plane.y0 + plane.dy * float(j)) * plane.w;
            backend->energies(model, *packed, row, energies.segment(j * kGrid, kGrid));
        }
    }

    nlohmann::json check() const {
        Eigen::Index least = 0;
        const float low = energies.minCoeff(&least);
        return {{"mean", energies.cast<double>().mean()}, {"min", low}, {"max", energies.maxCoeff()}, {"argmin", least},
                {"proj", recipe::projection(energies.data(), energies.size())}, {"norm", recipe::norm(energies.data(), energies.size())}};
    }
};

}  // namespace

Workload landscape() {
    const auto data = std::make_shared<Data>();
    const double points = double(kGrid) * kGrid;
    const auto check = [data] { return data->check(); };
    return {"landscape", "energy landscape on a 2-D slice through state space",
            {{"N", kFeatures}, {"K", kMemories}, {"G", kGrid}, {"beta", kBeta}, {"half_width", kHalfWidth}},
            {{"engram-naive", [data] { data->naive(); }, check, points * 1e-6, "Mpixel/s",
              {points * kFeatures * (2.0 * kMemories + 6), points * kFeatures * 8}, "every state and every dot product"},
             {"engram-affine", [data] { data->affine(); }, check, points * 1e-6, "Mpixel/s",
              {2.0 * points * kMemories, points * 4 + 4.0 * kMemories * kFeatures}, "a product of exponentials of the two coordinates"}}};
}

}  // namespace engram::bench
