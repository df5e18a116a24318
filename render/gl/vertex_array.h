// Which buffers feed which attributes of a vertex shader. An empty one serves shaders that make their vertices from gl_VertexID.
#pragma once

#include "render/gl/buffer.h"

namespace engram::gl {

struct Attribute {
    GLuint location = 0;
    GLint components = 1;
    GLenum type = GL_FLOAT;
    bool normalized = false;  // integers become 0..1
    GLsizei stride = 0;       // bytes; 0: tightly packed
    std::size_t offset = 0;   // bytes
};

class VertexArray {
public:
    VertexArray();

    void attribute(const Buffer& buffer, const Attribute& attribute);
    void indices(const Buffer& buffer);
    void bind() const { glBindVertexArray(id()); }
    GLuint id() const { return handle_.id(); }

private:
    static void destroy(GLuint id) { glDeleteVertexArrays(1, &id); }
    Handle<&VertexArray::destroy> handle_;
};

}  // namespace engram::gl
