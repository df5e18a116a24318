#include "render/figure/pen.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "render/figure/wrapping.h"

namespace engram {

namespace {

bool startsCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }  // of UTF-8

double luminance(Rgba c) {
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

double contrast(Rgba a, Rgba b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Rect inset(Rect r, double by) { return {r.x + by, r.y + by, r.width - 2 * by, r.height - 2 * by}; }

Rect middleRect(Rect outer, double width, double height) {
    return {outer.x + (outer.width - width) / 2, outer.y + (outer.height - height) / 2, width, height};
}

Rgba Pen::labelColour(Paint paint) const {
    paint.alpha = 1;
    const Rgba own = colour(paint);
    return contrast(own, theme().panel) >= 4.5 ? own : theme().textPrimary;
}

std::string Pen::shortened(const std::string& text, Font font, double most, int least) const {
    if (width(text, font) <= most) return text;
    std::string best;
    int characters = 0;
    for (std::size_t end = 1; end < text.size(); ++end) {
        if (!startsCharacter(text[end])) continue;
        ++characters;
        std::string cut = text.substr(0, end);
        cut.erase(cut.find_last_not_of(" ,;.") + 1);
        cut += "…";
        if (width(cut, font) > most) break;
        if (characters >= least) best = std::move(cut);
    }
    return best;
}

std::string Pen::clauses(const std::string& text, Font font, double most) const {
    for (std::string& part : byClauses(text))
        if (width(part, font) <= most) return std::move(part);
    return {};
}

Written Pen::fitted(const std::string& text, Font font, double most) const {
    if (style().least == 0) return {{shortened(text, font, most, 3)}, font};
    const double wide = width(text, font), size = std::min(font.size, std::max(style().least, font.size * most / std::max(wide, 1e-9)));
    if (const Font smaller{size, font.weight}; width(text, smaller) <= most + 1e-6) return {{text}, smaller};
    return inLines(text, font, most);
}

// Bytes of the longest start that fits, at least one character.
std::size_t Pen::partThatFits(const std::string& text, Font font, double most) const {
    std::size_t part = 0;
    for (std::size_t end = 1; end <= text.size(); ++end) {
        if (end < text.size() && !startsCharacter(text[end])) continue;
        if (part > 0 && width(text.substr(0, end), font) > most) break;
        part = end;
    }
    return part;
}

Written Pen::inLines(const std::string& text, Font font, double most) const {
    double longest = 0;
    for (const std::string& word : split(text, ' ')) longest = std::max(longest, width(word, font));
    if (longest > most) font.size = std::max(std::min(font.size, style().least), font.size * most / longest);
    Written written{{}, font};
    for (std::string line : wrapped(text, font, most)) {
        while (width(line, font) > most) {
            const std::size_t part = partThatFits(line, font, most);
            if (part == line.size()) break;
            written.lines.push_back(line.substr(0, part));
            line.erase(0, part);
        }
        written.lines.push_back(std::move(line));
    }
    return written;
}

std::vector<std::string> Pen::wrapped(const std::string& text, Font font, double most) const {
    return wrappedLines(text, font, most, *metrics_);
}

void Pen::path(std::vector<Pt> points, const Stroke& stroke, bool closed) {
    if (points.size() < 2) return;
    list_->items.push_back(PathItem{std::move(points), closed, false, {}, true, stroke});
}

void Pen::polygon(std::vector<Pt> points, Rgba fill) {
    if (points.size() < 3) return;
    list_->items.push_back(PathItem{std::move(points), true, true, fill, false, {}});
}

void Pen::disc(Pt centre, double radius, Rgba fill) { list_->items.push_back(DiscItem{centre, radius, true, fill, false, {}}); }

void Pen::ring(Pt centre, double radius, Rgba fill, const Stroke& stroke) {
    list_->items.push_back(DiscItem{centre, radius, fill.a > 0, fill, true, stroke});
}

void Pen::box(Rect rect, Rgba fill, double radius) { list_->items.push_back(RectItem{rect, radius, true, fill, false, {}}); }

void Pen::outline(Rect rect, const Stroke& stroke, double radius) {
    list_->items.push_back(RectItem{rect, radius, false, {}, true, stroke});
}

void Pen::text(Pt baseline, std::string text, Font font, Rgba colour, Anchor anchor) {
    if (!text.empty()) list_->items.push_back(TextItem{baseline, std::move(text), font, colour, anchor, false, {}});
}

void Pen::textOn(Rgba ground, Pt baseline, std::string text, Font font, Rgba colour, Anchor anchor) {
    if (!text.empty()) list_->items.push_back(TextItem{baseline, std::move(text), font, colour, anchor, true, ground});
}

void Pen::image(Rect rect, std::shared_ptr<const Pixels> pixels, bool smooth) {
    if (pixels && pixels->width > 0) list_->items.push_back(ImageItem{rect, std::move(pixels), smooth});
}

void Pen::framedImage(Rect rect, std::shared_ptr<const Pixels> pixels, Rgba frame, double width, double radius) {
    box(inset(rect, -width), frame, radius);
    image(rect, std::move(pixels));
}

}  // namespace engram
