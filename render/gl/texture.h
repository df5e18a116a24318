// Texels for shaders: a picture in two dimensions, or a view of a buffer. Always clamped to the edge, never mipmapped.
#pragma once

#include "render/gl/buffer.h"

namespace engram::gl {

enum class Filter { Nearest, Linear };

struct TexelFormat {
    GLenum internal, format, type;
};
inline constexpr TexelFormat kFloat1{GL_R32F, GL_RED, GL_FLOAT};
inline constexpr TexelFormat kFloat4{GL_RGBA32F, GL_RGBA, GL_FLOAT};
inline constexpr TexelFormat kByte4{GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE};
inline constexpr TexelFormat kDepth{GL_DEPTH_COMPONENT32F, GL_DEPTH_COMPONENT, GL_FLOAT};

class Texture {
public:
    Texture();

    void image(const TexelFormat& format, int width, int height, const void* texels, Filter filter);
    void view(const Buffer& buffer, GLenum internalFormat);  // for a samplerBuffer
    void bind(int unit) const;
    GLuint id() const { return handle_.id(); }

private:
    static void destroy(GLuint id) { glDeleteTextures(1, &id); }
    Handle<&Texture::destroy> handle_;
    GLenum target_ = GL_TEXTURE_2D;
};

}  // namespace engram::gl
