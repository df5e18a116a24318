// The unit sphere with values on it, lit like a surface.
#pragma once

#include <optional>

#include "core/view/marks.h"
#include "render/gl/shader_library.h"
#include "render/gl/texture.h"
#include "render/gl/vertex_array.h"

namespace engram {

bool sameGround(const Globe& a, const Globe& b);

class GlobePainter {
public:
    explicit GlobePainter(const gl::ShaderLibrary& shaders);
    void draw(const Globe& globe);  // ramp and frame block are bound

private:
    gl::Program program_;
    gl::VertexArray vertices_;
    gl::Buffer indices_;
    gl::Texture values_;
    std::optional<Globe> uploaded_;
    int indexCount_ = 0;
};

}  // namespace engram
