// What all marks of one picture share: where the camera is, how big a pixel is, what colours mean. A FrameBlock gives the same
// to the shaders (shaders/common/frame.glsl).
#pragma once

#include <glm/glm.hpp>

#include "core/view/board.h"
#include "core/view/theme.h"
#include "render/gl/buffer.h"
#include "render/renderer.h"

namespace engram {

struct Frame {
    const Camera& camera;
    const Theme& theme;
    Viewport viewport;
    const Surface* surface = nullptr;  // the first of the scene: what marks lie on
    bool round = false;                // the scene is a globe
    bool software = false;             // a processor draws

    glm::vec4 colour(Paint paint) const;
};

inline glm::vec4 toVec4(Rgba c) { return {c.r, c.g, c.b, c.a}; }

// World to clip space: the same picture as project() in core/view/camera.h.
glm::mat4 clipMatrix(const Camera& camera, double width, double height);

glm::vec3 eyeOf(const Camera& camera);

// The direction to the key light. It goes with the camera, so that relief reads from everywhere.
glm::vec3 keyLight(const Camera& camera, bool round);

// Where a mark really is: on the surface, and a little above it, if it asks for that.
glm::vec3 placed(const Vec3& at, bool onSurface, const Surface* surface);

class FrameBlock {
public:
    // `reliefPixels`: pixels of the picture that is drawn to per layout pixel.
    void set(const Frame& frame, double reliefPixels);
    void bind() const;

private:
    gl::Buffer buffer_;
};

}  // namespace engram
