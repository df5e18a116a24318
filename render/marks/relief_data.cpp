#include "render/marks/relief_data.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "render/marks/units.h"

namespace engram {
namespace {

constexpr int kRowsAtOnce = 32;

// A grid of floats with clamped access.
struct Grid {
    int columns, rows;
    std::vector<float> values;

    Grid(int columnCount, int rowCount) : columns(columnCount), rows(rowCount), values(std::size_t(columnCount) * std::size_t(rowCount)) {}
    float& at(int i, int j) { return values[std::size_t(j) * std::size_t(columns) + std::size_t(i)]; }
    float at(int i, int j) const { return values[std::size_t(j) * std::size_t(columns) + std::size_t(i)]; }
    float clamped(int i, int j) const { return at(std::clamp(i, 0, columns - 1), std::clamp(j, 0, rows - 1)); }
};

template <class Body>  // body(row)
void forRows(int rows, Body body) {
    forBlocks(rows, kRowsAtOnce, [&](int begin, int end) {
        for (int j = begin; j < end; ++j) body(j);
    });
}

Grid energies(const Surface& surface) {
    Grid grid(surface.energy.columns, surface.energy.rows);
    std::ranges::transform(*surface.energy.values, grid.values.begin(),
                           [&](float e) { return std::isfinite(e) ? e : float(surface.high); });
    return grid;
}

Grid heights(const Surface& surface, const Grid& energy) {
    Grid grid(energy.columns, energy.rows);
    forRows(grid.rows, [&](int j) {
        for (int i = 0; i < grid.columns; ++i) grid.at(i, j) = float(worldZ(surface, double(energy.at(i, j))));
    });
    return grid;
}

// Catmull-Rom: halfway between b and c with neighbours a and d.
float halfway(float a, float b, float c, float d) { return (9 * (b + c) - (a + d)) / 16; }

// Every second sample is one of the grid's own, the others lie on smooth curves through them.
Grid finer(const Grid& grid) {
    Grid across(2 * grid.columns - 1, grid.rows);
    forRows(grid.rows, [&](int j) {
        for (int i = 0; i < grid.columns; ++i) {
            across.at(2 * i, j) = grid.at(i, j);
            if (i + 1 < grid.columns)
                across.at(2 * i + 1, j) = halfway(grid.clamped(i - 1, j), grid.at(i, j), grid.at(i + 1, j), grid.clamped(i + 2, j));
        }
    });
    Grid both(across.columns, 2 * grid.rows - 1);
    forRows(grid.rows, [&](int j) {
        for (int i = 0; i < across.columns; ++i) {
            both.at(i, 2 * j) = across.at(i, j);
            if (j + 1 < grid.rows)
                both.at(i, 2 * j + 1) = halfway(across.clamped(i, j - 1), across.at(i, j), across.at(i, j + 1), across.clamped(i, j + 2));
        }
    });
    return both;
}

// A running mean over 2 reach + 1 samples of one line, the ends repeated.
void boxBlurLine(const float* from, float* to, int count, std::ptrdiff_t stride, int reach) {
    const auto value = [&](int i) { return double(from[std::clamp(i, 0, count - 1) * stride]); };
    double sum = 0;
    for (int i = -reach; i <= reach; ++i) sum += value(i);
    for (int i = 0; i < count; ++i) {
        to[i * stride] = float(sum / (2 * reach + 1));
        sum += value(i + reach + 1) - value(i - reach);
    }
}

// Three box blurs are close to a Gaussian of this standard deviation in samples.
Grid blurred(Grid grid, double sigma) {
    const int reach = std::max(1, int(std::lround((std::sqrt(4 * sigma * sigma + 1) - 1) / 2)));
    Grid other = grid;
    for (int pass = 0; pass < 3; ++pass) {
        forRows(grid.rows, [&](int j) { boxBlurLine(&grid.at(0, j), &other.at(0, j), grid.columns, 1, reach); });
        forBlocks(grid.columns, kRowsAtOnce, [&](int begin, int end) {
            for (int i = begin; i < end; ++i) boxBlurLine(&other.at(i, 0), &grid.at(i, 0), grid.rows, grid.columns, reach);
        });
    }
    return grid;
}

// How deep a place lies under its surroundings, near and far, as a share of what the deepest places do.
Grid occlusion(const Grid& height) {
    constexpr double kSharesOfWidth[] = {0.02, 0.06, 0.14};
    Grid sum(height.columns, height.rows);
    for (double share : kSharesOfWidth) {
        const Grid around = blurred(height, share * height.columns);
        for (std::size_t k = 0; k < sum.values.size(); ++k) sum.values[k] += std::max(0.0f, around.values[k] - height.values[k]);
    }
    std::vector<float> sorted = sum.values;
    const auto deepest = sorted.begin() + std::ptrdiff_t(0.995 * double(sorted.size() - 1));
    std::nth_element(sorted.begin(), deepest, sorted.end());
    for (float& value : sum.values) value = *deepest > 1e-6f ? std::min(1.0f, value / *deepest) : 0.0f;
    return sum;
}

// Samples of the grid at a place of another one that covers the same ground.
float resampled(const Grid& grid, float u, float v) {
    const float x = u * float(grid.columns - 1), y = v * float(grid.rows - 1);
    const int i = std::min(int(x), grid.columns - 2), j = std::min(int(y), grid.rows - 2);
    const float s = x - float(i), t = y - float(j);
    return (1 - t) * ((1 - s) * grid.at(i, j) + s * grid.at(i + 1, j)) + t * ((1 - s) * grid.at(i, j + 1) + s * grid.at(i + 1, j + 1));
}

glm::vec3 normalAt(const Grid& height, int i, int j, float cellX, float cellY) {
    const float x = (height.clamped(i + 1, j) - height.clamped(i - 1, j)) / (2 * cellX);
    const float y = (height.clamped(i, j + 1) - height.clamped(i, j - 1)) / (2 * cellY);
    return glm::normalize(glm::vec3(-x, -y, 1));
}

void addTexels(ReliefData& data, const Surface& surface, Grid energy, const Grid& shadow) {
    const Grid height = heights(surface, energy);
    const Field& field = surface.energy;
    const float lastColumn = float(energy.columns - 1), lastRow = float(energy.rows - 1);
    const float cellX = float(field.x1 - field.x0) / lastColumn, cellY = float(field.y1 - field.y0) / lastRow;
    const float perHeight = float(inverse(worldZ(surface, surface.high)));
    data.columns = energy.columns;
    data.rows = energy.rows;
    data.shades.resize(energy.values.size());
    forRows(energy.rows, [&](int j) {
        for (int i = 0; i < energy.columns; ++i) {
            const glm::vec3 normal = normalAt(height, i, j, cellX, cellY);
            const float dark = resampled(shadow, float(i) / lastColumn, float(j) / lastRow);
            const float share = height.at(i, j) * perHeight;
            const glm::vec4 shares(normal.x * 0.5f + 0.5f, normal.y * 0.5f + 0.5f, std::clamp(share, 0.0f, 1.0f), dark);
            data.shades[std::size_t(j) * std::size_t(energy.columns) + std::size_t(i)] = glm::u8vec4(shares * 255.0f + 0.5f);
        }
    });
    data.energies = std::move(energy.values);
}

}  // namespace

void checkField(const Field& field, const char* what) {
    if (field.columns < 2 || field.rows < 2) fail(std::string(what) + " needs a grid of at least 2 x 2 values");
    const std::size_t expected = std::size_t(field.columns) * std::size_t(field.rows), got = field.values ? field.values->size() : 0;
    if (got != expected)
        fail(std::string(what) + " has " + std::to_string(got) + " values for a grid of " + std::to_string(field.columns) + " x " +
             std::to_string(field.rows));
}

Field finer(const Field& field) {
    Grid own(field.columns, field.rows);
    own.values = *field.values;
    Grid made = finer(own);
    Field result = field;
    result.columns = made.columns;
    result.rows = made.rows;
    result.values = share(std::move(made.values));
    return result;
}

ReliefData reliefData(const Surface& surface, bool fine) {
    constexpr std::size_t kFineEnough = 160'000;  // samples; denser grids show neither facets nor kinks as they are
    checkField(surface.energy, "a surface");
    const Grid coarse = energies(surface), ground = heights(surface, coarse);
    ReliefData data;
    data.mesh = reliefMesh(surface, ground.values);
    addTexels(data, surface, !fine || coarse.values.size() > kFineEnough ? coarse : finer(coarse), occlusion(ground));
    return data;
}

}  // namespace engram
