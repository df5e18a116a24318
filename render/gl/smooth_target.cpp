#include "render/gl/smooth_target.h"

#include "core/base/error.h"

namespace engram::gl {
namespace {

constexpr GLsizei kSamples = 4;  // what every device of OpenGL 4 has

GLuint newBuffer() {
    return generated([](GLsizei count, GLuint* ids) { glGenRenderbuffers(count, ids); });
}

}  // namespace

SmoothTarget::SmoothTarget()
    : handle_(generated([](GLsizei count, GLuint* ids) { glGenFramebuffers(count, ids); })), colour_(newBuffer()), depth_(newBuffer()) {}

void SmoothTarget::resize(int width, int height) {
    if (width == width_ && height == height_) return;
    width_ = height_ = 0;
    const auto store = [&](GLuint buffer, GLenum format) {
        glBindRenderbuffer(GL_RENDERBUFFER, buffer);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, kSamples, format, width, height);
    };
    store(colour_.id(), GL_RGBA8);
    store(depth_.id(), GL_DEPTH_COMPONENT32F);
    glBindRenderbuffer(GL_RENDERBUFFER, 0);
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.id());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_.id());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth_.id());
    const bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    if (!complete)
        fail("the graphics device has no room for a smooth picture of " + std::to_string(width) + " x " + std::to_string(height) + " px");
    width_ = width, height_ = height;
}

void SmoothTarget::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.id());
    glViewport(0, 0, width_, height_);
}

void SmoothTarget::resolve(const Target& into) const {
    into.bind();
    glBindFramebuffer(GL_READ_FRAMEBUFFER, handle_.id());
    glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT, GL_NEAREST);
}

}  // namespace engram::gl
