#include "core/data/picture_check.h"

#include <algorithm>

#include "core/base/error.h"

namespace engram {
namespace {

constexpr std::string_view kDamaged = "damaged", kTruncated = "truncated";

unsigned byteAt(std::string_view bytes, std::size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0u; }

// stb_image calls a PNG beyond its own limits unknown, which would hide the reason.
void checkPngSize(std::string_view bytes, const std::string& name) {
    if (!bytes.starts_with("\x89PNG") || bytes.size() < 24) return;
    const auto number = [&](std::size_t at) {
        return std::int64_t{byteAt(bytes, at)} << 24 | byteAt(bytes, at + 1) << 16 | byteAt(bytes, at + 2) << 8 | byteAt(bytes, at + 3);
    };
    checkPictureSize(number(16), number(20), name);
}

// A DHT segment holds tables of 17 bytes and as many symbols as its 16 counts add up to; more than 256 overrun stb_image.
bool huffmanTablesFit(std::string_view tables) {
    while (tables.size() >= 17) {
        std::size_t symbols = 0;
        for (std::size_t i = 1; i <= 16; ++i) symbols += byteAt(tables, i);
        if (symbols > 256) return false;
        tables.remove_prefix(std::min(tables.size(), 17 + symbols));
    }
    return true;
}

// stb_image fills up a JPEG that breaks off with grey and says nothing, so its segments are walked to the end marker.
std::string_view jpegFault(std::string_view bytes) {
    std::size_t at = 2;
    while (at + 1 < bytes.size()) {
        const unsigned marker = byteAt(bytes, at) == 0xff ? byteAt(bytes, at + 1) : 0u;
        const bool stuffing = marker == 0 || marker == 0xff || (marker >= 0xd0 && marker <= 0xd7);  // coded data, padding, restarts
        const std::size_t length = stuffing ? 1 : 2 + (byteAt(bytes, at + 2) << 8 | byteAt(bytes, at + 3));
        if (marker == 0xd9) return {};
        if (marker == 0xc4 && length > 4 && !huffmanTablesFit(bytes.substr(at, length).substr(4))) return kDamaged;
        at += length;
    }
    return kTruncated;
}

// The two formats without compression need as many bytes as their header says there are pixels.
bool bmpIsWhole(std::string_view bytes, std::uint64_t width, std::uint64_t height) {
    const std::uint64_t start = byteAt(bytes, 10) | byteAt(bytes, 11) << 8 | byteAt(bytes, 12) << 16 | byteAt(bytes, 13) << 24;
    const std::uint64_t bits = byteAt(bytes, 14) == 12 ? byteAt(bytes, 24) : byteAt(bytes, 28);  // the header of OS/2 is shorter
    const std::uint64_t row = (width * bits + 7) / 8, stride = (row + 3) / 4 * 4;
    return start + stride * (height - 1) + row <= bytes.size();
}

// After the two letters come width, height and largest value, parted by white space and comments, and one more white space.
bool pnmIsWhole(std::string_view bytes, std::uint64_t width, std::uint64_t height) {
    constexpr std::string_view kSpace = " \t\r\n";
    std::size_t at = 2, largest = 0;
    for (int number = 0; number < 3; ++number) {
        at = bytes.find_first_not_of(kSpace, at);
        while (at < bytes.size() && bytes[at] == '#') at = bytes.find_first_not_of(kSpace, bytes.find('\n', at));
        for (largest = 0; at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9'; ++at)
            largest = largest * 10 + static_cast<std::size_t>(bytes[at] - '0');
    }
    const std::uint64_t channels = bytes[1] == '6' ? 3 : 1, wide = largest > 255 ? 2 : 1;
    return at < bytes.size() && at + 1 + width * height * channels * wide <= bytes.size();
}

}  // namespace

void checkPictureSize(std::int64_t width, std::int64_t height, const std::string& name) {
    constexpr std::int64_t kMostSide = 8192;
    if (width >= 1 && height >= 1 && width <= kMostSide && height <= kMostSide) return;
    fail(name + " has a size that cannot be read: " + std::to_string(width) + " x " + std::to_string(height) + " pixels; 1 to " +
         std::to_string(kMostSide) + " a side are possible");
}

void checkBeforeDecoding(std::string_view bytes, const std::string& name) {
    if (bytes.empty()) fail(name + " is empty");
    checkPngSize(bytes, name);
    const std::string_view fault = bytes.starts_with("\xff\xd8") ? jpegFault(bytes) : std::string_view();
    if (!fault.empty()) fail(name + " is " + std::string(fault));
}

void checkLength(std::string_view bytes, int width, int height, const std::string& name) {
    const auto w = static_cast<std::uint64_t>(width), h = static_cast<std::uint64_t>(height);
    const bool bmp = bytes.starts_with("BM"), pnm = bytes.starts_with("P5") || bytes.starts_with("P6");
    if ((bmp && !bmpIsWhole(bytes, w, h)) || (pnm && !pnmIsWhole(bytes, w, h))) fail(name + " is " + std::string(kTruncated));
}

}  // namespace engram
