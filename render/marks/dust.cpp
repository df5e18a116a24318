#include "render/marks/dust.h"

#include <algorithm>
#include <cmath>

#include "render/marks/units.h"

namespace engram {
namespace {

constexpr float kNearer = 0.008f;  // twin of shaders/common/place.glsl
constexpr float kFarthest = 1;     // window depth

// Over what is there, both with colour times cover.
void lay(Texel paint, float cover, Texel& over) {
    const float own = cover * paint[3] * (1 / 255.0f), left = 1 - own;
    for (std::size_t c = 0; c < 3; ++c) over[c] = std::uint8_t(own * paint[c] + left * over[c] + 0.5f);
    over[3] = std::uint8_t(own * 255 + left * over[3] + 0.5f);
}

}  // namespace

DustPainter::DustPainter(const gl::ShaderLibrary& shaders) : program_(shaders.program("marks/cover", "marks/dust")) {}

void DustPainter::draw(const std::vector<glm::vec3>& places, const std::vector<Texel>& paints, double diameter, const Frame& frame) {
    const int width = frame.viewport.width, height = frame.viewport.height;
    const std::size_t pixels = std::size_t(width) * std::size_t(height);
    texels_.assign(pixels, Texel{});
    nearest_.assign(pixels, kFarthest);
    const glm::mat4 clip = clipMatrix(frame.camera, width, height);
    const glm::vec3 eye = eyeOf(frame.camera);
    const auto radius = float(0.5 * diameter * frame.viewport.scale);
    const float reach = radius + 0.5f;
    glm::ivec2 first(width, height), last(-1);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const glm::vec4 exact = clip * glm::vec4(places[i], 1), nearer = clip * glm::vec4(glm::mix(places[i], eye, kNearer), 1);
        if (exact.w <= 0 || nearer.w <= 0 || std::abs(nearer.z) > nearer.w) continue;
        const float x = (exact.x / exact.w * 0.5f + 0.5f) * float(width), y = (exact.y / exact.w * 0.5f + 0.5f) * float(height);
        if (!(x > -reach && x < float(width) + reach && y > -reach && y < float(height) + reach)) continue;
        const float depth = nearer.z / nearer.w * 0.5f + 0.5f;
        const Texel paint = paints[paints.size() > 1 ? i : 0];
        const int left = std::max(0, int(x - reach)), right = std::min(width - 1, int(x + reach));
        const int low = std::max(0, int(y - reach)), high = std::min(height - 1, int(y + reach));
        first = {std::min(first.x, left), std::min(first.y, low)}, last = {std::max(last.x, right), std::max(last.y, high)};
        for (int row = low; row <= high; ++row)
            for (int column = left; column <= right; ++column) {
                const float dx = float(column) + 0.5f - x, dy = float(row) + 0.5f - y;
                const float cover = std::min(1.0f, reach - std::sqrt(dx * dx + dy * dy));
                if (cover <= 0) continue;
                const std::size_t pixel = std::size_t(row) * std::size_t(width) + std::size_t(column);
                lay(paint, cover, texels_[pixel]);
                nearest_[pixel] = std::min(nearest_[pixel], depth);
            }
    }
    if (last.x < 0) return;
    picture_.image(gl::kByte4, width, height, texels_.data(), gl::Filter::Nearest);
    depths_.image(gl::kFloat1, width, height, nearest_.data(), gl::Filter::Nearest);
    program_.use();
    program_.set("groundDepth", kGroundUnit);
    program_.set("dust", kValuesUnit);
    program_.set("dustDepth", kShadesUnit);
    picture_.bind(kValuesUnit);
    depths_.bind(kShadesUnit);
    corners_.bind();
    glEnable(GL_SCISSOR_TEST);  // not even looked at where there is none
    glScissor(frame.viewport.x + first.x, frame.viewport.y + first.y, last.x - first.x + 1, last.y - first.y + 1);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace engram
