#include "render/gl/vertex_array.h"

namespace engram::gl {

VertexArray::VertexArray() : handle_(generated([](GLsizei count, GLuint* ids) { glGenVertexArrays(count, ids); })) {}

void VertexArray::attribute(const Buffer& buffer, const Attribute& a) {
    bind();
    glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
    glEnableVertexAttribArray(a.location);
    const GLboolean normalized = a.normalized ? GL_TRUE : GL_FALSE;
    glVertexAttribPointer(a.location, a.components, a.type, normalized, a.stride, reinterpret_cast<const void*>(a.offset));
    glBindBuffer(GL_ARRAY_BUFFER, 0);
    glBindVertexArray(0);
}

void VertexArray::indices(const Buffer& buffer) {
    bind();
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffer.id());
    glBindVertexArray(0);
}

}  // namespace engram::gl
