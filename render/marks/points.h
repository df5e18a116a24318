// Clouds of round points: one draw call each, however many there are; a picture of dust, where a processor draws many small ones.
#pragma once

#include <optional>
#include <vector>

#include "render/gl/shader_library.h"
#include "render/gl/vertex_array.h"
#include "render/marks/dust.h"
#include "render/marks/frame.h"

namespace engram {

class PointsPainter {
public:
    explicit PointsPainter(const gl::ShaderLibrary& shaders);
    void draw(const std::vector<const Points*>& clouds, const Frame& frame);

private:
    struct Cloud {
        Cloud();
        gl::VertexArray vertices;
        gl::Buffer places, paints;
        std::vector<glm::vec3> dust;     // places, where they are drawn as that
        std::vector<Texel> dustPaints;
        Points points;                   // as uploaded
        std::optional<Surface> surface;  // that they were put on
        std::string theme;
        int count = -1;  // nothing uploaded yet
    };
    static bool upToDate(const Cloud& cloud, const Points& points, const Frame& frame);
    static bool sameColours(const Cloud& cloud, const Points& points, const Frame& frame);
    static void upload(Cloud& cloud, const Points& points, const Frame& frame);

    gl::Program program_;
    DustPainter dust_;
    std::vector<Cloud> clouds_;
};

}  // namespace engram
