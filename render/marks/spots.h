// Single marks of a journey: cue, state and branch, and the feet and stems of pins. Their words and pictures are overlay().
#pragma once

#include "render/gl/shader_library.h"
#include "render/gl/vertex_array.h"
#include "render/marks/frame.h"

namespace engram {

class SpotsPainter {
public:
    explicit SpotsPainter(const gl::ShaderLibrary& shaders);
    void draw(const Pin& pin, const Frame& frame) const;
    void draw(const Tag& tag, const Frame& frame) const;

private:
    gl::Program spotProgram_, footProgram_;
    gl::VertexArray none_;
};

}  // namespace engram
