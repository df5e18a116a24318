#include "core/view/framing.h"

#include <algorithm>

namespace engram {

namespace {

constexpr float kPinHeight = 0.35f;   // of stem and picture, in world units at the usual distance
constexpr double kEdge = 0.04;

const Surface* surfaceOf(const Scene& scene) {
    for (const SceneMark& mark : scene.marks)
        if (const auto* surface = std::get_if<Surface>(&mark)) return surface;
    return nullptr;
}

}  // namespace

std::vector<Vec3> landmarks(const Scene& scene) {
    const Surface* surface = surfaceOf(scene);
    const auto lifted = [surface](Vec3 at, bool onSurface) {
        if (onSurface && surface) at[2] = float(surfaceZ(*surface, at[0], at[1]));
        return at;
    };
    std::vector<Vec3> points;
    for (const SceneMark& mark : scene.marks) {
        if (const auto* tag = std::get_if<Tag>(&mark)) points.push_back(lifted(tag->at, tag->onSurface));
        if (const auto* pin = std::get_if<Pin>(&mark)) {
            const Vec3 foot = lifted(pin->at, pin->onSurface);
            points.insert(points.end(), {foot, {foot[0], foot[1], foot[2] + kPinHeight}});
        }
    }
    return points;
}

Camera openingCamera(const Scene& scene, double width, double height, double top, double margin) {
    const std::vector<Vec3> points = landmarks(scene);
    const bool showsAll = std::all_of(points.begin(), points.end(), [&](const Vec3& at) {
        const Projected p = project(scene.camera, width, height, at);
        return p.depth > 0 && p.x > kEdge * width && p.x < (1 - kEdge) * width && p.y > std::max(top, kEdge * height) && p.y < (1 - kEdge) * height;
    });
    if (showsAll) return scene.camera;
    return framed(scene.camera, width, height, points.data(), int(points.size()), margin);
}

}  // namespace engram
