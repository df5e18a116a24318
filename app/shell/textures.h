// Pictures as OpenGL textures for the canvas, kept as long as they are painted: one that no frame has used lately is freed. Free of
// GL's own headers, which cannot meet Qt's.
#pragma once

#include <memory>
#include <unordered_map>

#include "render/figure/draw_list.h"

namespace engram::gl {
class Texture;
}

namespace engram {

class Textures {
public:
    Textures();
    ~Textures();  // needs the context current
    Textures(const Textures&) = delete;
    Textures& operator=(const Textures&) = delete;

    unsigned int of(const std::shared_ptr<const Pixels>& pixels, bool smooth);
    void endFrame();  // frees what has not been used for a few frames

private:
    struct Entry {
        std::shared_ptr<const Pixels> pixels;  // keeps the address from being used again
        std::unique_ptr<gl::Texture> texture;
        bool smooth = false;
        long lastUsed = 0;
    };
    std::unordered_map<const Pixels*, Entry> entries_;
    long frame_ = 0;
};

}  // namespace engram
