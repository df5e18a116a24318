#include "render/marks/sheets.h"

#include <algorithm>

#include "core/base/error.h"
#include "render/marks/units.h"

namespace engram {
namespace {

constexpr float kFrame = 0.012f;  // of the width of a sheet

glm::vec3 toVec3(const Vec3& v) { return {v[0], v[1], v[2]}; }

float depthOf(const Sheet& sheet, const Camera& camera) {
    const std::array<double, 3> from = eye(camera);
    const glm::vec3 middle = toVec3(sheet.corner) + 0.5f * (toVec3(sheet.across) + toVec3(sheet.down));
    return glm::distance(middle, glm::vec3(from[0], from[1], from[2]));
}

}  // namespace

SheetsPainter::SheetsPainter(const gl::ShaderLibrary& shaders) : program_(shaders.program("marks/sheet")) {}

void SheetsPainter::draw(std::vector<const Sheet*> sheets, const Frame& frame) {
    if (sheets.empty()) return;
    std::ranges::stable_sort(sheets, std::greater(), [&](const Sheet* s) { return depthOf(*s, frame.camera); });
    while (leaves_.size() < sheets.size()) leaves_.emplace_back();
    program_.use();
    program_.set("texels", kValuesUnit);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const Sheet& sheet = *sheets[i];
        const Raster raster = paintPicture(sheet.picture, frame.theme);
        if (!raster) fail("a sheet has no picture");
        Leaf& leaf = leaves_[i];
        glActiveTexture(GLenum(GL_TEXTURE0 + kValuesUnit));  // the first unit keeps the ground for what comes after
        if (leaf.raster != raster) leaf.texels.image(gl::kByte4, raster->width, raster->height, raster->rgba.data(), gl::Filter::Linear);
        leaf.raster = raster;
        leaf.texels.bind(kValuesUnit);
        const glm::vec3 across = toVec3(sheet.across), down = toVec3(sheet.down);
        program_.set("corner", toVec3(sheet.corner));
        program_.set("across", across);
        program_.set("down", down);
        program_.set("rim", kFrame * glm::vec2(1, glm::length(across) / std::max(1e-6f, glm::length(down))));
        program_.set("rimColour", frame.colour(sheet.frame));
        none_.bind();
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    }
}

}  // namespace engram
