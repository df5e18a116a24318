#include "core/compute/cpu_landscape.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/base/parallel.h"
#include "core/compute/cpu_block.h"

namespace engram {

namespace {

constexpr int kTile = 64;            // points of a side
constexpr long kMostFactors = 1 << 18; // memories whose factors of a tile a thread keeps: 128 MB
constexpr float kSafeRange = 60;     // of exponents in a tile: a factor is at least exp(-60), a normal number even as a square

double product(const Eigen::VectorXf& a, const Eigen::VectorXf& b) { return a.cast<double>().dot(b.cast<double>()); }

// Similarities a + x b + y c of all memories, and squares that are quadratic in x and y. With distances and identity features the
// origin of the plane is the origin of the space, lest squares of long vectors cancel.
struct Affine {
    const CpuMemories& memories;
    const Kernels& k;
    float *a, *b, *c;
    bool centred;
    double oo, ou, ow, uu, uw, ww;
    float mostB = 0, mostC = 0;

    Affine(const Laws& laws, const CpuMemories& m, const PlaneGrid& grid, float* store)
        : memories(m), k(m.kernels), a(store), b(a + m.memoryStride), c(b + m.memoryStride),
          centred(laws.distance && laws.features.kind == FeatureKind::Identity), oo(centred ? 0 : product(grid.origin, grid.origin)),
          ou(centred ? 0 : product(grid.origin, grid.u)), ow(centred ? 0 : product(grid.origin, grid.w)), uu(product(grid.u, grid.u)),
          uw(product(grid.u, grid.w)), ww(product(grid.w, grid.w)) {
        const int features = m.featureCount();
        float* centredRow = c + m.memoryStride;
        for (int mu = 0; mu < m.memoryCount(); ++mu) {
            const float* row = m.rows.data() + std::size_t(mu) * features;
            if (centred) {
                k.combine(1, row, -1, grid.origin.data(), centredRow, features);
                row = centredRow;
            }
            a[mu] = centred ? -0.5f * k.dot(row, row, features) : k.dot(row, grid.origin.data(), features);
            b[mu] = k.dot(row, grid.u.data(), features);
            c[mu] = k.dot(row, grid.w.data(), features);
            mostB = std::max(mostB, std::abs(b[mu]));
            mostC = std::max(mostC, std::abs(c[mu]));
        }
    }
    double square(double x, double y) const { return oo + 2 * y * ow + y * y * ww + x * (2 * ou + 2 * y * uw + x * uu); }
};

float coordinate(float start, float step, int index) { return start + step * float(index); }

// One tile of columns [i0, i1) x rows [j0, j1).
struct Tile {
    int i0, i1, j0, j1;
    int width() const { return i1 - i0; }
    int height() const { return j1 - j0; }
};

// sum_mu exp(beta (a + x b + y c)) = exp(most) * sum_mu exp(at centre - most + beta dy c) exp(beta dx b)
void separable(const Laws& laws, const Affine& plane, const PlaneGrid& grid, const Tile& tile, float* result) {
    const CpuMemories& m = plane.memories;
    const Kernels& k = plane.k;
    const int count = m.memoryCount(), width = k.panelWidth, panelCount = (tile.width() + width - 1) / width;
    const float beta = laws.hidden.beta;
    Pieces pieces(threadScratch(Pieces::rounded(m.memoryStride) + Pieces::rounded(kTile * m.memoryStride) +
                                Pieces::rounded(std::size_t(kTile) * count) + Pieces::rounded(kTile * kTile)));
    float* centre = pieces.take(m.memoryStride);
    float* rows = pieces.take(kTile * m.memoryStride);
    float* sums = pieces.take(kTile * kTile);
    float* panels = pieces.take(std::size_t(kTile) * count);

    const float xc = coordinate(grid.x0, grid.dx, tile.i0 + tile.width() / 2);
    const float yc = coordinate(grid.y0, grid.dy, tile.j0 + tile.height() / 2);
    k.combine(beta, plane.a, beta * xc, plane.b, centre, count);
    k.combine(1, centre, beta * yc, plane.c, centre, count);
    const float most = *std::max_element(centre, centre + count);
    for (int p = 0; p < panelCount; ++p) {
        float offset[2 * 16];
        for (int i = 0; i < width; ++i) offset[i] = beta * (coordinate(grid.x0, grid.dx, tile.i0 + p * width + i) - xc);
        float* panel = panels + std::size_t(p) * width * count;
        for (int mu = 0; mu < count; ++mu)
            for (int i = 0; i < width; ++i) panel[mu * width + i] = plane.b[mu] * offset[i];
    }
    k.exps(panels, 0, panelCount * width * count, panels);
    for (int j = 0; j < tile.height(); ++j) {
        float* row = rows + j * m.memoryStride;
        k.combine(1, centre, beta * (coordinate(grid.y0, grid.dy, tile.j0 + j) - yc), plane.c, row, count);
        k.exps(row, -most, count, row);
    }
    k.product(rows, m.memoryStride, tile.height(), panels, count, panelCount, nullptr, sums, kTile);

    const bool softmax = laws.hidden.kind == HiddenKind::Softmax;
    for (int j = 0; j < tile.height(); ++j) {
        float* sum = sums + j * kTile;
        if (softmax) k.logs(sum, tile.width(), sum);
        const double y = coordinate(grid.y0, grid.dy, tile.j0 + j);
        float* out = result + std::size_t(tile.j0 + j) * grid.columns + tile.i0;
        for (int i = 0; i < tile.width(); ++i) {
            const double x = coordinate(grid.x0, grid.dx, tile.i0 + i), half = 0.5 * plane.square(x, y);
            if (softmax) out[i] = float(half - (double(most) + double(sum[i])) / beta);      // with distances the shift is -half
            else if (laws.distance) out[i] = float(-std::exp(most - beta * half) * sum[i] / beta);
            else out[i] = float(half - std::exp(double(most)) * sum[i] / beta);
        }
    }
}

void direct(const Laws& laws, const Affine& plane, const PlaneGrid& grid, const Tile& tile, float* result) {
    const CpuMemories& m = plane.memories;
    const Kernels& k = plane.k;
    const int count = m.memoryCount();
    Pieces pieces(threadScratch(2 * Pieces::rounded(m.memoryStride)));
    float *base = pieces.take(m.memoryStride), *s = pieces.take(m.memoryStride);
    for (int j = tile.j0; j < tile.j1; ++j) {
        const float y = coordinate(grid.y0, grid.dy, j);
        k.combine(1, plane.a, y, plane.c, base, count);
        for (int i = tile.i0; i < tile.i1; ++i) {
            const float x = coordinate(grid.x0, grid.dx, i);
            const double square = plane.square(x, y);
            const bool spherical = laws.features.kind == FeatureKind::Spherical;
            const float inverse = !spherical ? 1 : square > 0 ? float(1 / std::sqrt(square)) : 0;
            k.combine(inverse, base, inverse * x, plane.b, s, count);
            if (laws.distance && spherical) k.combine(1, s, 1, m.negativeHalfSquares.data(), s, count);
            const float shift = !laws.distance ? 0 : spherical ? (inverse > 0 ? -0.5f : 0.0f) : float(-0.5 * square);
            const float own = laws.distance || spherical ? 0 : float(0.5 * square);
            result[std::size_t(j) * grid.columns + i] = own - k.hiddenPotential(laws.hidden, s, count, shift);
        }
    }
}

// Overlaps are not affine: every point is a state of its own.
void pointByPoint(const Laws& laws, const CpuMemories& memories, const PlaneGrid& grid, float* result) {
    const int features = memories.featureCount(), across = CpuBlock::stateCount(memories);
    const int blocks = (grid.columns + across - 1) / across;
    const auto body = [&](int begin, int end) {
        for (int n = begin; n < end; ++n) {
            const int j = n / blocks, i0 = n % blocks * across, count = std::min(across, grid.columns - i0);
            CpuBlock block(laws, memories);
            for (int i = 0; i < count; ++i) {
                float* v = block.state(i);
                memories.kernels.combine(1, grid.origin.data(), coordinate(grid.x0, grid.dx, i0 + i), grid.u.data(), v, features);
                memories.kernels.combine(1, v, coordinate(grid.y0, grid.dy, j), grid.w.data(), v, features);
            }
            block.energies(count, result + std::size_t(j) * grid.columns + i0);
        }
    };
    forBlocks(blocks * grid.rows, 1, std::ref(body));
}

}  // namespace

void cpuLandscape(const Laws& laws, const CpuMemories& memories, const PlaneGrid& grid, AlignedFloats& store, float* result) {
    if (laws.features.kind == FeatureKind::LogCosh) return pointByPoint(laws, memories, grid, result);
    const Affine plane(laws, memories, grid, store.grow(3 * memories.memoryStride + memories.featureStride));
    const float reach = 0.5f * kTile * (std::abs(grid.dx) * plane.mostB + std::abs(grid.dy) * plane.mostC) * laws.hidden.beta;
    const bool factors = laws.features.kind == FeatureKind::Identity && laws.hidden.kind != HiddenKind::Power && reach <= kSafeRange &&
                         memories.memoryCount() <= kMostFactors;
    const int across = (grid.columns + kTile - 1) / kTile, down = (grid.rows + kTile - 1) / kTile;
    const auto body = [&](int begin, int end) {
        for (int n = begin; n < end; ++n) {
            const int i0 = n % across * kTile, j0 = n / across * kTile;
            const Tile tile{i0, std::min(i0 + kTile, grid.columns), j0, std::min(j0 + kTile, grid.rows)};
            if (factors) separable(laws, plane, grid, tile, result);
            else direct(laws, plane, grid, tile, result);
        }
    };
    forBlocks(across * down, 1, std::ref(body));
}

}  // namespace engram
