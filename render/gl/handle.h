// Sole owner of one OpenGL object: moves, never copies, deletes at the end. The context it was made in must be current then.
#pragma once

#include <epoxy/gl.h>

#include <utility>

namespace engram::gl {

template <void (*Delete)(GLuint)>
class Handle {
public:
    explicit Handle(GLuint id) : id_(id) {}
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id_, other.id_);
        return *this;
    }
    ~Handle() {
        if (id_) Delete(id_);
    }

    GLuint id() const { return id_; }

private:
    GLuint id_ = 0;
};

// Turns glGenBuffers and its kin into an expression.
template <class Generate>
GLuint generated(Generate generate) {
    GLuint id = 0;
    generate(1, &id);
    return id;
}

}  // namespace engram::gl
