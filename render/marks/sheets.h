// Pictures that lie flat in a scene: sharp pixels with smooth edges from every side, far sheets below near ones.
#pragma once

#include <string>
#include <vector>

#include "render/figure/raster.h"
#include "render/gl/shader_library.h"
#include "render/gl/texture.h"
#include "render/gl/vertex_array.h"
#include "render/marks/frame.h"

namespace engram {

class SheetsPainter {
public:
    explicit SheetsPainter(const gl::ShaderLibrary& shaders);
    void draw(std::vector<const Sheet*> sheets, const Frame& frame);

private:
    struct Leaf {
        gl::Texture texels;
        Raster raster;  // as uploaded
    };

    gl::Program program_;
    gl::VertexArray none_;
    std::vector<Leaf> leaves_;
};

}  // namespace engram
