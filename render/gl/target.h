// An offscreen picture with depth to draw into; both can be sampled afterwards.
#pragma once

#include <optional>

#include "render/gl/texture.h"

namespace engram::gl {

class Target {
public:
    enum class Depth { Kept, None };
    explicit Target(Depth depth = Depth::Kept);

    // Throws Error, in a sentence, when the size is more than the device takes. The contents are undefined afterwards.
    void resize(int width, int height);
    void bind() const;  // as the framebuffer, with the viewport on all of it
    void bindForReading() const { glBindFramebuffer(GL_READ_FRAMEBUFFER, handle_.id()); }
    int width() const { return width_; }
    int height() const { return height_; }
    const Texture& colour() const { return colour_; }
    const Texture& depth() const { return *depth_; }

private:
    static void destroy(GLuint id) { glDeleteFramebuffers(1, &id); }
    Handle<&Target::destroy> handle_;
    Texture colour_;
    std::optional<Texture> depth_;
    int width_ = 0, height_ = 0;
};

}  // namespace engram::gl
