// A cloud of many small points as one picture. Where the processor draws, a sprite for each point would take it ten times as long as
// putting their pixels into a picture by hand and drawing that.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "render/gl/shader_library.h"
#include "render/gl/texture.h"
#include "render/gl/vertex_array.h"
#include "render/marks/frame.h"

namespace engram {

using Texel = std::array<std::uint8_t, 4>;

class DustPainter {
public:
    explicit DustPainter(const gl::ShaderLibrary& shaders);

    // One colour a point, or one for all. The depths of the ground are bound.
    void draw(const std::vector<glm::vec3>& places, const std::vector<Texel>& paints, double diameter, const Frame& frame);

private:
    gl::Program program_;
    gl::VertexArray corners_;
    gl::Texture picture_, depths_;
    std::vector<Texel> texels_;
    std::vector<float> nearest_;
};

}  // namespace engram
