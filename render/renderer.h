// Paints a scene with OpenGL 4.3 into whatever framebuffer is bound: the same code in the window and headless. What is text or
// a picture on a pin comes from overlay() (figure/overlay.h), painted on top by a canvas.
#pragma once

#include <memory>

#include "core/view/board.h"
#include "core/view/theme.h"

namespace engram {

struct Viewport {
    int x = 0, y = 0, width = 0, height = 0;  // framebuffer pixels, y up
    double scale = 1;                         // framebuffer pixels per layout pixel: line widths and marks follow it
    bool smooth = true;                       // edges of surfaces without steps
    bool moving = false;                      // camera or ground are on their way: where a CPU draws, coarser
};

class Renderer {
public:
    Renderer();  // the current context stays current for every call, and for the destructor
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // Clears the viewport to the scene ground and draws. What has not changed since the last call is not uploaded again.
    void draw(const Scene& scene, const Camera& camera, const Theme& theme, const Viewport& viewport);
    std::string device() const;  // GL_RENDERER
    bool software() const;       // llvmpipe and the like

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace engram
