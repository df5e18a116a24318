// A laid-out drawing in two dimensions: paths, text, pictures, in paint order. Made by layout (plot.h, overlay.h), painted by
// small canvases: SVG here, ImGui and QPainter in the app. Units are those of the style (px in a window, pt on paper); y down.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/view/theme.h"

namespace engram {

struct Pt {
    double x = 0, y = 0;
};
struct Rect {
    double x = 0, y = 0, width = 0, height = 0;
    double right() const { return x + width; }
    double bottom() const { return y + height; }
    bool contains(Pt p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
};

enum class Weight { Regular = 400, Medium = 500, Bold = 600 };
struct Font {
    double size = 14;
    Weight weight = Weight::Regular;
    bool operator==(const Font&) const = default;
};

struct Stroke {
    Rgba colour;
    double width = 1;
    std::vector<double> dash;   // on, off, ...; empty: solid
};
struct PathItem {
    std::vector<Pt> points;
    bool closed = false;
    bool filled = false;
    Rgba fill;                  // filled paths are convex
    bool stroked = true;
    Stroke stroke;
};
struct DiscItem {
    Pt centre;
    double radius = 1;
    bool filled = true;
    Rgba fill;
    bool stroked = false;
    Stroke stroke;
};
struct RectItem {
    Rect rect;
    double radius = 0;
    bool filled = true;
    Rgba fill;
    bool stroked = false;
    Stroke stroke;
};
enum class Anchor { Left, Middle, Right };
struct TextItem {
    Pt at;                      // on the baseline
    std::string text;           // UTF-8, one line
    Font font;
    Rgba colour;
    Anchor anchor = Anchor::Left;
    bool halo = false;          // a rim in haloColour, so that it reads on a picture
    Rgba haloColour;
};
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;   // rows from the top, straight alpha
};
struct ImageItem {
    Rect rect;
    std::shared_ptr<const Pixels> pixels;
    bool smooth = false;        // false: nearest neighbour
};
struct ScrimItem {              // a soft radial ground behind corner text; painted as a quad with four colours
    Rect rect;
    std::array<Rgba, 4> corners;   // top left, top right, bottom right, bottom left
};
struct ClipItem {
    Rect rect;
    bool push = true;           // false: ends the innermost clip
};

using DrawItem = std::variant<PathItem, DiscItem, RectItem, TextItem, ImageItem, ScrimItem, ClipItem>;
struct DrawList {
    double width = 0, height = 0;
    std::vector<DrawItem> items;
};

// How wide a text is; each canvas family has its own fonts.
class TextMetrics {
public:
    virtual ~TextMetrics() = default;
    virtual double width(const std::string& text, Font font) const = 0;
};

// Sizes and widths of one medium: a window at some scale, or paper.
struct Style {
    const Theme* theme = nullptr;
    double caption = 11, small = 12, body = 14, title = 16, heading = 20;   // text sizes
    double curve = 1.75, strong = 2.5, axis = 1, grid = 1, contour = 1.0, contourStrong = 1.7;
    double tick = 4, space = 4;          // space: the unit of the spacing scale
    double least = 0;                    // words of a figure, which cannot be pointed at, wrap or shrink to this and are never cut; 0: a window
    double mark = 1;                     // factor on the pixel sizes that marks carry
    bool paper = false;                  // dash patterns beside hue, keylines, flat maps
    bool ground = true;                  // a figure is painted on the colour of its theme; else on nothing
    std::string noBasin = "no basin";    // said beside the marker of a memory that nothing flows to
};
Style windowStyle(const Theme& theme, double scale);   // px
// pt: titles of `pointSize`, ticks and labels of 7/8 of it, panel letters of 9/8; spaces, marks and lines in proportion.
Style paperStyle(const Theme& theme, double pointSize = 8);

}  // namespace engram
