#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "core/base/error.h"
#include "render/figure/svg.h"

namespace engram {

namespace {

void putNumber(std::string& to, std::uint32_t v) {
    for (int shift = 24; shift >= 0; shift -= 8) to += char((v >> shift) & 0xFF);
}

void putChunk(std::string& to, const char (&kind)[5], const std::string& data) {
    putNumber(to, std::uint32_t(data.size()));
    const std::string body = std::string(kind, 4) + data;
    to += body;
    putNumber(to, std::uint32_t(crc32(0, reinterpret_cast<const Bytef*>(body.data()), uInt(body.size()))));
}

int paeth(int left, int up, int corner) {
    const int p = left + up - corner, dl = std::abs(p - left), du = std::abs(p - up), dc = std::abs(p - corner);
    return dl <= du && dl <= dc ? left : du <= dc ? up : corner;
}

// One row under filter `kind` of the PNG specification.
void filterRow(int kind, const std::uint8_t* row, const std::uint8_t* above, std::size_t size, std::size_t channels, std::uint8_t* out) {
    for (std::size_t i = 0; i < size; ++i) {
        const int left = i >= channels ? row[i - channels] : 0, up = above ? above[i] : 0,
                  corner = above && i >= channels ? above[i - channels] : 0;
        const int guess = kind == 1 ? left : kind == 2 ? up : kind == 3 ? (left + up) / 2 : kind == 4 ? paeth(left, up, corner) : 0;
        out[i] = std::uint8_t(row[i] - guess);
    }
}

long roughness(const std::vector<std::uint8_t>& filtered) {
    long sum = 0;
    for (std::uint8_t v : filtered) sum += v < 128 ? v : 256 - v;
    return sum;
}

// Each row by the filter that leaves least.
std::string filtered(const std::vector<std::uint8_t>& samples, std::size_t rowSize, std::size_t rows, std::size_t channels) {
    std::string out;
    out.reserve(rows * (rowSize + 1));
    std::vector<std::uint8_t> trial(rowSize), best(rowSize);
    for (std::size_t y = 0; y < rows; ++y) {
        const std::uint8_t* row = samples.data() + y * rowSize;
        long least = -1;
        int chosen = 0;
        for (int kind = 0; kind <= 4; ++kind) {
            filterRow(kind, row, y > 0 ? row - rowSize : nullptr, rowSize, channels, trial.data());
            const long sum = roughness(trial);
            if (least >= 0 && sum >= least) continue;
            least = sum, chosen = kind;
            best.swap(trial);
        }
        out += char(chosen);
        out.append(best.begin(), best.end());
    }
    return out;
}

std::string compressed(const std::string& data) {
    uLongf size = compressBound(uLong(data.size()));
    std::string out(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(data.data()), uLong(data.size()), 6) != Z_OK)
        fail("the image could not be compressed");
    out.resize(size);
    return out;
}

bool isOpaque(const Pixels& pixels) {
    for (std::size_t i = 3; i < pixels.rgba.size(); i += 4)
        if (pixels.rgba[i] != 255) return false;
    return true;
}

std::vector<std::uint8_t> withoutAlpha(const std::vector<std::uint8_t>& rgba) {
    std::vector<std::uint8_t> rgb;
    rgb.reserve(rgba.size() / 4 * 3);
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) rgb.insert(rgb.end(), {rgba[i], rgba[i + 1], rgba[i + 2]});
    return rgb;
}

}  // namespace

std::string toPng(const Pixels& pixels, double dpi, const std::string& recipe) {
    const std::size_t width = std::size_t(pixels.width), height = std::size_t(pixels.height);
    if (pixels.width <= 0 || pixels.height <= 0 || pixels.rgba.size() != 4 * width * height)
        fail("an image without pixels cannot be written as PNG");
    const bool opaque = isOpaque(pixels);
    const std::size_t channels = opaque ? 3 : 4;

    std::string png("\x89PNG\r\n\x1a\n", 8), header;
    putNumber(header, std::uint32_t(width)), putNumber(header, std::uint32_t(height));
    header += {char(8), char(opaque ? 2 : 6), 0, 0, 0};
    putChunk(png, "IHDR", header);
    putChunk(png, "sRGB", std::string(1, '\0'));
    if (dpi > 0) {
        std::string density;
        const auto perMetre = std::uint32_t(std::lround(dpi / 0.0254));
        putNumber(density, perMetre), putNumber(density, perMetre);
        putChunk(png, "pHYs", density + char(1));
    }
    if (!recipe.empty()) putChunk(png, "iTXt", std::string("engram\0\0\0\0\0", 11) + recipe);
    putChunk(png, "IDAT", compressed(filtered(opaque ? withoutAlpha(pixels.rgba) : pixels.rgba, width * channels, height, channels)));
    putChunk(png, "IEND", {});
    return png;
}

}  // namespace engram
