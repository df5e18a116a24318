// Programs from files under shaders/. `#include "common/frame.glsl"` is resolved from shaders/, once a file; a compile error
// names the file and the line as written there.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/asset.h"
#include "render/gl/program.h"

namespace engram::gl {

class ShaderLibrary {
public:
    using Read = std::function<std::string_view(std::string_view path)>;
    explicit ShaderLibrary(Read read = asset) : read_(std::move(read)) {}

    // program("marks/points") links shaders/marks/points.vert and shaders/marks/points.frag.
    Program program(std::string_view name) const { return program(name, name); }
    Program program(std::string_view vertexName, std::string_view fragmentName) const;
    // compute("compute/scores") links shaders/compute/scores.comp; each definition is what follows a #define ("FEATURES 2").
    Program compute(std::string_view name, const std::vector<std::string>& definitions = {}) const;

private:
    Read read_;
};

}  // namespace engram::gl
