#include "render/marks/points.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "render/marks/surface.h"
#include "render/marks/units.h"

namespace engram {
namespace {

constexpr int kAtOnce = 4096;
constexpr std::size_t kManyPoints = 1000;
constexpr double kDustPx = 3;  // and smaller

bool isDust(const Points& points, const Frame& frame) {
    return frame.software && points.at && points.at->size() >= kManyPoints && points.sizePx <= kDustPx;
}

Texel texelOf(Rgba c) {
    const auto channel = [](float v) { return std::uint8_t(std::clamp(v, 0.0f, 1.0f) * 255 + 0.5f); };
    return {channel(c.r), channel(c.g), channel(c.b), channel(c.a)};
}

bool samePaint(Paint a, Paint b) { return a.ink == b.ink && a.category == b.category && a.alpha == b.alpha; }

}  // namespace

PointsPainter::Cloud::Cloud() {
    vertices.attribute(places, {.location = 0, .components = 3});
    vertices.attribute(paints, {.location = 1, .components = 4, .type = GL_UNSIGNED_BYTE, .normalized = true});
}

PointsPainter::PointsPainter(const gl::ShaderLibrary& shaders) : program_(shaders.program("marks/points", "marks/disc")), dust_(shaders) {}

// Where a cloud flows, its colours stay on the device.
bool PointsPainter::sameColours(const Cloud& cloud, const Points& points, const Frame& frame) {
    const Points& old = cloud.points;
    return cloud.count >= 0 && isDust(old, frame) == isDust(points, frame) && old.at && points.at && old.at->size() == points.at->size() &&
           old.paints == points.paints && samePaint(old.paint, points.paint) && cloud.theme == frame.theme.name;
}

bool PointsPainter::upToDate(const Cloud& cloud, const Points& points, const Frame& frame) {
    const Points& old = cloud.points;
    return cloud.count >= 0 && isDust(old, frame) == isDust(points, frame) && old.at == points.at && old.paints == points.paints &&
           samePaint(old.paint, points.paint) && old.onSurface == points.onSurface && cloud.theme == frame.theme.name &&
           (!points.onSurface || sameGround(cloud.surface, frame.surface));
}

void PointsPainter::upload(Cloud& cloud, const Points& points, const Frame& frame) {
    const std::size_t count = points.at ? points.at->size() : 0;
    const bool each = points.paints && !points.paints->empty();
    if (each && points.paints->size() != count)
        fail("a cloud of " + std::to_string(count) + " points has " + std::to_string(points.paints->size()) + " colours");
    std::vector<glm::vec3> places(count);
    forBlocks(int(count), kAtOnce, [&](int begin, int end) {
        for (int i = begin; i < end; ++i) places[std::size_t(i)] = placed((*points.at)[std::size_t(i)], points.onSurface, frame.surface);
    });
    const bool dust = isDust(points, frame);
    dust ? cloud.dust.swap(places) : cloud.places.set(places);
    if (!sameColours(cloud, points, frame)) {
        std::vector<Texel> paints(count, texelOf(frame.theme.colour(points.paint)));
        if (each) std::ranges::transform(*points.paints, paints.begin(), [&](Paint paint) { return texelOf(frame.theme.colour(paint)); });
        if (dust && !each) paints.resize(1);
        dust ? cloud.dustPaints.swap(paints) : cloud.paints.set(paints);
    }
    cloud.points = points;
    cloud.surface = frame.surface ? std::optional(*frame.surface) : std::nullopt;
    cloud.theme = frame.theme.name;
    cloud.count = int(count);
}

void PointsPainter::draw(const std::vector<const Points*>& clouds, const Frame& frame) {
    clouds_.resize(clouds.size());
    for (std::size_t i = 0; i < clouds.size(); ++i) {
        Cloud& cloud = clouds_[i];
        if (!upToDate(cloud, *clouds[i], frame)) upload(cloud, *clouds[i], frame);
        if (cloud.count == 0) continue;
        if (isDust(*clouds[i], frame)) {
            dust_.draw(cloud.dust, cloud.dustPaints, clouds[i]->sizePx, frame);
            continue;
        }
        program_.use();
        program_.set("groundDepth", kGroundUnit);
        program_.set("diameter", clouds[i]->sizePx);
        cloud.vertices.bind();
        glDrawArrays(GL_POINTS, 0, cloud.count);
    }
}

}  // namespace engram
