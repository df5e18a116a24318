#include "render/gl/texture.h"

namespace engram::gl {

namespace {
constexpr GLenum kUploadUnit = GL_TEXTURE15;  // shaders read from none so high: an upload leaves what they read in its place
}

Texture::Texture() : handle_(generated([](GLsizei count, GLuint* ids) { glGenTextures(count, ids); })) {}

void Texture::image(const TexelFormat& format, int width, int height, const void* texels, Filter filter) {
    glActiveTexture(kUploadUnit);
    glBindTexture(target_, id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(target_, 0, GLint(format.internal), width, height, 0, format.format, format.type, texels);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    const GLint sampling = filter == Filter::Linear ? GL_LINEAR : GL_NEAREST;
    glTexParameteri(target_, GL_TEXTURE_MIN_FILTER, sampling);
    glTexParameteri(target_, GL_TEXTURE_MAG_FILTER, sampling);
    glTexParameteri(target_, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(target_, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glBindTexture(target_, 0);
    glActiveTexture(GL_TEXTURE0);
}

void Texture::view(const Buffer& buffer, GLenum internalFormat) {
    target_ = GL_TEXTURE_BUFFER;
    glBindTexture(target_, id());
    glTexBuffer(target_, internalFormat, buffer.id());
    glBindTexture(target_, 0);
}

void Texture::bind(int unit) const {
    glActiveTexture(GLenum(GL_TEXTURE0 + unit));
    glBindTexture(target_, id());
    glActiveTexture(GL_TEXTURE0);
}

}  // namespace engram::gl
