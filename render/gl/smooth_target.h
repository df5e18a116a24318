// An offscreen picture whose edges are smooth: four samples a pixel, shaded once. What was drawn is resolved into a plain Target.
#pragma once

#include "render/gl/target.h"

namespace engram::gl {

class SmoothTarget {
public:
    SmoothTarget();

    void resize(int width, int height);      // throws Error where the device has no room
    void bind() const;                       // as the framebuffer, with the viewport on all of it
    void resolve(const Target& into) const;  // colours averaged; of the depths the first sample's. Same size, with depth

private:
    static void destroyFramebuffer(GLuint id) { glDeleteFramebuffers(1, &id); }
    static void destroyBuffer(GLuint id) { glDeleteRenderbuffers(1, &id); }
    Handle<&SmoothTarget::destroyFramebuffer> handle_;
    Handle<&SmoothTarget::destroyBuffer> colour_, depth_;
    int width_ = 0, height_ = 0;
};

}  // namespace engram::gl
