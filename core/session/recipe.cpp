#include "core/session/recipe.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/version.h"

namespace engram {

namespace {

constexpr std::size_t kMostRecipe = std::size_t(64) << 20;   // bytes; a session with a day of brush strokes stays far below
constexpr std::string_view kPngSignature{"\x89PNG\r\n\x1a\n", 8};
constexpr std::string_view kPngKeyword{"engram\0", 7};
constexpr std::string_view kSvgOpen = "<engram:recipe", kSvgClose = "</engram:recipe>";
constexpr std::string_view kPdfFence = "%engram-recipe\n";
constexpr std::string_view kPdfComment = "% ";               // before each line, so that none can look like the fence
constexpr std::string_view kPdfStart = "startxref";

[[noreturn]] void noRecipe(const std::string& origin, std::string_view kind) {
    fail(origin + " is a " + std::string(kind) + " without an Engram recipe; only figures made by Engram carry one");
}

void checkSize(std::size_t size, const std::string& origin) {
    if (size > kMostRecipe) fail(origin + " carries a recipe of " + std::to_string(size) + " bytes, more than any session needs");
}

// ---- PNG

std::uint32_t bigEndian(std::string_view bytes) {
    std::uint32_t v = 0;
    for (int i = 0; i < 4; ++i) v = v << 8 | std::uint8_t(bytes[std::size_t(i)]);
    return v;
}

// The text of an uncompressed iTXt chunk with our keyword.
std::optional<std::string> recipeText(std::string_view data, const std::string& origin) {
    if (data.substr(0, kPngKeyword.size()) != kPngKeyword) return std::nullopt;
    data.remove_prefix(kPngKeyword.size());
    if (data.size() < 2 || data[0] != 0) fail(origin + " carries a compressed Engram recipe, which this version does not write or read");
    data.remove_prefix(2);
    for (int field = 0; field < 2; ++field) {   // language, translated keyword
        const std::size_t end = data.find('\0');
        if (end == data.npos) fail("the Engram recipe in " + origin + " is damaged: its text field has no start");
        data.remove_prefix(end + 1);
    }
    checkSize(data.size(), origin);
    return std::string(data);
}

std::string recipeInPng(std::string_view bytes, const std::string& origin) {
    std::size_t at = kPngSignature.size();
    while (at < bytes.size()) {
        if (bytes.size() - at < 12) fail(origin + " is cut off inside a PNG chunk header");
        const std::size_t size = bigEndian(bytes.substr(at));
        const std::string_view kind = bytes.substr(at + 4, 4);
        if (size > bytes.size() - at - 12)
            fail(origin + " is cut off: the PNG chunk " + std::string(kind) + " claims " + std::to_string(size) + " bytes but only " +
                 std::to_string(bytes.size() - at - 12) + " are there");
        if (kind == "IEND") break;
        if (kind == "iTXt") {
            const std::string_view body = bytes.substr(at + 4, size + 4);
            const auto found = std::uint32_t(crc32(0, reinterpret_cast<const Bytef*>(body.data()), uInt(body.size())));
            if (found != bigEndian(bytes.substr(at + 8 + size))) fail(origin + " is damaged: a text chunk does not match its checksum");
            if (auto text = recipeText(bytes.substr(at + 8, size), origin)) return *text;
        }
        at += 12 + size;
    }
    noRecipe(origin, "PNG");
}

// ---- SVG

void appendUtf8(std::string& to, std::uint32_t code) {
    constexpr int kFirst[] = {0, 0xC0, 0xE0, 0xF0};  // marks of the first byte, by how many follow with six bits each
    const int follow = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    to += char(kFirst[follow] | code >> 6 * follow);
    for (int left = follow - 1; left >= 0; --left) to += char(0x80 | (code >> 6 * left & 63));
}

bool appendEntity(std::string& to, std::string_view name) {
    static constexpr std::pair<std::string_view, char> kNamed[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    for (const auto& [known, c] : kNamed)
        if (name == known) return to += c, true;
    if (name.size() < 2 || name[0] != '#') return false;
    const bool hexadecimal = name[1] == 'x';
    name.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
    if (error != std::errc() || end != name.data() + name.size() || code == 0 || code > 0x10FFFF) return false;
    return appendUtf8(to, code), true;
}

std::string unescaped(std::string_view text, const std::string& origin) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '&') {
            out += text[i];
            continue;
        }
        const std::size_t end = text.find(';', i);
        if (end == text.npos || end - i > 10 || !appendEntity(out, text.substr(i + 1, end - i - 1)))
            fail("the Engram recipe in " + origin + " is damaged: \"" + std::string(text.substr(i, 10)) + "\" is no XML entity");
        i = end;
    }
    return out;
}

std::string recipeInSvg(std::string_view bytes, const std::string& origin) {
    const std::size_t open = bytes.find(kSvgOpen);
    if (open == bytes.npos) noRecipe(origin, "SVG");
    const std::size_t begin = bytes.find('>', open), end = bytes.find(kSvgClose, open);
    if (begin == bytes.npos || end == bytes.npos || end < begin) fail("the Engram recipe in " + origin + " is cut off");
    checkSize(end - begin - 1, origin);
    return unescaped(bytes.substr(begin + 1, end - begin - 1), origin);
}

// ---- PDF

std::string recipeInPdf(std::string_view bytes, const std::string& origin) {
    const std::size_t open = bytes.rfind("\n" + std::string(kPdfFence), bytes.rfind(kPdfStart));
    if (open == bytes.npos || open == 0) noRecipe(origin, "PDF");
    const std::size_t before = bytes.rfind("\n" + std::string(kPdfFence), open - 1);
    if (before == bytes.npos) fail("the Engram recipe in " + origin + " is damaged: its first line is missing");
    std::string_view block = bytes.substr(before + 1 + kPdfFence.size(), open + 1 - (before + 1 + kPdfFence.size()));
    checkSize(block.size(), origin);
    std::string recipe;
    while (!block.empty()) {
        const std::size_t end = block.find('\n');
        if (block.substr(0, kPdfComment.size()) != kPdfComment || end == block.npos)
            fail("the Engram recipe in " + origin + " is damaged: a line of it is no comment");
        recipe.append(block.substr(kPdfComment.size(), end + 1 - kPdfComment.size()));   // with its line end
        block.remove_prefix(end + 1);
    }
    return recipe;
}

bool looksLikeSvg(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    return head.find("<svg") != head.npos;
}

}  // namespace

std::string recipeOf(const Session& session, const std::optional<Stamp>& stamp) {
    return "# Engram " + std::string(version()) + "\n" + toToml(session, stamp);
}

std::string recipeIn(std::string_view bytes, const std::string& origin) {
    if (bytes.empty()) fail(origin + " is empty");
    if (bytes.substr(0, kPngSignature.size()) == kPngSignature) return recipeInPng(bytes, origin);
    if (bytes.substr(0, 5) == "%PDF-") return recipeInPdf(bytes, origin);
    if (looksLikeSvg(bytes)) return recipeInSvg(bytes, origin);
    fail(origin + " is no PNG, SVG or PDF, so it carries no Engram recipe");
}

std::string withPdfRecipe(std::string pdf, const std::string& recipe) {
    const std::size_t at = pdf.rfind(kPdfStart);
    if (at == pdf.npos) fail("the PDF has no trailer to put a recipe before");
    std::string block(kPdfFence);
    std::string_view rest = recipe;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        block += kPdfComment;
        block += line;
        block += '\n';
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    block += kPdfFence;
    // Comments may stand between any two tokens; before `startxref` they move no object that the table of offsets names.
    if (at > 0 && pdf[at - 1] != '\n') block.insert(0, "\n");
    return pdf.insert(at, block);
}

std::string withoutPdfDate(std::string pdf) {
    constexpr std::string_view kFixed = "20000101000000";   // then the zone, as zeros
    for (const std::string_view key : {"/CreationDate (D:", "/ModDate (D:"})
        for (std::size_t at = pdf.find(key); at != pdf.npos; at = pdf.find(key, at + key.size()))
            for (std::size_t i = 0; at + key.size() + i < pdf.size() && pdf[at + key.size() + i] != ')'; ++i)
                if (char& c = pdf[at + key.size() + i]; c >= '0' && c <= '9') c = i < kFixed.size() ? kFixed[i] : '0';
    return pdf;
}

}  // namespace engram
