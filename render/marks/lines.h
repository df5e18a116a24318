// Thick, smooth lines: trails that fade with age, crowds, plain and dotted ones.
#pragma once

#include <optional>
#include <vector>

#include "render/gl/shader_library.h"
#include "render/gl/texture.h"
#include "render/gl/vertex_array.h"
#include "render/marks/frame.h"

namespace engram {

class LinesPainter {
public:
    explicit LinesPainter(const gl::ShaderLibrary& shaders);
    void draw(const std::vector<const Lines*>& lines, const Frame& frame);

private:
    struct Track {
        gl::Buffer strokeBuffer, stepBuffer;
        gl::Texture stroke, steps;
        Lines lines;                     // as uploaded
        std::optional<Surface> surface;  // that they were put on
        int pointCount = 0, stepCount = 0;
        float tolerance = 0;             // world units that points may be off
        bool made = false;
    };
    struct Law;  // widths and strengths of one kind

    static Law lawOf(const Lines& lines, const Theme& theme);
    static bool upToDate(const Track& track, const Lines& lines, const Frame& frame);
    static void upload(Track& track, const Lines& lines, const Frame& frame);
    void stroke(const Track& track, const Law& law, glm::vec4 paint, const Frame& frame);
    void beads(const Track& track, const Law& law, glm::vec4 paint);
    void drawOne(const Track& track, const Lines& lines, const Frame& frame);

    gl::Program strokeProgram_, beadProgram_;
    gl::VertexArray none_;
    std::vector<Track> tracks_;
};

}  // namespace engram
