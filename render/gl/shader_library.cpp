#include "render/gl/shader_library.h"

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include "core/base/error.h"

namespace engram::gl {
namespace {

struct Origin {
    std::string file;
    int line = 0;
};

// A shader with its includes put in, and where each line came from. `#line` would say it too, but drivers lose the file on the way.
struct Source {
    std::string text;
    std::vector<Origin> origins;
    std::set<std::string> included;

    void add(const std::string& line, Origin origin) {
        text += line + "\n";
        origins.push_back(std::move(origin));
    }
};

void append(Source& source, const std::string& path, const ShaderLibrary::Read& read) {
    if (!source.included.insert(path).second) return;
    static const std::regex include(R"re(^\s*#include\s+"([^"]+)"\s*$)re");
    std::istringstream lines{std::string(read(path))};
    std::smatch match;
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (std::regex_match(line, match, include))
            append(source, "shaders/" + match[1].str(), read);
        else
            source.add(line, {path, number});
    }
}

// The first complaint of a compiler log as "FILE, line N: what". Drivers write "0:12(3): error: what" or "0(12) : error: what".
std::string complaint(const Source& source, const std::string& path, const std::string& log) {
    static const std::regex place(R"(\d+[:(](\d+)\)?(?:\(\d+\))?\s*:\s*(?:error\s*[^:]*:\s*)?([^\n]*))");
    std::smatch match;
    if (!std::regex_search(log, match, place)) return path + ": " + log;
    const std::size_t line = std::stoul(match[1]);
    if (line < 1 || line > source.origins.size()) return path + ": " + log;
    const Origin& origin = source.origins[line - 1];
    return origin.file + ", line " + std::to_string(origin.line) + ": " + match[2].str();
}

template <class GetLength, class GetLog>
std::string infoLog(GLuint id, GetLength getLength, GetLog getLog) {
    GLint length = 0;
    getLength(id, GL_INFO_LOG_LENGTH, &length);
    std::string log(std::size_t(std::max(length, 1)), '\0');
    getLog(id, length, nullptr, log.data());
    log.resize(log.find('\0'));
    return log;
}

void destroyShader(GLuint id) { glDeleteShader(id); }
using Shader = Handle<&destroyShader>;

Shader compile(GLenum stage, const std::string& path, const ShaderLibrary::Read& read) {
    Source source;
    source.add("#version 430 core", {path, 0});
    append(source, path, read);
    Shader shader(glCreateShader(stage));
    const char* text = source.text.c_str();
    glShaderSource(shader.id(), 1, &text, nullptr);
    glCompileShader(shader.id());
    GLint good = GL_FALSE;
    glGetShaderiv(shader.id(), GL_COMPILE_STATUS, &good);
    if (!good) fail("shader " + complaint(source, path, infoLog(shader.id(), glGetShaderiv, glGetShaderInfoLog)));
    return shader;
}

}  // namespace

Program ShaderLibrary::program(std::string_view vertexName, std::string_view fragmentName) const {
    const std::string vertexPath = "shaders/" + std::string(vertexName) + ".vert";
    const std::string fragmentPath = "shaders/" + std::string(fragmentName) + ".frag";
    const Shader vertex = compile(GL_VERTEX_SHADER, vertexPath, read_);
    const Shader fragment = compile(GL_FRAGMENT_SHADER, fragmentPath, read_);
    Program program(glCreateProgram());
    glAttachShader(program.id(), vertex.id());
    glAttachShader(program.id(), fragment.id());
    glLinkProgram(program.id());
    glDetachShader(program.id(), vertex.id());
    glDetachShader(program.id(), fragment.id());
    GLint good = GL_FALSE;
    glGetProgramiv(program.id(), GL_LINK_STATUS, &good);
    if (!good)
        fail("shaders " + vertexPath + " and " + fragmentPath +
             " do not fit together: " + infoLog(program.id(), glGetProgramiv, glGetProgramInfoLog));
    return program;
}

}  // namespace engram::gl
