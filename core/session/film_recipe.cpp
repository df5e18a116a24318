#include "core/session/film_recipe.h"

#include <algorithm>
#include <fstream>

#include "core/base/error.h"
#include "core/base/file.h"

namespace engram {

namespace {

constexpr std::string_view kOpen = "%engram-recipe\n", kClose = "\n%engram-recipe";   // no text of a TOML file can hold a line of these
constexpr std::size_t kMostRecipe = std::size_t(64) << 20, kPart = std::size_t(1) << 20, kMostBlock = 255;
constexpr std::size_t kGifHeader = 13;
constexpr std::string_view kGifComment{"\x21\xFE", 2};

[[noreturn]] void noRecipe(const std::string& origin) {
    fail(origin + " is a film without an Engram recipe; only films made by Engram carry one");
}

// Where the first block of a GIF may stand: after the header and the table of colours for all frames.
std::size_t firstGifBlock(std::string_view gif, const std::string& origin) {
    if (gif.size() < kGifHeader) fail(origin + " is cut off inside the header of a GIF");
    const auto flags = std::uint8_t(gif[10]);
    const std::size_t at = kGifHeader + (flags & 0x80 ? std::size_t(3) << ((flags & 7) + 1) : 0);
    if (at > gif.size()) fail(origin + " is cut off inside the colours of a GIF");
    return at;
}

std::string recipeInGif(const std::filesystem::path& path) {
    constexpr std::uint64_t kMostBytes = std::uint64_t(2) << 30;
    const std::string gif = readFile(path, kMostBytes), origin = path.string();
    std::size_t at = firstGifBlock(gif, origin);
    if (gif.compare(at, kGifComment.size(), kGifComment) != 0) noRecipe(origin);
    std::string text;
    for (at += kGifComment.size();;) {
        const std::size_t size = at < gif.size() ? std::uint8_t(gif[at]) : kMostBlock + 1;
        if (at + 1 + size > gif.size()) fail("the Engram recipe in " + origin + " is cut off");
        if (size == 0) break;
        text.append(gif, at + 1, size);
        at += 1 + size;
    }
    if (!text.starts_with(kOpen) || !text.ends_with(kClose)) noRecipe(origin);
    return text.substr(kOpen.size(), text.size() - kOpen.size() - kClose.size());
}

std::string head(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes(12, '\0');
    file.read(bytes.data(), std::streamsize(bytes.size()));
    bytes.resize(std::size_t(file.gcount()));
    return bytes;
}

bool isGif(const std::string& head) { return head.starts_with("GIF8"); }

}  // namespace

bool isFilm(const std::filesystem::path& path) {
    const std::string bytes = head(path);
    return isGif(bytes) || bytes.starts_with("\x1A\x45\xDF\xA3") || (bytes.size() >= 8 && bytes.compare(4, 4, "ftyp") == 0);
}

std::string recipeInFilm(const std::filesystem::path& path) {
    if (isGif(head(path))) return recipeInGif(path);
    std::ifstream file(path, std::ios::binary);
    std::string part(kPart, '\0'), window;   // the end of what was read, or all since the fence
    bool isOpen = false;
    while (file) {
        file.read(part.data(), std::streamsize(part.size()));
        window.append(part, 0, std::size_t(file.gcount()));
        if (!isOpen) {
            const std::size_t at = window.find(kOpen);
            isOpen = at != window.npos;
            window.erase(0, isOpen ? at + kOpen.size() : window.size() - std::min(window.size(), kOpen.size()));
        }
        if (!isOpen) continue;
        if (const std::size_t end = window.find(kClose); end != window.npos) return window.substr(0, end);
        if (window.size() > kMostRecipe) fail(path.string() + " carries a recipe that has no end");
    }
    if (isOpen) fail("the Engram recipe in " + path.string() + " is cut off");
    noRecipe(path.string());
}

std::string filmComment(const std::string& recipe) {
    std::string text = recipe;
    while (text.ends_with('\n')) text.pop_back();
    return std::string(kOpen) + text + std::string(kClose);
}

std::string withGifRecipe(std::string gif, const std::string& recipe) {
    const std::string text = filmComment(recipe);
    std::string block(kGifComment);
    for (std::size_t at = 0; at < text.size(); at += kMostBlock) {
        const std::string_view part = std::string_view(text).substr(at, kMostBlock);
        block += char(part.size());
        block += part;
    }
    return gif.insert(firstGifBlock(gif, "the new film"), block + '\0');
}

}  // namespace engram
