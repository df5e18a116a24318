// The lit relief of an energy: the hero of a scene. Grids are uploaded when they change, not when the camera moves.
#pragma once

#include <optional>

#include "core/view/marks.h"
#include "render/gl/shader_library.h"
#include "render/gl/texture.h"
#include "render/gl/vertex_array.h"

namespace engram {

bool sameGround(const Field& a, const Field& b);  // same values, by address, at the same place
bool sameGround(const Surface& a, const Surface& b);
bool sameGround(const std::optional<Surface>& uploaded, const Surface* now);

class SurfacePainter {
public:
    explicit SurfacePainter(const gl::ShaderLibrary& shaders);
    void draw(const Surface& surface);  // ramp and frame block are bound

private:
    void upload(const Surface& surface);

    gl::Program program_;
    gl::VertexArray mesh_;
    gl::Buffer vertices_, indices_;
    gl::Texture energies_, shades_;
    std::optional<Surface> uploaded_;
    glm::vec2 samples_{2};  // of the textures
    int indexCount_ = 0;
};

}  // namespace engram
