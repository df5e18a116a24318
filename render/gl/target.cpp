#include "render/gl/target.h"

#include "core/base/error.h"

namespace engram::gl {
namespace {

void checkSize(int width, int height) {
    GLint most = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &most);
    if (width > most || height > most)
        fail("a picture of " + std::to_string(width) + " x " + std::to_string(height) + " px is more than this graphics device takes (" +
             std::to_string(most) + " px)");
}

}  // namespace

Target::Target(Depth depth) : handle_(generated([](GLsizei count, GLuint* ids) { glGenFramebuffers(count, ids); })) {
    if (depth == Depth::Kept) depth_.emplace();
}

void Target::resize(int width, int height) {
    if (width == width_ && height == height_) return;
    checkSize(width, height);
    colour_.image(kByte4, width, height, nullptr, Filter::Linear);
    if (depth_) depth_->image(kDepth, width, height, nullptr, Filter::Nearest);
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour_.id(), 0);
    if (depth_) glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, depth_->id(), 0);
    const bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    if (!complete)
        fail("the graphics device has no room for a picture of " + std::to_string(width) + " x " + std::to_string(height) + " px");
    width_ = width;
    height_ = height;
}

void Target::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.id());
    glViewport(0, 0, width_, height_);
}

}  // namespace engram::gl
