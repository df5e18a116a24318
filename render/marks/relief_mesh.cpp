#include "render/marks/relief_mesh.h"

#include <algorithm>
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

// The distances in the plane from the middle of the fog to the nearest and the farthest point of a rectangle.
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
        const float column = float(x) / float(cells_) * float(field().columns - 1), row = float(y) / float(cells_) * float(field().rows - 1);
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
        return {std::hypot(std::clamp(0.0, x(left), x(right)), std::clamp(0.0, y(low), y(high))),
                std::hypot(std::max(-x(left), x(right)), std::max(-y(low), y(high)))};
    }

    // Triangles at the rim of the fog are small, so that what it hides wholly ends close to it.
    bool isRim(const Triangle& t) const {
        constexpr int kSmall = 4;
        if (std::abs(t.a.x - t.b.x) + std::abs(t.a.y - t.b.y) <= kSmall) return false;
        const Distances d = distances(t);
        return d.nearest < surface_.fogEnd && d.farthest > surface_.fogEnd;
    }

    // The triangle of a number: its binary digits say, from the root, which child is taken.
    Triangle triangle(unsigned number) const {
        const Place o{0, 0}, x{cells_, 0}, y{0, cells_}, xy{cells_, cells_};
        Triangle t = number & 1 ? Triangle{o, xy, x} : Triangle{xy, o, y};
        for (number >>= 1; number > 1; number >>= 1) {
            const Place m = middle(t.a, t.b);
            t = number & 1 ? Triangle{t.c, t.a, m} : Triangle{t.b, t.c, m};
        }
        return t;
    }

    // What is lost where a hypotenuse is not halved, from the smallest triangles up; what a child needs its parent needs, so that
    // neighbours never part.
    void findErrors(float tolerance) {
        errors_.assign(heights_.size(), 0);
        const unsigned count = 2u * unsigned(cells_) * unsigned(cells_) - 2, parents = unsigned(cells_) * unsigned(cells_) - 2;
        for (unsigned i = count; i-- > 0;) {
            const Triangle t = triangle(i + 2);
            const Place m = middle(t.a, t.b);
            float error = std::abs((heights_[index(t.a)] + heights_[index(t.b)]) / 2 - heights_[index(m)]);
            if (i < parents) error = std::max({error, errors_[index(middle(t.a, t.c))], errors_[index(middle(t.b, t.c))]});
            if (error <= tolerance && isRim(t)) error = std::numeric_limits<float>::infinity();
            errors_[index(m)] = std::max(errors_[index(m)], error);
        }
    }

    void add(const Triangle& t, float tolerance) {
        const Place m = middle(t.a, t.b);
        const bool divides = std::abs(t.a.x - t.c.x) + std::abs(t.a.y - t.c.y) > 1;
        if (divides && errors_[index(m)] > tolerance) {
            add({t.c, t.a, m}, tolerance);
            add({t.b, t.c, m}, tolerance);
        } else if (distances(t).nearest <= surface_.fogEnd) {
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
