#include "render/renderer.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "render/compute/choose.h"
#include "render/gl/shader_library.h"
#include "render/marks/ground.h"
#include "render/marks/lines.h"
#include "render/marks/points.h"
#include "render/marks/sheets.h"
#include "render/marks/spots.h"

namespace engram {
namespace {

template <class Mark>
std::vector<const Mark*> marksOf(const Scene& scene) {
    std::vector<const Mark*> found;
    for (const SceneMark& mark : scene.marks)
        if (const auto* one = std::get_if<Mark>(&mark)) found.push_back(one);
    return found;
}

Frame frameOf(const Scene& scene, const Camera& camera, const Theme& theme, const Viewport& viewport, bool software) {
    const auto surfaces = marksOf<Surface>(scene);
    return {camera, theme, viewport, surfaces.empty() ? nullptr : surfaces.front(), !marksOf<Globe>(scene).empty(), software};
}

void checkViewport(const Viewport& viewport) {
    if (viewport.width < 1 || viewport.height < 1 || viewport.scale <= 0) fail("a scene needs a picture of at least one pixel");
}

bool sameRectangle(const Viewport& a, const Viewport& b) { return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height; }

// Everything that one viewport keeps on the device. Scenes that share a window have one each.
struct Stage {
    explicit Stage(const gl::ShaderLibrary& shaders) : ground(shaders), lines(shaders), points(shaders), sheets(shaders), spots(shaders) {}

    Viewport viewport;
    std::int64_t lastUse = 0;
    Ground ground;
    FrameBlock block;
    LinesPainter lines;
    PointsPainter points;
    SheetsPainter sheets;
    SpotsPainter spots;

    void drawMarks(const Scene& scene, const Frame& frame);
};

// From the ground up: sheets are part of it, clouds and lines lie below pins, and the journey's own marks are on top of all.
void Stage::drawMarks(const Scene& scene, const Frame& frame) {
    auto strokes = marksOf<Lines>(scene);
    std::ranges::stable_partition(strokes, [](const Lines* l) { return l->kind != LineKind::Trail; });
    sheets.draw(marksOf<Sheet>(scene), frame);
    points.draw(marksOf<Points>(scene), frame);
    lines.draw(strokes, frame);
    for (const Pin* pin : marksOf<Pin>(scene)) spots.draw(*pin, frame);
    for (const Tag* tag : marksOf<Tag>(scene)) spots.draw(*tag, frame);
}

// What ImGui and Qt may have left behind, set as drawing needs it.
void beginState() {
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glFrontFace(GL_CCW);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
}

void beginBlending() {
    glEnable(GL_PROGRAM_POINT_SIZE);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    // Alpha stays that of the ground: a grabbed picture is opaque.
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

// Leaves what ImGui's backend and Qt expect to find.
void endState() {
    glDisable(GL_BLEND);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_PROGRAM_POINT_SIZE);
    glBindVertexArray(0);
    glUseProgram(0);
    glBindBufferBase(GL_UNIFORM_BUFFER, 0, 0);
    for (int unit : {kShadesUnit, kValuesUnit, kRampUnit, kGroundUnit}) {
        glActiveTexture(GLenum(GL_TEXTURE0 + unit));
        glBindTexture(GL_TEXTURE_BUFFER, 0);
        glBindTexture(GL_TEXTURE_2D, 0);
    }
}

std::string_view glText(GLenum name) {
    const GLubyte* text = glGetString(name);
    return text ? reinterpret_cast<const char*>(text) : "";
}

}  // namespace

struct Renderer::Parts {
    const bool software = isSoftwareRenderer(glText(GL_RENDERER));
    gl::ShaderLibrary shaders;
    std::vector<std::unique_ptr<Stage>> stages;
    std::int64_t uses = 0;

    Stage& stageFor(const Viewport& viewport);

    // A GPU draws every frame as well as it can.
    Viewport affordable(Viewport viewport) const {
        viewport.moving = viewport.moving && software;
        if (viewport.moving) viewport.smooth = false;
        return viewport;
    }
};

// The one of this viewport; while a window is resized, the one that was left longest takes the new size.
Stage& Renderer::Parts::stageFor(const Viewport& viewport) {
    constexpr std::size_t kMost = 4;
    auto found = std::ranges::find_if(stages, [&](const auto& stage) { return sameRectangle(stage->viewport, viewport); });
    if (found == stages.end()) {
        if (stages.size() < kMost) stages.push_back(std::make_unique<Stage>(shaders));
        found = std::ranges::min_element(stages, {}, [](const auto& stage) { return stage->lastUse; });
    }
    (*found)->viewport = viewport;
    (*found)->lastUse = ++uses;
    return **found;
}

Renderer::Renderer() : parts_(std::make_unique<Parts>()) {}
Renderer::~Renderer() = default;

void Renderer::draw(const Scene& scene, const Camera& camera, const Theme& theme, const Viewport& viewport) {
    checkViewport(viewport);
    GLint target = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    const Frame frame = frameOf(scene, camera, theme, parts_->affordable(viewport), parts_->software);
    Stage& stage = parts_->stageFor(viewport);

    beginState();
    stage.ground.refresh(scene, frame);
    glBindFramebuffer(GL_FRAMEBUFFER, GLuint(target));
    stage.ground.cover(viewport);
    glBindFramebuffer(GL_FRAMEBUFFER, GLuint(target));
    glViewport(viewport.x, viewport.y, viewport.width, viewport.height);
    beginBlending();
    stage.block.set(frame, viewport.scale);
    stage.block.bind();
    stage.ground.bindDepth();
    stage.drawMarks(scene, frame);
    endState();
}

std::string Renderer::device() const { return std::string(glText(GL_RENDERER)); }

bool Renderer::software() const { return parts_->software; }

}  // namespace engram
