// Scenes as images without a window, on a surfaceless EGL context: works with no display and no GPU. A Studio takes one picture after
// another and keeps what the next one can use; renderScene() takes a single one. Equal requests give equal bytes, whatever came before.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/view/board.h"
#include "core/view/theme.h"
#include "render/figure/draw_list.h"

namespace engram {

struct Shot {
    int width = 0, height = 0;  // pixels
    double scale = 1;           // pixels per layout unit
    // Drawn at this multiple of the size and averaged: 2 for paper. With 1, edges of surfaces are smoothed by four samples a pixel and
    // marks are smooth by themselves. That is what the window shows, at a fraction of the time: for films.
    int supersample = 2;
    // One of many while the camera is on its way: where a CPU draws, edges of surfaces have steps and their colours are coarser, and
    // a picture takes a third of the time.
    bool moving = false;
};

// For one thread: the one that made it. While the camera stands still, only marks that have changed are drawn anew.
class Studio {
public:
    Studio();  // throws Error where there is no OpenGL at all
    ~Studio();
    Studio(const Studio&) = delete;
    Studio& operator=(const Studio&) = delete;

    // RGBA with straight alpha, rows from the top, width * height * 4 bytes at `rgba`. Throws Error and leaves them undefined.
    void take(const Scene& scene, const Camera& camera, const Theme& theme, const Shot& shot, std::uint8_t* rgba);
    std::string device() const;  // what draws

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// One picture, by a Studio that this thread keeps.
Pixels renderScene(const Scene& scene, const Camera& camera, const Theme& theme, int width, int height, double scale, int supersample = 2);

}  // namespace engram
