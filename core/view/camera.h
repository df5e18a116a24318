// A camera that orbits a target, as plain data. World: x right, y away, z up; the plane of a landscape is z = 0.
#pragma once

#include <array>

namespace engram {

using Vec3 = std::array<float, 3>;

struct Camera {
    Vec3 target{0, 0, 0};
    double distance = 5.6;
    double azimuthDeg = -24;    // 0 looks along +y
    double elevationDeg = 40;
    double fovDeg = 26;         // vertical
    double shiftX = 0, shiftY = 0;  // moves the picture by this share of the view, so that framing clears panels and text

    bool operator==(const Camera&) const = default;
};

// A view of width x height: positions in px, y down.
struct Projected {
    double x = 0, y = 0, depth = 0;  // depth: distance along the view direction, positive in front
};
Projected project(const Camera& camera, double width, double height, Vec3 at);
std::array<double, 3> eye(const Camera& camera);
// From the eye through a pixel, as long as one unit of depth.
std::array<double, 3> rayThrough(const Camera& camera, double width, double height, double px, double py);
// Where the ray through a pixel meets the horizontal plane at height z; false when it does not.
bool unproject(const Camera& camera, double width, double height, double px, double py, double z, double& x, double& y);
// On the way from one camera to another, u from 0 to 1.
Camera between(const Camera& from, const Camera& to, double u);
// Shares of a view kept free at its sides.
struct Margins {
    double left = 0, right = 0, top = 0, bottom = 0;
    Margins(double all) : left(all), right(all), top(all), bottom(all) {}
    Margins(double sides, double above, double below) : left(sides), right(sides), top(above), bottom(below) {}
};
// Moves the camera back or closer so that all points are inside the margins. Angles stay.
Camera framed(Camera camera, double width, double height, const Vec3* points, int count, const Margins& margins);

}  // namespace engram
