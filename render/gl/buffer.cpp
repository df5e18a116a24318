#include "render/gl/buffer.h"

namespace engram::gl {

Buffer::Buffer() : handle_(generated([](GLsizei count, GLuint* ids) { glGenBuffers(count, ids); })) {}

void Buffer::set(const void* bytes, std::size_t size, GLenum usage) {
    // The copy target is part of no vertex array, so uploading disturbs nothing that is bound.
    glBindBuffer(GL_COPY_WRITE_BUFFER, id());
    glBufferData(GL_COPY_WRITE_BUFFER, GLsizeiptr(size), bytes, usage);
    glBindBuffer(GL_COPY_WRITE_BUFFER, 0);
}

}  // namespace engram::gl
