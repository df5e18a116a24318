#include "render/marks/relief_mesh.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace engram {
namespace {

constexpr int kMostCells = 512;  // on a side

struct Place {
    int x = 0, y = 0;
};
Place middle(Place a, Place b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }

// Its hypotenuse goes from a to b; halving it there gives its two children.
struct Triangle {
    Place a, b, c;
};

// The squares of the distances in the plane from the middle of the fog to the nearest and the farthest point of a rectangle.
struct Distances {
    double nearest, farthest;
};

class Network {
public:
    Network(const Surface& surface, const std::vector<float>& heights)
        : surface_(surface), cells_(std::min(kMostCells, int(std::bit_ceil(unsigned(std::max(field().columns, field().rows) - 1))))) {
        heights_.resize(std::size_t(cells_ + 1) * std::size_t(cells_ + 1));
        for (int y = 0; y <= cells_; ++y)
            for (int x = 0; x <= cells_; ++x) heights_[index({x, y})] = heightAt(heights, x, y);
    }

    ReliefMesh meshWithin(float tolerance) {
        findErrors(tolerance);
        numbers_.assign(heights_.size(), -1);
        const Place o{0, 0}, x{cells_, 0}, y{0, cells_}, xy{cells_, cells_};
        add({o, xy, x}, tolerance);
        add({xy, o, y}, tolerance);
        return std::move(mesh_);
    }

private:
    const Field& field() const { return surface_.energy; }
    std::size_t index(Place p) const { return std::size_t(p.y) * std::size_t(cells_ + 1) + std::size_t(p.x); }

    float heightAt(const std::vector<float>& heights, int x, int y) const {
        const float column = float(x) / float(cells_) * float(field().columns - 1),
                    row = float(y) / float(cells_) * float(field().rows - 1);
        const int i = std::min(int(column), field().columns - 2), j = std::min(int(row), field().rows - 2);
        const float* low = &heights[std::size_t(j) * std::size_t(field().columns) + std::size_t(i)];
        const float* high = low + field().columns;
        return std::lerp(std::lerp(low[0], low[1], column - float(i)), std::lerp(high[0], high[1], column - float(i)), row - float(j));
    }

    Distances distances(const Triangle& t) const {
        const auto [left, right] = std::minmax({t.a.x, t.b.x, t.c.x});
        const auto [low, high] = std::minmax({t.a.y, t.b.y, t.c.y});
        const auto x = [&](int i) { return std::lerp(field().x0, field().x1, double(i) / cells_) - surface_.fogX; };
        const auto y = [&](int j) { return std::lerp(field().y0, field().y1, double(j) / cells_) - surface_.fogY; };
        const auto square = [](double across, double upwards) { return across * across + upwards * upwards; };
        return {square(std::clamp(0.0, x(left), x(right)), std::clamp(0.0, y(low), y(high))),
                square(std::max(-x(left), x(right)), std::max(-y(low), y(high)))};
    }

    // Around a place: the rectangle of all triangles that are halved there.
    bool isRim(Place m, int half) const {
        constexpr int kSmall = 2;  // at the rim of the fog, so that what it hides wholly ends close to it
        if (half <= kSmall) return false;
        const Distances d = distances({{m.x - half, m.y - half}, {m.x + half, m.y + half}, m});
        return d.nearest < fogEnd2() && d.farthest > fogEnd2();
    }
    double fogEnd2() const { return surface_.fogEnd * surface_.fogEnd; }

    // What is lost at a place where a hypotenuse from a to b is not halved. What the smaller triangles around need, it needs too, so
    // that neighbours never part.
    void setError(Place m, Place a, Place b, const std::array<Place, 4>& finer, int half, float tolerance) {
        float error = std::abs((heights_[index(a)] + heights_[index(b)]) / 2 - heights_[index(m)]);
        for (const Place p : finer)
            if (p.x >= 0 && p.y >= 0 && p.x <= cells_ && p.y <= cells_) error = std::max(error, errors_[index(p)]);
        errors_[index(m)] = error <= tolerance && isRim(m, half) ? std::numeric_limits<float>::infinity() : error;
    }

    // From the smallest triangles up: first hypotenuses along an axis, then the diagonals of the squares between them.
    void findErrors(float tolerance) {
        errors_.assign(heights_.size(), 0);
        for (int h = 1; h < cells_; h *= 2) {
            const int q = h / 2;  // 0 for the smallest: then the finer places are the place itself
            for (int y = 0; y <= cells_; y += h)
                for (int x = y / h % 2 ? 0 : h; x <= cells_; x += 2 * h) {
                    const bool level = y / h % 2 == 0;
                    const Place a = level ? Place{x - h, y} : Place{x, y - h}, b = level ? Place{x + h, y} : Place{x, y + h};
                    setError({x, y}, a, b, {{{x - q, y - q}, {x + q, y - q}, {x - q, y + q}, {x + q, y + q}}}, h, tolerance);
                }
            for (int y = h; y <= cells_; y += 2 * h)
                for (int x = h; x <= cells_; x += 2 * h) {
                    // A diagonal goes through the middle of the square that this one is a quarter of.
                    const Place a{(x - h) / (2 * h) % 2 ? x - h : x + h, (y - h) / (2 * h) % 2 ? y - h : y + h},
                        b{2 * x - a.x, 2 * y - a.y};
                    setError({x, y}, a, b, {{{x - h, y}, {x + h, y}, {x, y - h}, {x, y + h}}}, h, tolerance);
                }
        }
    }

    void add(const Triangle& t, float tolerance) {
        const Place m = middle(t.a, t.b);
        const bool divides = std::abs(t.a.x - t.c.x) + std::abs(t.a.y - t.c.y) > 1;
        if (divides && errors_[index(m)] > tolerance) {
            add({t.c, t.a, m}, tolerance);
            add({t.b, t.c, m}, tolerance);
        } else if (distances(t).nearest <= fogEnd2()) {
            for (Place p : {t.a, t.c, t.b}) mesh_.indices.push_back(number(p));
        }
    }

    std::uint32_t number(Place p) {
        int& known = numbers_[index(p)];
        if (known < 0) {
            known = int(mesh_.vertices.size());
            mesh_.vertices.emplace_back(float(p.x) / float(cells_), float(p.y) / float(cells_), heights_[index(p)]);
        }
        return std::uint32_t(known);
    }

    const Surface& surface_;
    int cells_;
    std::vector<float> heights_, errors_;  // at the places of a square grid of cells_ x cells_
    std::vector<int> numbers_;             // of vertices already in the mesh
    ReliefMesh mesh_;
};

}  // namespace

ReliefMesh reliefMesh(const Surface& surface, const std::vector<float>& heights) {
    return Network(surface, heights).meshWithin(float((surface.energy.x1 - surface.energy.x0) / 2000));
}

}  // namespace engram
