// The lit relief of an energy: the hero of a scene. Grids are uploaded when they change, and lit when the light turns: neither when
// the camera comes nearer.
#pragma once

#include <optional>
#include <string>

#include "core/view/marks.h"
#include "render/gl/shader_library.h"
#include "render/gl/target.h"
#include "render/gl/vertex_array.h"
#include "render/marks/frame.h"

namespace engram {

bool sameGround(const Field& a, const Field& b);  // same values, by address, at the same place
bool sameGround(const Surface& a, const Surface& b);
bool sameGround(const std::optional<Surface>& uploaded, const Surface* now);

class SurfacePainter {
public:
    explicit SurfacePainter(const gl::ShaderLibrary& shaders);

    // First light, which binds a framebuffer of its own where it has to, then draw. Ramp and frame block are bound.
    void light(const Surface& surface, const Frame& frame);
    void draw(const Surface& surface) const;

private:
    void upload(const Surface& surface, bool fine);

    gl::Program program_, litProgram_;
    gl::VertexArray mesh_, corners_;
    gl::Buffer vertices_, indices_;
    gl::Texture energies_, shades_;
    gl::Target lit_{gl::Target::Depth::None};
    std::optional<Surface> uploaded_;
    bool fine_ = false;      // uploaded with samples between those of the grid
    std::string litTheme_;  // empty: not lit
    glm::vec3 litFrom_{0};
    int litStride_ = 1;        // every how many-th sample has a colour
    glm::ivec2 samples_{2};  // of the grid
    int indexCount_ = 0;
};

}  // namespace engram
