#include "render/marks/polyline.h"

#include <algorithm>
#include <cmath>

#include "render/marks/frame.h"

namespace engram {
namespace {

constexpr float kTogether = 1e-4f;  // world units: far below a pixel

bool finite(const Vec3& p) { return std::isfinite(p[0]) && std::isfinite(p[1]) && std::isfinite(p[2]); }
Vec3 between(const Vec3& a, const Vec3& b, float t) {
    return {std::lerp(a[0], b[0], t), std::lerp(a[1], b[1], t), std::lerp(a[2], b[2], t)};
}

// How many pieces keep a straight step of the line close to the relief.
int pieceCount(const Vec3& a, const Vec3& b, const Lines& lines, const Surface* surface) {
    constexpr int kMost = 64;
    if (!lines.onSurface || !surface) return 1;
    const Field& field = surface->energy;
    const double cell = std::min((field.x1 - field.x0) / (field.columns - 1), (field.y1 - field.y0) / (field.rows - 1));
    return std::clamp(int(std::ceil(std::hypot(b[0] - a[0], b[1] - a[1]) / (1.5 * cell))), 1, kMost);
}

// Whether all points strictly between two stand so near to the straight piece between them that nobody sees them gone.
bool straight(const std::vector<glm::vec4>& points, std::size_t from, std::size_t to, const glm::vec4& tolerance) {
    const glm::vec4 a = points[from], way = points[to] - a;
    const float length2 = glm::dot(glm::vec3(way), glm::vec3(way));
    for (std::size_t i = from + 1; i < to; ++i) {
        const glm::vec4 own = points[i] - a;
        const float share = glm::dot(glm::vec3(own), glm::vec3(way)) / std::max(length2, 1e-20f);
        if (share < 0 || share > 1) return false;
        const glm::vec4 off = own - share * way;
        if (glm::dot(glm::vec3(off), glm::vec3(off)) > tolerance.x * tolerance.x || std::abs(off.w) > tolerance.w) return false;
    }
    return true;
}

// Small pieces cost a painter more than long ones: many pixels lie in the squares that two of them touch.
std::vector<glm::vec4> withoutStraightOnes(const std::vector<glm::vec4>& points, float tolerance, float ageTolerance) {
    constexpr std::size_t kMostAtOnce = 24;  // bounds the work for a line of any length
    if (points.size() < 3) return points;
    std::vector<glm::vec4> kept{points.front()};
    std::size_t from = 0, to = 1;
    while (to + 1 < points.size()) {
        if (to + 1 - from <= kMostAtOnce && straight(points, from, to + 1, glm::vec4(glm::vec3(tolerance), ageTolerance))) {
            ++to;
            continue;
        }
        kept.push_back(points[to]);
        from = to++;
    }
    kept.push_back(points.back());
    return kept;
}

}  // namespace

Polyline polyline(const Lines& lines, const Surface* surface, float tolerance) {
    Polyline made;
    if (!lines.at) return made;
    const std::vector<Vec3>& points = *lines.at;
    const bool dotted = lines.kind == LineKind::Ahead;
    const float last = std::max(1.0f, float(points.size()) - 1);
    float way = 0;
    const auto add = [&](const Vec3& at, float age) {
        const glm::vec3 place = placed(at, lines.onSurface, surface);
        if (!made.stroke.empty()) {
            const float step = glm::distance(place, glm::vec3(made.stroke.back()));
            if (step < kTogether) return;
            way += step;
        }
        made.stroke.emplace_back(place, dotted ? way : age);
    };
    const Vec3* previous = nullptr;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!finite(points[i])) continue;
        const int pieces = previous ? pieceCount(*previous, points[i], lines, surface) : 1;
        for (int k = 1; k < pieces; ++k) {
            const float t = float(k) / float(pieces);
            add(between(*previous, points[i], t), (float(i) - 1 + t) / last);
        }
        add(points[i], float(i) / last);
        made.steps.emplace_back(placed(points[i], lines.onSurface, surface), float(i) / last);
        previous = &points[i];
    }
    constexpr float kAgeTolerance = 1.0f / 256;  // what a colour can show
    if (tolerance > 0) made.stroke = withoutStraightOnes(made.stroke, tolerance, dotted ? tolerance : kAgeTolerance);
    return made;
}

}  // namespace engram
