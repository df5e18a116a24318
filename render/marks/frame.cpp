#include "render/marks/frame.h"

#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

namespace engram {
namespace {

constexpr GLuint kBinding = 0;   // twin of frame.glsl
constexpr float kLift = 0.012f;  // world units above the surface, as in overlay()
// How much is seen of a mark behind the ground. Through a sphere it would read as being on it, so there it is nothing.
constexpr float kSeenBehindRidge = 0.25f, kSeenBehindGlobe = 0;

}  // namespace

// On a plane it comes from the left, on a globe from the left shoulder, or half of what is seen would be night.
glm::vec3 keyLight(const Camera& camera, bool round) {
    constexpr double kElevationDeg = 48;  // as in the reference picture
    const double leftOfViewDeg = round ? 135 : 100;
    const double azimuth = glm::radians(camera.azimuthDeg + leftOfViewDeg), elevation = glm::radians(kElevationDeg);
    return {-std::sin(azimuth) * std::cos(elevation), std::cos(azimuth) * std::cos(elevation), std::sin(elevation)};
}

glm::vec3 eyeOf(const Camera& camera) {
    const auto at = eye(camera);
    return {at[0], at[1], at[2]};
}

namespace {

struct Block {  // std140: only whole vec4
    glm::mat4 clip;
    glm::vec4 eye, view, scene, light, contour;
};

}  // namespace

glm::vec4 Frame::colour(Paint paint) const { return toVec4(theme.colour(paint)); }

glm::mat4 clipMatrix(const Camera& camera, double width, double height) {
    const double azimuth = glm::radians(camera.azimuthDeg), elevation = glm::radians(camera.elevationDeg);
    const glm::vec3 up(-std::sin(azimuth) * std::sin(elevation), std::cos(azimuth) * std::sin(elevation), std::cos(elevation));
    const glm::vec3 target(camera.target[0], camera.target[1], camera.target[2]);
    const glm::mat4 view = glm::lookAt(eyeOf(camera), target, up);
    glm::mat4 lens = glm::perspective(glm::radians(camera.fovDeg), width / height, camera.distance * 0.05, camera.distance * 5 + 10);
    lens[2][0] = float(-2 * camera.shiftX);  // shares of the view, y down, to clip space, y up
    lens[2][1] = float(2 * camera.shiftY);
    return lens * view;
}

glm::vec3 placed(const Vec3& at, bool onSurface, const Surface* surface) {
    if (!onSurface || !surface) return {at[0], at[1], at[2]};
    return {at[0], at[1], float(surfaceZ(*surface, at[0], at[1])) + kLift};
}

void FrameBlock::set(const Frame& frame, double reliefPixels) {
    const Viewport& v = frame.viewport;
    Block block;
    block.clip = clipMatrix(frame.camera, v.width, v.height);
    block.eye = glm::vec4(eyeOf(frame.camera), frame.round ? kSeenBehindGlobe : kSeenBehindRidge);
    block.view = glm::vec4(v.x, v.y, v.width, v.height);
    block.scene = glm::vec4(glm::vec3(toVec4(frame.theme.scene)), float(v.scale));
    block.light = glm::vec4(keyLight(frame.camera, frame.round), 0);
    block.contour = glm::vec4(glm::vec3(toVec4(frame.theme.contour)), float(reliefPixels));
    buffer_.setOne(block);
}

void FrameBlock::bind() const { glBindBufferBase(GL_UNIFORM_BUFFER, kBinding, buffer_.id()); }

}  // namespace engram
