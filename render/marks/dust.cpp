#include "render/marks/dust.h"

#include <algorithm>
#include <cmath>

#include "render/marks/units.h"

namespace engram {
namespace {

constexpr float kNearer = 0.008f;  // twin of shaders/common/place.glsl
constexpr float kFarthest = 1;     // window depth

constexpr int kPlaces = 16; // of a point's middle within a pixel, along and across

// The pixels that a point covers, and how much (0..255), for each place of its middle within a pixel.
struct Covered {
    int column, row, cover;
};
using Covers = std::array<std::vector<Covered>, kPlaces * kPlaces>;

Covers coversOf(float radius) {
    Covers covers;
    const float reach = radius + 0.5f;
    const int most = int(reach) + 1;
    for (int place = 0; place < kPlaces * kPlaces; ++place)
        for (int row = -most; row <= most; ++row)
            for (int column = -most; column <= most; ++column) {
                const float dx = float(column) + 0.5f - (float(place % kPlaces) + 0.5f) / kPlaces;
                const float dy = float(row) + 0.5f - (float(place / kPlaces) + 0.5f) / kPlaces;
                const int cover = int(255 * std::min(1.0f, reach - std::sqrt(dx * dx + dy * dy)) + 0.5f);
                if (cover > 0) covers[std::size_t(place)].push_back({column, row, cover});
            }
    return covers;
}

// Paint over what is there, `over` with colour times cover. Two channels at a time, in halves of a word.
void lay(Texel paint, int cover, Texel& over) {
    const auto own = std::uint32_t(cover * paint[3] + 127) / 255, left = 255 - own;
    const auto mixed = [&](std::uint32_t paints, std::uint32_t overs) {
        const std::uint32_t sums = own * paints + left * overs + 0x00800080;  // over 255, rounded:
        return ((sums + (sums >> 8 & 0x00ff00ff)) >> 8) & 0x00ff00ff;
    };
    const std::uint32_t redBlue = mixed(paint[0] | std::uint32_t(paint[2]) << 16, over[0] | std::uint32_t(over[2]) << 16);
    const std::uint32_t greenCover = mixed(paint[1] | std::uint32_t(255) << 16, over[1] | std::uint32_t(over[3]) << 16);
    over = {std::uint8_t(redBlue), std::uint8_t(greenCover), std::uint8_t(redBlue >> 16), std::uint8_t(greenCover >> 16)};
}

}  // namespace

DustPainter::DustPainter(const gl::ShaderLibrary& shaders) : program_(shaders.program("marks/cover", "marks/dust")) {}

void DustPainter::draw(const std::vector<glm::vec3>& places, const std::vector<Texel>& paints, double diameter, const Frame& frame) {
    const int width = frame.viewport.width, height = frame.viewport.height;
    const std::size_t pixels = std::size_t(width) * std::size_t(height);
    texels_.assign(pixels, Texel{});
    nearest_.assign(pixels, kFarthest);
    const glm::mat4 clip = clipMatrix(frame.camera, width, height);
    const glm::vec4 eye = clip * glm::vec4(eyeOf(frame.camera), 1);
    const auto radius = float(0.5 * diameter * frame.viewport.scale);
    const Covers covers = coversOf(radius);
    const int most = int(radius + 0.5f) + 1;
    glm::ivec2 first(width, height), last(-1);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const glm::vec4 exact = clip * glm::vec4(places[i], 1);
        const float nearerZ = exact.z + kNearer * (eye.z - exact.z), nearerW = exact.w + kNearer * (eye.w - exact.w);
        if (exact.w <= 0 || nearerW <= 0 || std::abs(nearerZ) > nearerW) continue;
        const float x = (exact.x / exact.w * 0.5f + 0.5f) * float(width), y = (exact.y / exact.w * 0.5f + 0.5f) * float(height);
        const auto near = float(most);
        if (!(x > -near && x < float(width) + near && y > -near && y < float(height) + near)) continue;
        const float depth = nearerZ / nearerW * 0.5f + 0.5f;
        const Texel paint = paints[paints.size() > 1 ? i : 0];
        const int column = int(std::floor(x)), row = int(std::floor(y));
        const auto within = [](float share) { return std::min(kPlaces - 1, int(share * kPlaces)); };  // a share may round up to 1
        const int place = within(y - float(row)) * kPlaces + within(x - float(column));
        const Texel covered{paint[0], paint[1], paint[2], 255};
        const auto touch = [&](const Covered& at) {
            const std::size_t pixel = std::size_t(row + at.row) * std::size_t(width) + std::size_t(column + at.column);
            if (texels_[pixel] != covered) lay(paint, at.cover, texels_[pixel]);  // one more of the same colour changes nothing
            nearest_[pixel] = std::min(nearest_[pixel], depth);
        };
        const bool inside = column >= most && column < width - most && row >= most && row < height - most;
        for (const Covered& at : covers[std::size_t(place)])
            if (inside || (column + at.column >= 0 && column + at.column < width && row + at.row >= 0 && row + at.row < height)) touch(at);
        first = {std::min(first.x, std::max(0, column - most)), std::min(first.y, std::max(0, row - most))};
        last = {std::max(last.x, std::min(width - 1, column + most)), std::max(last.y, std::min(height - 1, row + most))};
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
