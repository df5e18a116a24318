// Turns the finished picture in the bound framebuffer into what other eyes see of it: one copy and one triangle. Every pixel must have
// been painted anew before, or what was turned already would be turned again.
#pragma once

#include <memory>

#include "core/view/vision.h"

namespace engram {

class VisionPass {
public:
    VisionPass();
    ~VisionPass();                                     // in the context it was made in
    void apply(Vision vision, int width, int height);  // device pixels

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace engram
