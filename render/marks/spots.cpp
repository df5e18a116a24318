#include "render/marks/spots.h"

#include <algorithm>
#include <cmath>

#include "core/view/framing.h"
#include "render/marks/units.h"

namespace engram {
namespace {

constexpr float kFootRadius = 9;  // layout pixels

struct SpotLook {
    glm::vec4 fill, ring;
    glm::vec2 size;  // radius of the ring's middle line and its width, in layout pixels
};

SpotLook lookOf(const Tag& tag, const Frame& frame) {
    const glm::vec4 own = frame.colour(tag.paint), scene = toVec4(frame.theme.scene);
    switch (tag.spot) {
        case Spot::Cue:
            return {glm::vec4(glm::vec3(scene), 0.55f * own.a), own, {6.5f, 2.4f}};
        case Spot::State:
            return {own, scene, {8, 2}};
        case Spot::Branch:
            break;
    }
    return {scene, own, {4.5f, 2}};
}

}  // namespace

SpotsPainter::SpotsPainter(const gl::ShaderLibrary& shaders)
    : spotProgram_(shaders.program("marks/spot")), footProgram_(shaders.program("marks/foot")) {}

void SpotsPainter::draw(const Tag& tag, const Frame& frame) const {
    const SpotLook look = lookOf(tag, frame);
    spotProgram_.use();
    spotProgram_.set("groundDepth", kGroundUnit);
    spotProgram_.set("position", placed(tag.at, tag.onSurface, frame.surface));
    spotProgram_.set("fillColour", look.fill);
    spotProgram_.set("ringColour", look.ring);
    spotProgram_.set("ring", look.size);
    none_.bind();
    glDrawArrays(GL_POINTS, 0, 1);
}

void SpotsPainter::draw(const Pin& pin, const Frame& frame) const {
    // A circle that lies on the ground, but never so flat that it becomes a line.
    const float flatness = std::max(0.3f, float(std::abs(std::sin(glm::radians(frame.camera.elevationDeg)))));
    footProgram_.use();
    footProgram_.set("groundDepth", kGroundUnit);
    footProgram_.set("position", placed(pin.at, pin.onSurface, frame.surface));
    footProgram_.set("radii", glm::vec2(kFootRadius, kFootRadius * flatness));
    footProgram_.set("stem", float(stemHeight(frame.viewport.height / frame.viewport.scale)));
    footProgram_.set("paint", frame.colour(pin.paint));
    none_.bind();
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace engram
