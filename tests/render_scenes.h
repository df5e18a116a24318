// Small scenes and measurements of pictures, shared by the tests of the renderer.
#pragma once

#include <cmath>
#include <functional>
#include <string>

#include "core/base/error.h"
#include "render/gl/context.h"
#include "render/gl/target.h"
#include "render/headless.h"
#include "render/renderer.h"

namespace engram::testing {

inline constexpr int kWidth = 320, kHeight = 200;

inline Field grid(int columns, int rows, double (*value)(double x, double y)) {
    Field field{columns, rows, -2, 2, -2, 2, nullptr};
    std::vector<float> values;
    for (int j = 0; j < rows; ++j)
        for (int i = 0; i < columns; ++i) values.push_back(float(value(-2 + 4.0 * i / (columns - 1), -2 + 4.0 * j / (rows - 1))));
    field.values = share(std::move(values));
    return field;
}

inline double twoWells(double x, double y) {
    const auto well = [&](double cx, double cy) { return std::exp(-2 * ((x - cx) * (x - cx) + (y - cy) * (y - cy))); };
    return 0.1 * (x * x + y * y) - 0.6 * well(-0.7, 0) - 0.5 * well(0.7, 0.2);
}
inline double hill(double x, double y) { return 0.8 * std::exp(-1.5 * (x * x + y * y)); }
inline double ridge(double, double y) { return 1.2 * std::exp(-8 * y * y); }

inline Surface surfaceOf(double (*value)(double x, double y)) {
    Surface surface;
    surface.energy = grid(81, 81, value);
    surface.floor = 10;  // linear throughout
    surface.low = -0.6;
    surface.high = 0.6;
    surface.contourStep = 0;
    surface.fogStart = 1.6;
    surface.fogEnd = 2;
    return surface;
}

inline Globe globe() {
    return {grid(61, 31, [](double x, double y) { return std::sin(2 * x) * std::cos(y); }), -1, 1, 0.2};
}

inline Points onePoint(Vec3 at, float sizePx = 9) {
    Points points;
    points.at = share(std::vector<Vec3>{at});
    points.paint = {Ink::State};
    points.sizePx = sizePx;
    return points;
}

inline Lines line(LineKind kind) {
    Lines lines;
    lines.at = share(std::vector<Vec3>{{-1, -0.6f, 0}, {-0.5f, -0.2f, 0}, {0, 0.1f, 0}, {0.8f, 0.2f, 0}});
    lines.paint = {Ink::State};
    lines.kind = kind;
    lines.onSurface = true;
    return lines;
}

inline Pixels shot(const Scene& scene, const Camera& camera, std::string_view themeName = "dark", int supersample = 1) {
    return renderScene(scene, camera, theme(themeName), kWidth, kHeight, 1, supersample);
}
inline Pixels shot(const Scene& scene, std::string_view themeName = "dark") { return shot(scene, scene.camera, themeName); }

inline double brightness(const Pixels& image, int x, int y) {
    const std::size_t at = (std::size_t(y) * std::size_t(image.width) + std::size_t(x)) * 4;
    return (image.rgba[at] + image.rgba[at + 1] + image.rgba[at + 2]) / 3.0;
}

inline double meanBrightness(const Pixels& image, Projected around, int reach) {
    double sum = 0;
    for (int v = -reach; v <= reach; ++v)
        for (int u = -reach; u <= reach; ++u) sum += brightness(image, int(around.x) + u, int(around.y) + v);
    return sum / ((2 * reach + 1) * (2 * reach + 1));
}

inline int differences(const Pixels& a, const Pixels& b) {
    int count = 0;
    for (std::size_t at = 0; at < a.rgba.size(); at += 4) count += !std::equal(&a.rgba[at], &a.rgba[at] + 4, &b.rgba[at]);
    return count;
}

inline Scene with(Scene scene, SceneMark mark) {
    scene.marks.push_back(std::move(mark));
    return scene;
}

inline Scene fullScene() {
    Scene scene;
    Surface surface = surfaceOf(twoWells);
    surface.contourStep = 0.05;
    scene.marks = {surface, line(LineKind::Crowd), line(LineKind::Trail), onePoint({0.3f, -0.4f, 0})};
    return scene;
}

inline std::string refusal(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

// A picture of its own: context, target and renderer.
struct Bench {
    gl::Context context;
    gl::Context::Current current{context};
    gl::Target target;
    Renderer renderer;

    Bench() {
        target.resize(kWidth, kHeight);
        target.bind();
    }
    Pixels read() const {
        Pixels image{kWidth, kHeight, std::vector<std::uint8_t>(std::size_t(kWidth) * kHeight * 4)};
        glReadPixels(0, 0, kWidth, kHeight, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
        return image;
    }
};

}  // namespace engram::testing
