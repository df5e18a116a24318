// Pictures as OpenGL textures, kept as long as they are painted: one that no frame has used lately is freed. Qt-free, because
// the loader's macros and Qt's GL headers cannot meet.
#pragma once

#include <memory>
#include <unordered_map>

#include "render/figure/draw_list.h"

namespace engram {

class Textures {
public:
    Textures() = default;
    ~Textures();   // needs the context current
    Textures(const Textures&) = delete;
    Textures& operator=(const Textures&) = delete;

    unsigned int of(const std::shared_ptr<const Pixels>& pixels, bool smooth);
    void endFrame();   // frees what has not been used for a few frames

private:
    struct Entry {
        std::shared_ptr<const Pixels> pixels;  // keeps the address from being used again
        unsigned int name = 0;
        bool smooth = false;
        long lastUsed = 0;
    };
    std::unordered_map<const Pixels*, Entry> entries_;
    long frame_ = 0;
};

}  // namespace engram
