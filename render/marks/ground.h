// Surfaces and globes, drawn at a multiple of the size into a picture of their own, averaged and kept until scene, camera or theme
// change: while a run plays and only marks move, a frame starts from a copy of it. Its depths tell marks what hides them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/gl/target.h"
#include "render/marks/frame.h"
#include "render/marks/globe.h"
#include "render/marks/surface.h"
#include "render/marks/units.h"

namespace engram {

class Ground {
public:
    explicit Ground(const gl::ShaderLibrary& shaders);

    // Brings the picture up to date; binds framebuffers of its own for that.
    void refresh(const Scene& scene, const Frame& frame);
    void cover(const Viewport& viewport) const;  // copies it into the bound framebuffer, as the first thing there
    void bindDepth() const { picture_.depth().bind(kGroundUnit); }

private:
    struct Made {  // what the picture shows
        Camera camera;
        std::string theme;
        int width = 0, height = 0, smooth = 1;  // of the view, and how often the picture is as large
        double reliefPixels = 1;
        bool moving = false;
        std::vector<Surface> surfaces;
        std::vector<Globe> globes;
        bool shows(const Made& other) const;
    };
    void draw(const Made& wanted, const Frame& frame);
    void average();

    const gl::ShaderLibrary& shaders_;
    gl::Program coverProgram_;
    gl::VertexArray corners_;
    gl::Target picture_;
    gl::Target averaged_{gl::Target::Depth::None};  // at the size shown, where the picture is larger
    gl::Texture ramp_;
    std::string rampTheme_;
    FrameBlock block_;
    std::vector<SurfacePainter> surfaces_;
    std::vector<GlobePainter> globes_;
    std::optional<Made> made_;
};

}  // namespace engram
