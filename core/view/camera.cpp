#include "core/view/camera.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace engram {
namespace {

using Vec3d = std::array<double, 3>;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }
double dot(const Vec3d& a, const Vec3d& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
Vec3d along(const Vec3d& from, const Vec3d& direction, double t) {
    return {from[0] + t * direction[0], from[1] + t * direction[1], from[2] + t * direction[2]};
}
Vec3d widened(Vec3 v) { return {v[0], v[1], v[2]}; }

// Written out instead of by cross products, so that looking straight down has a right and an up as well.
struct Frame {
    Vec3d right, up, forward;
    explicit Frame(const Camera& camera) {
        const double a = radians(camera.azimuthDeg), e = radians(camera.elevationDeg);
        right = {std::cos(a), std::sin(a), 0};
        up = {-std::sin(a) * std::sin(e), std::cos(a) * std::sin(e), std::cos(e)};
        forward = {-std::sin(a) * std::cos(e), std::cos(a) * std::cos(e), -std::sin(e)};
    }
};

// Pixels for one unit of tangent, and the pixel that the target falls on.
struct Lens {
    double scale, centreX, centreY;
    Lens(const Camera& camera, double width, double height)
        : scale(0.5 * height / std::tan(radians(camera.fovDeg) / 2)),
          centreX(width * (0.5 + camera.shiftX)),
          centreY(height * (0.5 + camera.shiftY)) {}
};

// One axis of the view: which eye places see all points between two sides. With x across and z along the view, a point is inside
// when -left (z - eyeZ) <= x - eyeX <= right (z - eyeZ), so each side leaves a half-plane for the eye.
struct Span {
    double left, right;
    double leftLimit = std::numeric_limits<double>::infinity(), rightLimit = leftLimit;

    void add(double x, double z) {
        leftLimit = std::min(leftLimit, left * z + x);
        rightLimit = std::min(rightLimit, right * z - x);
    }
    double nearest() const { return (leftLimit + rightLimit) / (left + right); }
    double middle(double eyeZ) const { return ((right * eyeZ - rightLimit) + (leftLimit - left * eyeZ)) / 2; }
};

}  // namespace

std::array<double, 3> eye(const Camera& camera) { return along(widened(camera.target), Frame(camera).forward, -camera.distance); }

Projected project(const Camera& camera, double width, double height, Vec3 at) {
    const Frame frame(camera);
    const Lens lens(camera, width, height);
    const Vec3d offset = along(widened(at), eye(camera), -1);
    const double depth = dot(offset, frame.forward);
    return {lens.centreX + lens.scale * dot(offset, frame.right) / depth, lens.centreY - lens.scale * dot(offset, frame.up) / depth, depth};
}

std::array<double, 3> rayThrough(const Camera& camera, double width, double height, double px, double py) {
    const Frame frame(camera);
    const Lens lens(camera, width, height);
    const Vec3d level = along(frame.forward, frame.right, (px - lens.centreX) / lens.scale);
    return along(level, frame.up, -(py - lens.centreY) / lens.scale);
}

bool unproject(const Camera& camera, double width, double height, double px, double py, double z, double& x, double& y) {
    const Vec3d ray = rayThrough(camera, width, height, px, py), from = eye(camera);
    const double t = (z - from[2]) / ray[2];
    if (!(t > 0) || !std::isfinite(t)) return false;
    const Vec3d hit = along(from, ray, t);
    x = hit[0];
    y = hit[1];
    return true;
}

Camera framed(Camera camera, double width, double height, const Vec3* points, int count, const Margins& margins) {
    if (count <= 0 || width <= 0 || height <= 0) return camera;
    const Frame frame(camera);
    const Lens lens(camera, width, height);
    const auto kept = [](double share) { return std::clamp(share, 0.0, 0.6); };
    Span across{(lens.centreX - kept(margins.left) * width) / lens.scale, ((1 - kept(margins.right)) * width - lens.centreX) / lens.scale};
    Span upwards{((1 - kept(margins.bottom)) * height - lens.centreY) / lens.scale, (lens.centreY - kept(margins.top) * height) / lens.scale};
    double nearest = std::numeric_limits<double>::infinity(), farthest = -nearest;
    for (int i = 0; i < count; ++i) {
        const Vec3d p = widened(points[i]);
        const double z = dot(p, frame.forward);
        across.add(dot(p, frame.right), z);
        upwards.add(dot(p, frame.up), z);
        nearest = std::min(nearest, z);
        farthest = std::max(farthest, z);
    }
    const double middle = (nearest + farthest) / 2;
    const double clear = nearest - 0.05 * (farthest - nearest);  // points in one line of sight fit from anywhere: stay in front
    double eyeZ = std::min({across.nearest(), upwards.nearest(), clear});
    if (middle - eyeZ < 1e-3) eyeZ = middle - camera.distance;  // a single place has no size to fill the view with
    camera.distance = middle - eyeZ;
    Vec3d target = along({}, frame.forward, middle);
    target = along(target, frame.right, across.middle(eyeZ));
    target = along(target, frame.up, upwards.middle(eyeZ));
    for (std::size_t i = 0; i < 3; ++i) camera.target[i] = static_cast<float>(target[i]);
    return camera;
}

Camera between(const Camera& from, const Camera& to, double u) {
    if (u <= 0) return from;
    if (u >= 1) return to;
    const auto mix = [u](double a, double b) { return a + (b - a) * u; };
    Camera c;
    for (std::size_t i = 0; i < 3; ++i) c.target[i] = float(mix(from.target[i], to.target[i]));
    c.distance = mix(from.distance, to.distance);
    c.azimuthDeg = mix(from.azimuthDeg, to.azimuthDeg);
    c.elevationDeg = mix(from.elevationDeg, to.elevationDeg);
    c.fovDeg = mix(from.fovDeg, to.fovDeg);
    c.shiftX = mix(from.shiftX, to.shiftX);
    c.shiftY = mix(from.shiftY, to.shiftY);
    return c;
}

}  // namespace engram
