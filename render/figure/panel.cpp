#include <algorithm>

#include "core/base/text.h"
#include "render/figure/layout.h"
#include "render/figure/pen.h"
#include "render/figure/raster.h"

namespace engram {

namespace {

constexpr double kTileGap = 14, kFrame = 2, kFrameRadius = 4;
constexpr double kTileLine = 1.35, kBetweenWords = 6;  // lines of a tile's words; from those of a tile to those of the next

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
    double aspect = 1;  // width over height
    for (const Tile& t : tiles.tiles)
        if (t.picture.height > 0) aspect = double(t.picture.width) / t.picture.height;
    const double h = std::max(1.0, std::min(height, width / aspect));
    return {h * aspect, h};
}

// At most so many lines; what is left over is cut off the last.
Written linesOf(const Pen& pen, const std::string& text, Font font, double width, int most) {
    if (pen.style().least > 0) return pen.inLines(text, font, width);
    std::vector<std::string> lines = pen.wrapped(text, font, width);
    if (int(lines.size()) > most) {
        const std::vector<std::string> rest(lines.begin() + most - 1, lines.end());
        lines.resize(std::size_t(most - 1));
        lines.push_back(join(rest, " "));
    }
    for (std::string& line : lines) line = pen.shortened(line, font, width, 3);
    return {lines, font};
}

// Where tiles stand and how many lines their words take.
struct TilesLayout {
    TileSize size;
    double pitch = 0;  // from one picture to the next
    int titleLines = 1, captionLines = 1;
};

class TilesDrawing {
public:
    TilesDrawing(const Tiles& tiles, Rect rect, Pen pen) : tiles_(tiles), rect_(rect), pen_(pen) {
        const double most = (rect.width - 2 * frame() - gap() * double(count() - 1)) / double(count());
        layout_ = arranged(tileSize(tiles, most, rect.height - above(1) - below(1)).height, most);
        if (pen_.style().least == 0) return;
        // In a figure no word is cut: pictures give way to words, down to a readable least.
        constexpr double kStep = 0.95, kLeast = 0.2;
        for (double height = layout_.size.height; height > kLeast * rect.height && heightOf(layout_) > rect.height; height *= kStep)
            layout_ = arranged(height, most);
    }

    void draw(LaidOut& out) {
        const double line = pen_.style().small;
        for (std::size_t i = 0; i < count(); ++i) {
            const Tile& tile = tiles_.tiles[i];
            const Rect picture{rect_.x + frame() + double(i) * layout_.pitch, rect_.y + above(layout_.titleLines), layout_.size.width,
                               layout_.size.height};
            const Written title = linesOf(pen_, tile.title, titleFont(), room(i, layout_), layout_.titleLines),
                          caption = linesOf(pen_, tile.caption, captionFont(), room(i, layout_), layout_.captionLines);
            write(title, {picture.x - frame(), picture.y - 0.6 * line - double(title.lines.size() - 1) * step()}, pen_.theme().textPrimary);
            pen_.framedImage(picture, paintPicture(tile.picture, pen_.theme()), pen_.colour(tile.frame), frame(),
                             pen_.style().paper ? 0 : pen_.space(kFrameRadius));
            write(caption, {picture.x - frame(), picture.bottom() + frame() + 1.25 * line}, pen_.theme().textSecondary);
            out.hits.push_back({picture, tile.editable ? int(i) : -1, tile.picture.width, tile.picture.height,
                                tile.caption.empty() ? tile.title : tile.title + ": " + tile.caption, tile.pointing});
        }
    }

private:
    std::size_t count() const { return tiles_.tiles.size(); }
    double frame() const { return pen_.space(kFrame); }
    double gap() const { return pen_.space(kTileGap); }
    double step() const { return kTileLine * pen_.style().small; }
    Font titleFont() const { return {pen_.style().small, Weight::Bold}; }
    Font captionFont() const { return {pen_.style().small}; }
    double above(int lines) const { return hasText(tiles_, &Tile::title) ? 1.55 * pen_.style().small + (lines - 1) * step() : frame(); }
    double below(int lines) const { return hasText(tiles_, &Tile::caption) ? 1.6 * pen_.style().small + (lines - 1) * step() : frame(); }
    double heightOf(const TilesLayout& l) const { return above(l.titleLines) + l.size.height + below(l.captionLines); }
    double between() const { return frame() + pen_.space(kBetweenWords); }
    double room(std::size_t tile, const TilesLayout& l) const {
        return tile + 1 < count() ? l.pitch - between() : rect_.right() - (rect_.x + double(tile) * l.pitch);
    }

    // Pictures of this height, as far apart as their words want and the width allows.
    TilesLayout arranged(double height, double mostWidth) const {
        TilesLayout l;
        l.size = tileSize(tiles_, mostWidth, height);
        double words = 0;
        for (std::size_t i = 0; i + 1 < count(); ++i)
            words = std::max({words, pen_.width(tiles_.tiles[i].title, titleFont()), pen_.width(tiles_.tiles[i].caption, captionFont())});
        l.pitch = std::max(l.size.width + gap(), std::min(mostWidth + gap(), words + between()));
        // Height that the pictures leave goes to words that are wider than their picture.
        const int spare = int(std::max(0.0, rect_.height - heightOf(l)) / step());
        for (std::size_t i = 0; i < count(); ++i)
            l.titleLines =
                std::max(l.titleLines, int(linesOf(pen_, tiles_.tiles[i].title, titleFont(), room(i, l), 1 + spare).lines.size()));
        const int left = 1 + std::max(0, spare - (l.titleLines - 1));
        for (std::size_t i = 0; i < count(); ++i)
            l.captionLines =
                std::max(l.captionLines, int(linesOf(pen_, tiles_.tiles[i].caption, captionFont(), room(i, l), left).lines.size()));
        return l;
    }

    void write(const Written& words, Pt baseline, Rgba colour) {
        for (const std::string& text : words.lines) pen_.text(baseline, text, words.font, colour), baseline.y += step();
    }

    const Tiles& tiles_;
    Rect rect_;
    Pen pen_;
    TilesLayout layout_;
};

}  // namespace

LaidOut layoutTiles(const Tiles& tiles, Rect rect, const Style& style, const TextMetrics& metrics) {
    LaidOut out = emptyLayout(rect);
    if (!tiles.tiles.empty()) TilesDrawing(tiles, rect, Pen(out.list, style, metrics)).draw(out);
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
    pen.text({x, baseline}, pen.clauses(panel.subtitle, subtitleFont, inner.right() - x), subtitleFont, pen.theme().textTertiary);

    const double headHeight = pen.space(26);
    const Rect content{inner.x, inner.y + headHeight, inner.width, std::max(1.0, inner.height - headHeight)};
    LaidOut out = std::visit(LayoutContent{content, style, metrics}, panel.content);
    append(head.list, out.list);
    out.list = std::move(head.list);
    return out;
}

}  // namespace engram
