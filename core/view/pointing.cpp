#include "core/view/pointing.h"

#include <cmath>

namespace engram {

namespace {

using Vec3d = std::array<double, 3>;

Vec3d widened(const Vec3& v) { return {v[0], v[1], v[2]}; }
Vec3d cross(const Vec3d& a, const Vec3d& b) { return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]}; }
double dot(const Vec3d& a, const Vec3d& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

struct Meeting {
    double far = 0, u = 0, v = 0;  // along the ray; in shares of the sheet's sides
};

// Solves corner + u across + v down = from + far ray by Cramer's rule.
std::optional<Meeting> meeting(const Sheet& sheet, const Vec3d& from, const Vec3d& ray) {
    const Vec3d across = widened(sheet.across), down = widened(sheet.down), corner = widened(sheet.corner);
    const Vec3d to{from[0] - corner[0], from[1] - corner[1], from[2] - corner[2]}, turned = cross(ray, down), level = cross(to, across);
    const double volume = dot(across, turned);
    if (volume == 0) return {};  // seen from its edge
    const Meeting m{dot(down, level) / volume, dot(to, turned) / volume, dot(ray, level) / volume};
    const bool within = m.far > 0 && m.u >= 0 && m.u < 1 && m.v >= 0 && m.v < 1;
    return within ? std::optional(m) : std::nullopt;
}

}  // namespace

std::optional<SheetHit> sheetUnder(const Scene& scene, const Camera& camera, double width, double height, double px, double py) {
    const Vec3d from = eye(camera), ray = rayThrough(camera, width, height, px, py);
    std::optional<SheetHit> hit;
    double nearest = 0;
    for (const SceneMark& mark : scene.marks) {
        const auto* sheet = std::get_if<Sheet>(&mark);
        const auto met = sheet ? meeting(*sheet, from, ray) : std::nullopt;
        if (!met || (hit && met->far >= nearest)) continue;
        nearest = met->far;
        hit = SheetHit{sheet, int(met->u * sheet->picture.width), int(met->v * sheet->picture.height)};
    }
    return hit;
}

std::optional<int> chosenAt(const Pointing& pointing, const Picture& picture, int column, int row) {
    if (pointing.param.empty() || column < 0 || row < 0 || column >= picture.width || row >= picture.height) return {};
    const int value = (*pointing.values)[std::size_t(row) * std::size_t(picture.width) + std::size_t(column)];
    return value < 0 ? std::nullopt : std::optional(value);
}

}  // namespace engram
