#include "render/figure/contours.h"

#include <array>
#include <cmath>
#include <unordered_map>

namespace engram {

namespace {

// Crossings are named by the grid edge they lie on: twice the index of its first point, plus one for a vertical edge.
using Edge = long;
constexpr Edge kNone = -1;

class Tracer {
public:
    Tracer(const Field& field, double level) : field_(field), values_(*field.values), level_(level) {
        for (int row = 0; row + 1 < field.rows; ++row)
            for (int column = 0; column + 1 < field.columns; ++column) cell(column, row);
    }

    std::vector<ContourLine> lines() {
        std::vector<ContourLine> found;
        for (Edge e : order_)   // open lines first: they start where only one piece ends
            if (links_[e][1] == kNone && !used_[e]) found.push_back(follow(e));
        for (Edge e : order_)
            if (!used_[e]) found.push_back(follow(e));
        return found;
    }

private:
    double value(int column, int row) const { return values_[std::size_t(row) * field_.columns + column]; }
    Edge across(int column, int row) const { return 2 * (long(row) * field_.columns + column); }
    Edge up(int column, int row) const { return across(column, row) + 1; }

    void cell(int column, int row) {
        const double v[4] = {value(column, row), value(column + 1, row), value(column + 1, row + 1), value(column, row + 1)};
        int above = 0;
        double sum = 0;
        for (int k = 0; k < 4; ++k) above |= (v[k] >= level_) << k, sum += v[k];
        if (above == 0 || above == 15 || !std::isfinite(sum)) return;
        const Edge sides[4] = {across(column, row), up(column + 1, row), across(column, row + 1), up(column, row)};
        Edge crossed[4];
        int count = 0;
        for (int k = 0; k < 4; ++k)
            if (((above >> k) & 1) != ((above >> ((k + 1) & 3)) & 1)) crossed[count++] = sides[k];
        if (count == 2) return join(crossed[0], crossed[1]);
        // A saddle: the middle decides which corners belong together.
        const bool middleAbove = sum / 4 >= level_, firstAbove = above & 1;
        if (middleAbove == firstAbove) join(crossed[0], crossed[1]), join(crossed[2], crossed[3]);
        else join(crossed[3], crossed[0]), join(crossed[1], crossed[2]);
    }

    void join(Edge a, Edge b) { link(a, b), link(b, a); }
    void link(Edge from, Edge to) {
        const auto [entry, isNew] = links_.try_emplace(from, std::array<Edge, 2>{kNone, kNone});
        if (isNew) order_.push_back(from);
        entry->second[entry->second[0] == kNone ? 0 : 1] = to;
    }

    ContourLine follow(Edge start) {
        ContourLine line;
        Edge before = kNone, at = start;
        while (at != kNone && !used_[at]) {
            used_[at] = true;
            line.points.push_back(crossing(at));
            const auto& next = links_[at];
            const Edge to = next[0] != before ? next[0] : next[1];
            before = at, at = to;
        }
        line.closed = at == start && line.points.size() > 2;
        return line;
    }

    Pt crossing(Edge edge) const {
        const long index = edge / 2;
        const int column = int(index % field_.columns), row = int(index / field_.columns);
        const bool vertical = edge % 2 == 1;
        const double a = value(column, row), b = vertical ? value(column, row + 1) : value(column + 1, row);
        const double share = (level_ - a) / (b - a);
        const double x = column + (vertical ? 0 : share), y = row + (vertical ? share : 0);
        return {field_.x0 + (field_.x1 - field_.x0) * x / (field_.columns - 1),
                field_.y0 + (field_.y1 - field_.y0) * y / (field_.rows - 1)};
    }

    const Field& field_;
    const std::vector<float>& values_;
    double level_;
    std::unordered_map<Edge, std::array<Edge, 2>> links_;
    std::unordered_map<Edge, bool> used_;
    std::vector<Edge> order_;   // of first sight, so that the result does not depend on hashing
};

double distanceToChord(Pt p, Pt a, Pt b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length = std::hypot(dx, dy);
    if (length == 0) return std::hypot(p.x - a.x, p.y - a.y);
    return std::abs(dx * (p.y - a.y) - dy * (p.x - a.x)) / length;
}

}  // namespace

std::vector<ContourLine> contourLines(const Field& field, double level) {
    if (!field.values || field.columns < 2 || field.rows < 2) return {};
    return Tracer(field, level).lines();
}

std::vector<Pt> simplified(const std::vector<Pt>& points, double tolerance) {
    if (points.size() < 3) return points;
    std::vector<bool> kept(points.size());
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, points.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double most = tolerance;
        std::size_t farthest = 0;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double d = distanceToChord(points[i], points[first], points[last]); d > most) most = d, farthest = i;
        if (farthest == 0) continue;
        kept[farthest] = true;
        open.push_back({first, farthest}), open.push_back({farthest, last});
    }
    std::vector<Pt> result;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (kept[i]) result.push_back(points[i]);
    return result;
}

}  // namespace engram
