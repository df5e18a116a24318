#include "render/marks/lines.h"

#include <cmath>

#include "render/marks/polyline.h"
#include "render/marks/surface.h"
#include "render/marks/units.h"

namespace engram {

// From the oldest to the newest point; sizes in layout pixels.
struct LinesPainter::Law {
    glm::vec2 widths{1.75f}, alphas{1};
    float power = 1;
    float dotsEvery = 0;   // 0: solid
    float underWidth = 0;  // in the scene colour, so that a line reads on any part of the map
    float beadSize = 0;    // of a dot for each step that is at least `beadsApart` long
    float beadsApart = 0;
    bool lastBeadOnly = false;
};

// The laws of the design tokens; they hold for a line of usual width, others are scaled.
LinesPainter::Law LinesPainter::lawOf(const Lines& lines, const Theme& theme) {
    Law law;
    switch (lines.kind) {
        case LineKind::Trail:
            law.widths = {1.8f, 4.2f};
            if (theme.name != "print") law.alphas = {0.30f, 1.0f};  // on paper nothing fades: time does not pass there
            law.power = 1.6f;
            law.underWidth = 6.5f;
            law.beadSize = 4.4f;
            law.beadsApart = 5;
            break;
        case LineKind::Crowd:
            law.widths = glm::vec2(1.3f);
            law.alphas = {0.10f, 0.90f};
            law.power = 0.9f;
            law.beadSize = 5.2f;
            law.lastBeadOnly = true;
            break;
        case LineKind::Ahead:
            law.widths = glm::vec2(1.4f);
            law.alphas = glm::vec2(0.55f);
            law.dotsEvery = 6;
            break;
        case LineKind::Plain:
            break;
    }
    constexpr float kUsualWidth = 1.75f;
    const float factor = lines.widthPx / kUsualWidth;
    law.widths *= factor;
    law.underWidth *= factor;
    law.beadSize *= factor;
    return law;
}

namespace {

// World units that a pixel of the framebuffer spans at the camera's target.
double pixelSpan(const Frame& frame) {
    return 2 * frame.camera.distance * std::tan(glm::radians(frame.camera.fovDeg) / 2) / frame.viewport.height;
}

// How far a line may be from its points: a fifth of a pixel or less, so that nobody sees it. In powers of two, so that a line is
// made anew only when the camera comes twice as near.
float toleranceOf(const Frame& frame) { return std::exp2(std::floor(std::log2(float(0.2 * pixelSpan(frame))))); }

}  // namespace

LinesPainter::LinesPainter(const gl::ShaderLibrary& shaders)
    : strokeProgram_(shaders.program("marks/lines")), beadProgram_(shaders.program("marks/beads", "marks/disc")) {}

bool LinesPainter::upToDate(const Track& track, const Lines& lines, const Frame& frame) {
    return track.made && track.tolerance == toleranceOf(frame) && track.lines.at == lines.at && track.lines.kind == lines.kind &&
           track.lines.onSurface == lines.onSurface && (!lines.onSurface || sameGround(track.surface, frame.surface));
}

void LinesPainter::upload(Track& track, const Lines& lines, const Frame& frame) {
    const Polyline made = polyline(lines, frame.surface, toleranceOf(frame));
    track.strokeBuffer.set(made.stroke);
    track.stepBuffer.set(made.steps);
    track.stroke.view(track.strokeBuffer, GL_RGBA32F);
    track.steps.view(track.stepBuffer, GL_RGBA32F);
    track.lines = lines;
    track.surface = frame.surface ? std::optional(*frame.surface) : std::nullopt;
    track.pointCount = int(made.stroke.size());
    track.stepCount = int(made.steps.size());
    track.tolerance = toleranceOf(frame);
    track.made = true;
}

void LinesPainter::stroke(const Track& track, const Law& law, glm::vec4 paint, const Frame& frame) {
    const double pixel = pixelSpan(frame) * frame.viewport.scale;  // of the layout: dots keep their distance while the line is turned
    strokeProgram_.use();
    strokeProgram_.set("groundDepth", kGroundUnit);
    strokeProgram_.set("points", kValuesUnit);
    strokeProgram_.set("paint", paint);
    strokeProgram_.set("widths", law.widths);
    strokeProgram_.set("alphas", law.alphas);
    strokeProgram_.set("power", law.power);
    strokeProgram_.set("period", float(law.dotsEvery * pixel));
    track.stroke.bind(kValuesUnit);
    glDrawArrays(GL_TRIANGLES, 0, 6 * (track.pointCount - 1));
}

void LinesPainter::beads(const Track& track, const Law& law, glm::vec4 paint) {
    beadProgram_.use();
    beadProgram_.set("groundDepth", kGroundUnit);
    beadProgram_.set("points", kValuesUnit);
    beadProgram_.set("paint", paint);
    beadProgram_.set("alphas", law.alphas);
    beadProgram_.set("power", law.power);
    beadProgram_.set("diameter", law.beadSize);
    beadProgram_.set("apart", law.beadsApart);
    track.steps.bind(kValuesUnit);
    const int first = law.lastBeadOnly ? track.stepCount - 1 : 1;
    glDrawArrays(GL_POINTS, first, track.stepCount - first);
}

void LinesPainter::drawOne(const Track& track, const Lines& lines, const Frame& frame) {
    if (track.pointCount < 2) return;
    const Law law = lawOf(lines, frame.theme);
    const glm::vec4 paint = frame.colour(lines.paint);
    if (law.underWidth > 0) {
        Law under;
        under.widths = glm::vec2(law.underWidth);
        stroke(track, under, glm::vec4(glm::vec3(toVec4(frame.theme.scene)), 0.35f * paint.a), frame);
    }
    stroke(track, law, paint, frame);
    if (law.beadSize > 0) beads(track, law, paint);
}

void LinesPainter::draw(const std::vector<const Lines*>& lines, const Frame& frame) {
    tracks_.resize(lines.size());
    none_.bind();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!upToDate(tracks_[i], *lines[i], frame)) upload(tracks_[i], *lines[i], frame);
        none_.bind();
        drawOne(tracks_[i], *lines[i], frame);
    }
}

}  // namespace engram
