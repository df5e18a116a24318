#include "core/view/framing.h"

#include <algorithm>

#include "core/view/flat_scene.h"

namespace engram {

namespace {

constexpr double kEdge = 0.03;            // of the view, for what counts as in sight
constexpr double kPinEdge = 0.12;         // at the top, where pictures stand on stems
constexpr double kStem = 66;              // layout pixels, where there is room
constexpr double kAboveStem = 104;        // a pin's picture and the title over it
constexpr double kTitle = 70;
constexpr double kEdgeBesideWords = 0.12;
constexpr double kPicture = 49;           // a pin's picture and its frame

bool hasGlobe(const Scene& scene) {
    return std::any_of(scene.marks.begin(), scene.marks.end(), [](const SceneMark& mark) { return std::holds_alternative<Globe>(mark); });
}

bool hasPins(const Scene& scene) {
    return std::any_of(scene.marks.begin(), scene.marks.end(), [](const SceneMark& mark) { return std::holds_alternative<Pin>(mark); });
}

Margins marginsFor(const Scene& scene, double height, double scale) {
    if (!scene.framed.empty() && !hasPins(scene)) return {0.06, std::clamp(kTitle * scale / height, 0.06, 0.3), 0.06};
    const double stem = stemHeight(height / scale);
    if (hasGlobe(scene))
        return {0.1, std::clamp((stem + kPicture) * scale / height, 0.17, 0.45), 0.15};  // the outline is wider than the axes
    return {0.17, std::clamp((stem + kAboveStem) * scale / height, 0.3, 0.46), 0.13};
}

std::vector<Vec3> landmarksOf(const Scene& scene, const Alongside& others) {
    std::vector<Vec3> points = landmarks(scene);
    for (const Scene* other : others) {
        const std::vector<Vec3> more = landmarks(*other);
        points.insert(points.end(), more.begin(), more.end());
    }
    return points;
}

}  // namespace

double stemHeight(double viewHeight) { return std::min(kStem, 0.22 * viewHeight); }

std::vector<Vec3> landmarks(const Scene& scene) {
    if (!scene.framed.empty()) return scene.framed;
    if (hasGlobe(scene)) return {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
    const Surface* surface = surfaceOf(scene);
    std::vector<Vec3> points;
    const auto add = [&](Vec3 at, bool onSurface) {
        if (onSurface && surface) at[2] = float(surfaceZ(*surface, at[0], at[1]));
        points.push_back(at);
    };
    for (const SceneMark& mark : scene.marks) {
        if (const auto* tag = std::get_if<Tag>(&mark)) add(tag->at, tag->onSurface);
        if (const auto* pin = std::get_if<Pin>(&mark)) add(pin->at, pin->onSurface);
    }
    return points;
}

Camera openingCamera(const Scene& scene, double width, double height, double scale, const Alongside& others, const Opening& opening) {
    const std::vector<Vec3> points = landmarksOf(scene, others);
    Camera camera = scene.camera;
    if (opening.angles) camera.azimuthDeg = opening.angles->azimuthDeg, camera.elevationDeg = opening.angles->elevationDeg;
    Margins margins = marginsFor(scene, height, scale);
    if (opening.clearLeft > 0) margins.left = opening.clearLeft, margins.right = std::min(margins.right, kEdgeBesideWords);
    camera = framed(camera, width, height, points.data(), int(points.size()), margins);
    if (opening.angles) camera.distance *= opening.angles->distance;
    return camera;
}

bool showsAll(const Camera& camera, const Scene& scene, double width, double height, const Alongside& others) {
    const std::vector<Vec3> points = landmarksOf(scene, others);
    const double top = hasPins(scene) ? kPinEdge : kEdge;
    return std::all_of(points.begin(), points.end(), [&](const Vec3& at) {
        const Projected p = project(camera, width, height, at);
        return p.depth > 0 && p.x > kEdge * width && p.x < (1 - kEdge) * width && p.y > top * height && p.y < (1 - kEdge) * height;
    });
}

}  // namespace engram
