// Appends shapes and text to a draw list, with the style and the text widths of its medium at hand: what every layout draws with.
#pragma once

#include "render/figure/draw_list.h"

namespace engram {

inline constexpr double kMiddle = 0.36;       // of a text size: from the middle of a line down to its baseline
inline constexpr double kLabelLine = 1.22;    // line height between labels

// Words as they are written: in one line or more, as large as they fit.
struct Written {
    std::vector<std::string> lines;
    Font font;
    double height() const { return kLabelLine * font.size * double(lines.size()); }
};

class Pen {
public:
    Pen(DrawList& list, const Style& style, const TextMetrics& metrics) : list_(&list), style_(&style), metrics_(&metrics) {}

    const Style& style() const { return *style_; }
    const Theme& theme() const { return *style_->theme; }
    double space(double px) const { return px * style_->space / 4; }   // a distance given in px at scale 1
    double mark(double px) const { return px * style_->mark; }         // the size of a mark given in px at scale 1

    Rgba colour(Paint paint) const { return theme().colour(paint); }
    // The colour for a name beside the mark: the mark's own where it reads on panels (4.5 : 1), else the colour of text.
    Rgba labelColour(Paint paint) const;

    double width(const std::string& text, Font font) const { return metrics_->width(text, font); }
    // The text cut at a word, or else anywhere, and closed by an ellipsis, to fit; empty where less than `least` characters stay.
    std::string shortened(const std::string& text, Font font, double most, int least = 8) const;
    // The clauses of the text that fit, from its beginning (wrapping.h); none, where not even the first does.
    std::string clauses(const std::string& text, Font font, double most) const;
    // All of the text: in one line, where it is down to the least size of words for that; else in more. In a window: one line, shortened.
    Written fitted(const std::string& text, Font font, double most) const;
    // All of the text in lines, smaller only where a word is too long for its line; one that is too long for any is parted.
    Written inLines(const std::string& text, Font font, double most) const;
    std::vector<std::string> wrapped(const std::string& text, Font font, double most) const;

    void line(Pt from, Pt to, const Stroke& stroke) { path({from, to}, stroke); }
    void path(std::vector<Pt> points, const Stroke& stroke, bool closed = false);
    void polygon(std::vector<Pt> points, Rgba fill);                   // convex
    void disc(Pt centre, double radius, Rgba fill);
    void ring(Pt centre, double radius, Rgba fill, const Stroke& stroke);
    void box(Rect rect, Rgba fill, double radius = 0);
    void outline(Rect rect, const Stroke& stroke, double radius = 0);
    void text(Pt baseline, std::string text, Font font, Rgba colour, Anchor anchor = Anchor::Left);
    void textOn(Rgba ground, Pt baseline, std::string text, Font font, Rgba colour, Anchor anchor = Anchor::Left);  // with a rim
    void image(Rect rect, std::shared_ptr<const Pixels> pixels, bool smooth = false);
    void framedImage(Rect rect, std::shared_ptr<const Pixels> pixels, Rgba frame, double width, double radius);
    void clip(Rect rect) { list_->items.push_back(ClipItem{rect, true}); }
    void endClip() { list_->items.push_back(ClipItem{{}, false}); }

private:
    std::size_t partThatFits(const std::string& text, Font font, double most) const;

    DrawList* list_;
    const Style* style_;
    const TextMetrics* metrics_;
};

inline Rgba withAlpha(Rgba colour, float alpha) { return {colour.r, colour.g, colour.b, colour.a * alpha}; }
Rect inset(Rect rect, double by);
Rect middleRect(Rect outer, double width, double height);   // of that size, in the middle of `outer`
double contrast(Rgba a, Rgba b);                            // WCAG 2

}  // namespace engram
