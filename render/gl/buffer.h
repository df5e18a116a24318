// Memory on the device: vertices, indices, uniforms or texels, replaced as a whole.
#pragma once

#include <vector>

#include "render/gl/handle.h"

namespace engram::gl {

class Buffer {
public:
    Buffer();

    void set(const void* bytes, std::size_t size, GLenum usage = GL_DYNAMIC_DRAW);
    template <class T>
    void set(const std::vector<T>& values) {
        set(values.data(), values.size() * sizeof(T));
    }
    template <class T>
    void setOne(const T& value) {
        set(&value, sizeof(T));
    }

    GLuint id() const { return handle_.id(); }

private:
    static void destroy(GLuint id) { glDeleteBuffers(1, &id); }
    Handle<&Buffer::destroy> handle_;
};

}  // namespace engram::gl
