// Linked shaders and their uniforms, set by name. A name the linker has removed is ignored, as in OpenGL.
#pragma once

#include <glm/glm.hpp>
#include <string>
#include <utility>
#include <vector>

#include "render/gl/handle.h"

namespace engram::gl {

class Program {
public:
    explicit Program(GLuint linked) : handle_(linked) {}

    void use() const { glUseProgram(id()); }
    GLuint id() const { return handle_.id(); }

    // Of the program in use.
    void set(const char* name, int value) const { glUniform1i(location(name), value); }
    void set(const char* name, float value) const { glUniform1f(location(name), value); }
    void set(const char* name, glm::ivec2 value) const { glUniform2i(location(name), value.x, value.y); }
    void set(const char* name, glm::vec2 value) const { glUniform2f(location(name), value.x, value.y); }
    void set(const char* name, glm::vec3 value) const { glUniform3f(location(name), value.x, value.y, value.z); }
    void set(const char* name, glm::vec4 value) const { glUniform4f(location(name), value.x, value.y, value.z, value.w); }

private:
    GLint location(const char* name) const;
    static void destroy(GLuint id) { glDeleteProgram(id); }
    Handle<&Program::destroy> handle_;
    mutable std::vector<std::pair<std::string, GLint>> locations_;  // asked once each: a driver's own look-up is slow
};

}  // namespace engram::gl
