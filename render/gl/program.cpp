#include "render/gl/program.h"

#include <algorithm>

namespace engram::gl {

GLint Program::location(const char* name) const {
    const auto known = std::find_if(locations_.begin(), locations_.end(), [name](const auto& entry) { return entry.first == name; });
    if (known != locations_.end()) return known->second;
    return locations_.emplace_back(name, glGetUniformLocation(id(), name)).second;
}

}  // namespace engram::gl
