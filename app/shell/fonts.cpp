#include "app/shell/fonts.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>

namespace engram {
namespace {

namespace fs = std::filesystem;

// Height of the line box (ascender to descender) in em: ImGui asks for box heights where type sizes are ems.
constexpr float kInterBox = 1.2102f, kDejaVuBox = 1.1641f;

constexpr std::array<Font, 11> kFaces{{{11, Weight::Regular},
                                       {11, Weight::Medium},
                                       {12, Weight::Regular},
                                       {12, Weight::Medium},
                                       {12, Weight::Bold},
                                       {14, Weight::Regular},
                                       {14, Weight::Medium},
                                       {14, Weight::Bold},
                                       {16, Weight::Regular},
                                       {16, Weight::Bold},
                                       {20, Weight::Bold}}};

constexpr ImWchar kLatin[] = {0x20, 0xFF, 0x2010, 0x2027, 0x2032, 0x2033, 0x2212, 0x2212, 0};
constexpr ImWchar kSymbols[] = {0x0131, 0x0131, 0x0391, 0x03D6, 0x1D40, 0x1D6A, 0x2070, 0x209C,
                                0x2190, 0x21D5, 0x2200, 0x22FF, 0x25A0, 0x25CF, 0};

std::vector<fs::path> fontFolders() {
    std::vector<fs::path> folders;
    if (const char* home = std::getenv("HOME")) folders = {fs::path(home) / ".local/share/fonts", fs::path(home) / ".fonts"};
    folders.insert(folders.end(), {"/usr/local/share/fonts", "/usr/share/fonts"});
    return folders;
}

std::string findFont(const std::vector<std::string>& names) {
    for (const std::string& name : names)
        for (const fs::path& folder : fontFolders()) {
            for (const char* usual : {"opentype/inter", "truetype/dejavu", "truetype/inter", "TTF", ""})
                if (const fs::path path = folder / usual / name; fs::exists(path)) return path;
            std::error_code unreadable;
            for (fs::recursive_directory_iterator it(folder, unreadable), end; !unreadable && it != end; it.increment(unreadable))
                if (it->path().filename() == name) return it->path();
        }
    return {};
}

std::string interFile(Weight weight) {
    switch (weight) {
        case Weight::Regular:
            return findFont({"Inter-Regular.otf", "Inter-Regular.ttf"});
        case Weight::Medium:
            return findFont({"Inter-Medium.otf", "Inter-Medium.ttf"});
        case Weight::Bold:
            return findFont({"Inter-SemiBold.otf", "Inter-SemiBold.ttf"});
    }
    return {};
}

struct FontFiles {
    std::string regular = interFile(Weight::Regular), medium = interFile(Weight::Medium), bold = interFile(Weight::Bold);
    std::string symbols = findFont({"DejaVuSans.ttf"}), boldSymbols = findFont({"DejaVuSans-Bold.ttf"});

    const std::string& letters(Weight weight) const {
        return weight == Weight::Regular ? regular : weight == Weight::Medium ? medium : bold;
    }
    const std::string& greek(Weight weight) const { return weight == Weight::Bold && !boldSymbols.empty() ? boldSymbols : symbols; }
};

ImFontConfig configFor(const ImWchar* ranges, bool merge) {
    ImFontConfig config;
    config.OversampleH = 2;
    config.OversampleV = 1;
    config.GlyphRanges = ranges;
    config.MergeMode = merge;
    return config;
}

// Numbers that change must not jitter: every digit takes the width of the widest.
void equaliseDigits(ImFont& font) {
    float widest = 0;
    for (ImWchar c = '0'; c <= '9'; ++c)
        if (const ImFontGlyph* glyph = font.FindGlyphNoFallback(c)) widest = std::max(widest, glyph->AdvanceX);
    for (ImFontGlyph& glyph : font.Glyphs)
        if (glyph.Codepoint >= '0' && glyph.Codepoint <= '9') {
            const float shift = std::round((widest - glyph.AdvanceX) / 2);
            glyph.X0 += shift, glyph.X1 += shift, glyph.AdvanceX = widest;
        }
    font.BuildLookupTable();
}

}  // namespace

bool Fonts::bake(double scale, double density, const std::vector<Font>& more) {
    if (scale == scale_ && density == density_ && more == more_) return false;
    scale_ = scale, density_ = density, more_ = more;
    std::vector<Font> faces = more;
    for (const Font& font : kFaces) faces.push_back({font.size * scale, font.weight});
    static const FontFiles files;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoBakedLines;
    atlas.FontBuilderIO = ImFontAtlasGetBuilderForStbTruetype();
    baked_.clear();
    for (const Font& font : faces) {
        const float em = float(font.size * density);
        Baked baked{font, nullptr, kInterBox};
        const ImFontConfig latin = configFor(kLatin, false);
        if (const auto& file = files.letters(font.weight); !file.empty()) {
            baked.face = atlas.AddFontFromFileTTF(file.c_str(), em * kInterBox, &latin);
        } else if (!files.symbols.empty()) {
            baked.boxPerEm = kDejaVuBox;
            baked.face = atlas.AddFontFromFileTTF(files.greek(font.weight).c_str(), em * kDejaVuBox, &latin);
        } else {
            baked.face = atlas.AddFontDefault();
        }
        const ImFontConfig symbols = configFor(kSymbols, true);
        if (const auto& file = files.greek(font.weight); !file.empty()) atlas.AddFontFromFileTTF(file.c_str(), em * kDejaVuBox, &symbols);
        baked_.push_back(baked);
    }
    atlas.Build();
    for (ImFont* font : atlas.Fonts) {
        equaliseDigits(*font);
        font->Scale = float(1 / density);
    }
    ImGui::GetIO().FontDefault = face({14 * scale, Weight::Regular}).font;
    return true;
}

Fonts::Face Fonts::face(Font font) const {
    const Baked* best = nullptr;
    double least = std::numeric_limits<double>::max();
    for (const Baked& b : baked_) {
        const double distance = std::abs(b.font.size - font.size) * 1000 + std::abs(int(b.font.weight) - int(font.weight));
        if (distance < least) best = &b, least = distance;
    }
    if (!best) return {};
    const float size = float(font.size) * best->boxPerEm;
    return {best->face, size, best->face->Ascent * size / best->face->FontSize};
}

double Fonts::width(const std::string& text, Font font) const {
    const Face f = face(font);
    return f.font ? f.font->CalcTextSizeA(f.size, std::numeric_limits<float>::max(), 0, text.data(), text.data() + text.size()).x : 0;
}

}  // namespace engram
