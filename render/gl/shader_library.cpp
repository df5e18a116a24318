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

Shader compile(GLenum stage, const std::string& path, const ShaderLibrary::Read& read, const std::vector<std::string>& definitions = {}) {
    Source source;
    source.add("#version 430 core", {path, 0});
    for (const std::string& definition : definitions) source.add("#define " + definition, {path, 0});
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

// `what` is the subject of the sentence said where they do not fit.
Program link(const std::vector<Shader>& shaders, const std::string& what) {
    Program program(glCreateProgram());
    for (const Shader& shader : shaders) glAttachShader(program.id(), shader.id());
    glLinkProgram(program.id());
    for (const Shader& shader : shaders) glDetachShader(program.id(), shader.id());
    GLint good = GL_FALSE;
    glGetProgramiv(program.id(), GL_LINK_STATUS, &good);
    if (!good) fail(what + ": " + infoLog(program.id(), glGetProgramiv, glGetProgramInfoLog));
    return program;
}

}  // namespace

Program ShaderLibrary::program(std::string_view vertexName, std::string_view fragmentName) const {
    const std::string vertexPath = "shaders/" + std::string(vertexName) + ".vert";
    const std::string fragmentPath = "shaders/" + std::string(fragmentName) + ".frag";
    std::vector<Shader> stages;
    stages.push_back(compile(GL_VERTEX_SHADER, vertexPath, read_));
    stages.push_back(compile(GL_FRAGMENT_SHADER, fragmentPath, read_));
    return link(stages, "shaders " + vertexPath + " and " + fragmentPath + " do not fit together");
}

Program ShaderLibrary::compute(std::string_view name, const std::vector<std::string>& definitions) const {
    const std::string path = "shaders/" + std::string(name) + ".comp";
    std::vector<Shader> stages;
    stages.push_back(compile(GL_COMPUTE_SHADER, path, read_, definitions));
    return link(stages, "shader " + path + " does not link");
}

}  // namespace engram::gl
