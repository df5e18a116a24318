// Surfaces and globes, drawn with smooth edges into a picture of their own and kept until scene, camera or theme
// change: while a run plays and only marks move, a frame starts from a copy of it. Its depths tell marks what hides them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/gl/smooth_target.h"
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
        int width = 0, height = 0;  // of the view
        bool smooth = true;
        double scale = 1;
        bool moving = false;
        std::vector<Surface> surfaces;
        std::vector<Globe> globes;
        bool shows(const Made& other) const;
    };
    void draw(const Made& wanted, const Frame& frame);

    const gl::ShaderLibrary& shaders_;
    gl::SmoothTarget samples_;   // what a smooth picture is drawn in
    gl::Target picture_;
    gl::Texture ramp_;
    std::string rampTheme_;
    FrameBlock block_;
    std::vector<SurfacePainter> surfaces_;
    std::vector<GlobePainter> globes_;
    std::optional<Made> made_;
};

}  // namespace engram
