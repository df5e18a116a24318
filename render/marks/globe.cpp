#include "render/marks/globe.h"

#include "render/marks/relief_data.h"
#include "render/marks/surface.h"
#include "render/marks/units.h"

namespace engram {
namespace {

constexpr int kMeridians = 193, kParallels = 97;  // the rim is round to a tenth of a pixel

std::vector<std::uint32_t> sphereCells() {
    std::vector<std::uint32_t> indices;
    for (std::uint32_t j = 0; j + 1 < kParallels; ++j)
        for (std::uint32_t i = 0; i + 1 < kMeridians; ++i) {
            const std::uint32_t a = j * kMeridians + i, b = a + 1, c = a + kMeridians, d = c + 1;
            indices.insert(indices.end(), {a, b, d, a, d, c});
        }
    return indices;
}

}  // namespace

bool sameGround(const Globe& a, const Globe& b) {
    return sameGround(a.values, b.values) && a.low == b.low && a.high == b.high && a.contourStep == b.contourStep;
}

GlobePainter::GlobePainter(const gl::ShaderLibrary& shaders) : program_(shaders.program("marks/globe")) {
    const std::vector<std::uint32_t> cells = sphereCells();
    indices_.set(cells);
    vertices_.indices(indices_);
    indexCount_ = int(cells.size());
}

void GlobePainter::draw(const Globe& globe) {
    if (!uploaded_ || !sameGround(uploaded_->values, globe.values)) {
        checkField(globe.values, "a globe");
        const Field smooth = finer(globe.values);
        values_.image(gl::kFloat1, smooth.columns, smooth.rows, smooth.values->data(), gl::Filter::Linear);
    }
    uploaded_ = globe;
    program_.use();
    program_.set("ramp", kRampUnit);
    program_.set("values", kValuesUnit);
    program_.set("samples", glm::ivec2(kMeridians, kParallels));
    program_.set("valueMap", glm::vec2(globe.low, inverse(globe.high - globe.low)));
    program_.set("contourStep", float(globe.contourStep));
    values_.bind(kValuesUnit);
    vertices_.bind();
    glDrawElements(GL_TRIANGLES, indexCount_, GL_UNSIGNED_INT, nullptr);
}

}  // namespace engram
