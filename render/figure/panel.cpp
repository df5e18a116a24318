#include <algorithm>

#include "core/base/text.h"
#include "render/figure/layout.h"
#include "render/figure/pen.h"
#include "render/figure/raster.h"

namespace engram {

namespace {

constexpr double kTileGap = 14, kFrame = 2, kFrameRadius = 4;
constexpr double kTileLine = 1.35, kBetweenWords = 6;   // lines of a tile's words; from those of a tile to those of the next

LaidOut emptyLayout(Rect rect) {
    LaidOut out;
    out.list.width = rect.width, out.list.height = rect.height;
    return out;
}

bool hasText(const Tiles& tiles, std::string Tile::*text) {
    return std::any_of(tiles.tiles.begin(), tiles.tiles.end(), [&](const Tile& t) { return !(t.*text).empty(); });
}

// Size of one picture, such that all fit side by side with the same scale.
struct TileSize {
    double width = 0, height = 0;
};
TileSize tileSize(const Tiles& tiles, double width, double height) {
    double aspect = 1;   // width over height
    for (const Tile& t : tiles.tiles)
        if (t.picture.height > 0) aspect = double(t.picture.width) / t.picture.height;
    const double h = std::max(1.0, std::min(height, width / aspect));
    return {h * aspect, h};
}

// At most so many lines; what is left over is cut off the last.
std::vector<std::string> linesOf(const Pen& pen, const std::string& text, Font font, double width, int most) {
    std::vector<std::string> lines = pen.wrapped(text, font, width);
    if (int(lines.size()) > most) {
        const std::vector<std::string> rest(lines.begin() + most - 1, lines.end());
        lines.resize(std::size_t(most - 1));
        lines.push_back(join(rest, " "));
    }
    for (std::string& line : lines) line = pen.shortened(line, font, width, 3);
    return lines;
}

}  // namespace

LaidOut layoutTiles(const Tiles& tiles, Rect rect, const Style& style, const TextMetrics& metrics) {
    LaidOut out = emptyLayout(rect);
    const std::size_t count = tiles.tiles.size();
    if (count == 0) return out;
    Pen pen(out.list, style, metrics);
    const double frame = pen.space(kFrame), gap = pen.space(kTileGap), line = style.small, step = kTileLine * line;
    const Font titleFont{style.small, Weight::Bold}, captionFont{style.small};
    double above = hasText(tiles, &Tile::title) ? 1.55 * line : frame, below = hasText(tiles, &Tile::caption) ? 1.6 * line : frame;
    const TileSize size = tileSize(tiles, (rect.width - 2 * frame - gap * double(count - 1)) / double(count), rect.height - above - below);
    // Height that the pictures leave goes to words that are wider than their picture.
    int spare = int(std::max(0.0, rect.height - above - below - size.height) / step), titleLines = 1;
    const double usual = size.width + gap - frame - pen.space(kBetweenWords),
                 last = rect.right() - (rect.x + double(count - 1) * (size.width + gap));
    const auto room = [&](std::size_t i) { return i + 1 < count ? usual : last; };
    for (std::size_t i = 0; i < count; ++i)
        titleLines = std::max(titleLines, int(linesOf(pen, tiles.tiles[i].title, titleFont, room(i), 1 + spare).size()));
    spare -= titleLines - 1, above += (titleLines - 1) * step;
    for (std::size_t i = 0; i < count; ++i) {
        const Tile& tile = tiles.tiles[i];
        const Rect picture{rect.x + frame + double(i) * (size.width + gap), rect.y + above, size.width, size.height};
        const auto write = [&](const std::vector<std::string>& lines, double baseline, Font font, Rgba colour) {
            for (const std::string& text : lines) pen.text({picture.x - frame, baseline}, text, font, colour), baseline += step;
        };
        const std::vector<std::string> title = linesOf(pen, tile.title, titleFont, room(i), titleLines);
        write(title, rect.y + above - 0.6 * line - double(title.size() - 1) * step, titleFont, pen.theme().textPrimary);
        pen.framedImage(picture, paintPicture(tile.picture, pen.theme()), pen.colour(tile.frame), frame,
                        style.paper ? 0 : pen.space(kFrameRadius));
        write(linesOf(pen, tile.caption, captionFont, room(i), 1 + spare), picture.bottom() + frame + 1.25 * line, captionFont,
              pen.theme().textSecondary);
        out.hits.push_back({picture, tile.editable ? int(i) : -1, tile.picture.width, tile.picture.height,
                            tile.caption.empty() ? tile.title : tile.title + ": " + tile.caption, tile.pointing});
    }
    return out;
}

LaidOut layoutAbsent(const Absent& absent, Rect rect, const Style& style, const TextMetrics& metrics) {
    LaidOut out = emptyLayout(rect);
    Pen pen(out.list, style, metrics);
    const Font font{style.small};
    const std::vector<std::string> lines = pen.wrapped(absent.reason, font, std::min(rect.width, 30 * style.small));
    const double step = 1.4 * style.small;
    double y = rect.y + (rect.height - step * double(lines.size())) / 2 + 0.7 * step + kMiddle * style.small;
    for (const std::string& line : lines) {
        if (y > rect.bottom()) break;
        pen.text({rect.x + rect.width / 2, y}, line, font, pen.theme().textTertiary, Anchor::Middle);
        y += step;
    }
    return out;
}

namespace {

struct LayoutContent {
    Rect rect;
    const Style& style;
    const TextMetrics& metrics;
    LaidOut operator()(const Absent& c) const { return layoutAbsent(c, rect, style, metrics); }
    LaidOut operator()(const Plot& c) const { return layoutPlot(c, rect, style, metrics); }
    LaidOut operator()(const Tiles& c) const { return layoutTiles(c, rect, style, metrics); }
    LaidOut operator()(const Scene&) const { return emptyLayout(rect); }
};

}  // namespace

LaidOut layoutPanel(const Panel& panel, Rect rect, const Style& style, const TextMetrics& metrics) {
    LaidOut head = emptyLayout(rect);
    Pen pen(head.list, style, metrics);
    const Font titleFont{style.body, Weight::Bold}, subtitleFont{style.small};
    const Rect inner{rect.x + pen.space(16), rect.y + pen.space(8), rect.width - pen.space(32), rect.height - pen.space(16)};
    const double baseline = inner.y + pen.space(12) + kMiddle * style.body;
    const std::string title = pen.shortened(panel.title, titleFont, inner.width, 3);
    pen.text({inner.x, baseline}, title, titleFont, pen.theme().textPrimary);
    const double x = inner.x + pen.width(title, titleFont) + pen.space(8);
    pen.text({x, baseline}, pen.clause(panel.subtitle, subtitleFont, inner.right() - x), subtitleFont, pen.theme().textTertiary);

    const double headHeight = pen.space(26);
    const Rect content{inner.x, inner.y + headHeight, inner.width, std::max(1.0, inner.height - headHeight)};
    LaidOut out = std::visit(LayoutContent{content, style, metrics}, panel.content);
    append(head.list, out.list);
    out.list = std::move(head.list);
    return out;
}

}  // namespace engram
