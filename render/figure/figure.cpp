// A whole figure: cells in rows, or charts one above the other beside a scene, each with letter, title and content; frames of one row share
// their top and bottom.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "core/view/framing.h"
#include "render/figure/key.h"
#include "render/figure/layout.h"
#include "render/figure/pen.h"
#include "render/figure/plot_parts.h"

namespace engram {

namespace {

constexpr double kMapShare = 0.57;  // of the width: the most a map takes beside a chart
constexpr int kMostColumns = 3;
constexpr double kLeastColumn = 11;  // sizes of text: a narrower panel has no room for its labels
constexpr double kWideKey = 0.6;
constexpr double kWide = 2.2;        // width over height: from there on one row serves all panels
constexpr double kLeastStacked = 8;  // sizes of text: a chart above others needs as much height
constexpr double kSceneRow = 1.5;    // a row with a scene is as much higher than one without
constexpr double kPanelGap = 12, kRowGap = 10;
constexpr double kMostWords = 0.45;  // of the height of a row, for what stands under a map

struct Cell {
    const Panel* panel = nullptr;
    const Scene* scene = nullptr;  // where the panel shows one
    Plot map;                      // the scene from above, or the panel's plot
    bool flat = false;             // `map` is there
    Rect rect;
    double strip = 0;               // under the frames of its row
    double head = 0;                // its title
    bool key = true, notes = true;  // what there is room for under a map

    double aspect() const {  // of a map, else 0
        return flat && map.equalAspect ? (map.x.high - map.x.low) / (map.y.high - map.y.low) : 0;
    }
};

class Figure {
public:
    Figure(DrawList& list, const Style& style, const TextMetrics& metrics, const PaintScene& paintScene)
        : list_(list), style_(style), metrics_(metrics), paintScene_(paintScene), pen_(list, style, metrics) {}

    void draw(const std::vector<const Panel*>& panels, int wantedColumns) {
        if (style_.ground) pen_.box({0, 0, list_.width, list_.height}, pen_.theme().panel);
        std::vector<Cell> cells;
        for (const Panel* panel : panels) cells.push_back(cellOf(*panel));
        if (cells.empty()) return;
        lettered_ = cells.size() > 1;
        const double margin = style_.paper ? 1.5 : 8;
        const Rect whole{margin, margin, list_.width - 2 * margin, list_.height - 2 * margin};
        if (const auto scene = wantedColumns > 0 ? cells.end() : sceneBeside(cells, whole); scene != cells.end())
            placeBeside(cells, scene, whole);
        else
            placeRows(cells, wantedColumns, whole);
        for (std::size_t i = 0; i < cells.size(); ++i) drawCell(cells[i], lettered_ ? std::string(1, char('a' + i % 26)) : std::string());
    }

private:
    Cell cellOf(const Panel& panel) const {
        Cell cell{&panel, std::get_if<Scene>(&panel.content), {}, false, {}};
        if (const Plot* plot = std::get_if<Plot>(&panel.content))
            cell.map = *plot, cell.flat = true;
        else if (cell.scene && style_.paper)
            cell.flat = flatten(*cell.scene, pen_.theme(), cell.map);
        return cell;
    }

    Written titleOf(const Cell& cell) const {
        return pen_.fitted(cell.panel->title, {style_.title}, cell.rect.width - (lettered_ ? style_.heading : 0));
    }
    double titleHeight(const Cell& cell) const { return style_.heading * 1.4 + titleOf(cell).height() - kLabelLine * style_.title; }

    // Under the frames of a row: what the neediest of its panels has there.
    double strip(const Cell& cell) const {
        if (cell.scene && cell.flat)
            return pen_.space(8) + (cell.scene->key && cell.key ? keyHeight(pen_, *cell.scene->key, cell.rect.width) : 0) +
                   (cell.notes ? notesHeight(*cell.scene, cell.rect.width) : 0);
        if (cell.flat && cell.map.x.shown) return axisStrip(cell.map, cell.rect.width, pen_);
        return 0;
    }
    double noteLine() const { return style_.caption * 1.3; }

    // All notes in one size: a little smaller where that saves lines.
    Written noteLines(const Scene& scene, double width) const {
        Written notes{{}, {style_.caption}};
        std::vector<std::string> texts;
        for (const Sentence& sentence : scene.notes) {
            texts.emplace_back();
            for (const Words& words : sentence) texts.back() += words.text;
            if (const Written alone = pen_.fitted(texts.back(), {style_.caption}, width); alone.lines.size() == 1)
                notes.font.size = std::min(notes.font.size, alone.font.size);
        }
        for (const std::string& text : texts)
            for (std::string& line : pen_.inLines(text, notes.font, width + 1e-6).lines) notes.lines.push_back(std::move(line));
        return notes;
    }
    double notesHeight(const Scene& scene, double width) const {
        return scene.notes.empty() ? 0 : pen_.space(4) + noteLine() * double(noteLines(scene, width).lines.size());
    }

    // Where the words under a map would leave it no room, the notes go first, then the key.
    double fittedStrip(Cell& cell, double rowHeight) const {
        const double most = cell.scene ? kMostWords * rowHeight : rowHeight;
        if (strip(cell) > most) cell.notes = false;
        if (strip(cell) > most) cell.key = false;
        return strip(cell);
    }

    using Cells = std::vector<Cell>::iterator;

    // The one scene of a figure that is not wide, where it comes first or last and a few charts fit above each other at its side.
    Cells sceneBeside(std::vector<Cell>& cells, const Rect& whole) const {
        const auto isScene = [](const Cell& c) { return c.scene != nullptr; };
        const double charts = double(cells.size()) - 1, each = (whole.height - kRowGap * (charts - 1)) / std::max(1.0, charts);
        const bool fits = charts >= 2 && each >= kLeastStacked * style_.body && whole.width < kWide * whole.height;
        if (!fits || std::count_if(cells.begin(), cells.end(), isScene) != 1) return cells.end();
        return isScene(cells.front()) ? cells.begin() : isScene(cells.back()) ? cells.end() - 1 : cells.end();
    }

    void placeBeside(std::vector<Cell>& cells, Cells scene, const Rect& whole) {
        double width = kMapShare * whole.width;
        placeRow(scene, scene + 1, {whole.x, whole.y, width, whole.height});
        if (scene->aspect() > 0) {
            const double words = scene->scene->key && scene->key ? keyWidth(pen_, *scene->scene->key) : 0;
            width = std::min(width, std::max(words, (whole.height - scene->head - scene->strip) * scene->aspect()));
        }
        const bool left = scene == cells.begin();
        const double other = whole.width - width - kPanelGap, charts = double(cells.size()) - 1;
        placeRow(scene, scene + 1, {left ? whole.x : whole.right() - width, whole.y, width, whole.height});
        const double height = (whole.height - kRowGap * (charts - 1)) / charts;
        double y = whole.y;
        for (Cells c = cells.begin(); c != cells.end(); ++c) {
            if (c == scene) continue;
            placeRow(c, c + 1, {left ? whole.x + width + kPanelGap : whole.x, y, other, height});
            y += height + kRowGap;
        }
    }

    void placeRows(std::vector<Cell>& cells, int wantedColumns, const Rect& whole) {
        const int count = int(cells.size()), most = std::clamp(int(list_.width / (kLeastColumn * style_.body)), 1, kMostColumns);
        const int rows = wantedColumns > 0 ? (count + wantedColumns - 1) / wantedColumns : (count + most - 1) / most;
        const int columns = wantedColumns > 0 ? wantedColumns : (count + rows - 1) / rows;
        const auto rowOf = [&](int row) {
            return std::pair{cells.begin() + row * columns, cells.begin() + std::min(count, (row + 1) * columns)};
        };
        std::vector<double> share;
        for (int row = 0; row < rows; ++row) {
            const auto [first, last] = rowOf(row);
            share.push_back(std::any_of(first, last, [](const Cell& c) { return c.scene != nullptr; }) ? kSceneRow : 1);
        }
        const double all = std::accumulate(share.begin(), share.end(), 0.0), height = whole.height - kRowGap * (rows - 1);
        double y = whole.y;
        for (int row = 0; row < rows; ++row) {
            const auto [first, last] = rowOf(row);
            const double own = height * share[std::size_t(row)] / all;
            placeRow(first, last, {whole.x, y, whole.width, own});
            y += own + kRowGap;
        }
    }

    void placeRow(Cells first, Cells last, Rect row) {
        constexpr int kRounds = 3;  // narrower maps wrap their notes more, which leaves less height for the maps
        const double gap = kPanelGap, count = double(last - first), width = row.width - gap * (count - 1);
        for (Cells c = first; c != last; ++c) c->rect = {row.x, row.y, width / count, row.height};
        double under = 0, head = 0;
        for (int round = 0; round < kRounds; ++round) {
            under = head = 0;
            for (Cells c = first; c != last; ++c)
                under = std::max(under, fittedStrip(*c, row.height)), head = std::max(head, titleHeight(*c));
            setWidths(first, last, width, std::max(1.0, row.height - head - under));
        }
        double x = row.x;
        for (Cells c = first; c != last; ++c) {
            c->rect.x = x, c->strip = under, c->head = head;
            x += c->rect.width + gap;
        }
    }

    // Maps take what their shape asks for, up to their share; charts divide the rest.
    void setWidths(Cells first, Cells last, double width, double frameHeight) const {
        const double count = double(last - first);
        const bool mapsAlone = std::all_of(first, last, [](const Cell& c) { return c.aspect() > 0; });
        const double most = width * (mapsAlone ? 1 / count : std::max(kMapShare / std::max(1.0, count - 1), 1 / count));
        double taken = 0, charts = 0;
        for (Cells c = first; c != last; ++c) {
            const double words = c->scene && c->scene->key && c->key ? keyWidth(pen_, *c->scene->key) : 0;
            c->rect.width = c->aspect() > 0 ? std::min(std::max(frameHeight * c->aspect(), words), most) : 0;
            taken += c->rect.width, charts += c->aspect() == 0;
        }
        const double spare = std::max(0.0, width - taken);
        for (Cells c = first; c != last; ++c) {
            if (charts == 0)
                c->rect.width += spare / count;
            else if (c->aspect() == 0)
                c->rect.width = spare / charts;
        }
    }

    void drawCell(const Cell& cell, const std::string& letter) {
        drawTitle(cell, letter);
        const Rect content{cell.rect.x, cell.rect.y + cell.head, cell.rect.width, std::max(1.0, cell.rect.height - cell.head)};
        const Rect frame{content.x, content.y, content.width, std::max(1.0, content.height - cell.strip)};
        if (cell.scene && cell.flat)
            drawFlatScene(cell, frame);
        else if (cell.scene)
            drawScene(*cell.scene, content);
        else if (cell.flat)
            drawPlot(cell.map, content, frame);
        else if (const Tiles* tiles = std::get_if<Tiles>(&cell.panel->content))
            append(list_, layoutTiles(*tiles, content, style_, metrics_).list);
        else
            append(list_, layoutAbsent(std::get<Absent>(cell.panel->content), content, style_, metrics_).list);
    }

    void drawTitle(const Cell& cell, const std::string& letter) {
        double x = cell.rect.x, baseline = cell.rect.y + style_.heading * 0.82;
        if (!letter.empty()) {
            pen_.text({x, baseline}, letter, {style_.heading, Weight::Bold}, pen_.theme().textPrimary);
            x += style_.heading;
        }
        const Written title = titleOf(cell);
        for (const std::string& line : title.lines) {
            pen_.text({x, baseline}, line, title.font, pen_.theme().textPrimary);
            baseline += kLabelLine * title.font.size;
        }
        const Font quiet{style_.small};
        x += pen_.width(title.lines.back(), title.font) + style_.small;
        if (x + pen_.width(cell.panel->subtitle, quiet) <= cell.rect.right())   // whole, or not at all
            pen_.text({x, baseline - kLabelLine * title.font.size}, cell.panel->subtitle, quiet, pen_.theme().textTertiary);
    }

    // Laid out twice: the second time so that its frame ends where the frames of the row end.
    void drawPlot(const Plot& plot, Rect content, const Rect& frame) {
        const Rect area = layoutPlot(plot, content, style_, metrics_).frame.area;
        if (!plot.equalAspect && plot.y.label.empty()) {
            const double up = area.y - frame.y, down = std::min(0.0, frame.bottom() - area.bottom());
            content = {content.x, content.y - up, content.width, content.height + up + down};
        }
        append(list_, layoutPlot(plot, content, style_, metrics_).list);
    }

    void drawFlatScene(const Cell& cell, const Rect& frame) {
        const LaidOut laid = layoutPlot(cell.map, frame, style_, metrics_);
        append(list_, laid.list);
        const Rect& area = laid.frame.area;
        double y = area.bottom() + pen_.space(8);
        if (cell.scene->key && cell.key) {
            const double width = std::min(0.4 * area.width, 60.0);
            drawKey(pen_, *cell.scene->key,
                    {area.x + (area.width - width) / 2, y, width, keyHeight(pen_, *cell.scene->key, cell.rect.width)}, cell.rect.width);
            y += keyHeight(pen_, *cell.scene->key, cell.rect.width);
        }
        y += pen_.space(4) + style_.caption * 0.85;
        if (!cell.notes) return;
        const Written notes = noteLines(*cell.scene, cell.rect.width);
        for (const std::string& line : notes.lines) {
            pen_.text({area.x + area.width / 2, y}, line, notes.font, pen_.theme().textSecondary, Anchor::Middle);
            y += noteLine();
        }
    }

    void drawScene(const Scene& scene, const Rect& rect) {
        Scene view = scene;
        view.camera = cameraFor(scene, rect);
        pen_.image(rect, std::make_shared<Pixels>(paintScene_(view, rect.width, rect.height)), true);
        pen_.clip(rect);
        append(list_, overlay(view, view.camera, rect, style_, metrics_).list);
        pen_.endClip();
    }

    Camera cameraFor(const Scene& scene, const Rect& rect) const {
        if (scene.cameraIsKept) return scene.camera;
        const Corners corners = cornersOf(scene, rect, pen_);
        // The action stays above the words, and above a key that takes most of the width; so does what the scene itself wants in sight.
        double height = rect.height;
        if (corners.key && corners.key->width > kWideKey * rect.width) height = corners.key->y - rect.y;
        if (corners.stacked) height = corners.notes.y - rect.y;
        if (!scene.framed.empty() && corners.notes.width > kWideKey * rect.width) height = corners.notes.y - rect.y;
        height = std::max(1.0, height);
        return extended(openingCamera(scene, rect.width, height, style_.mark), height / rect.height);
    }

    // The same picture in the upper `share` of a higher view.
    static Camera extended(Camera camera, double share) {
        if (share == 1) return camera;
        const double half = std::tan(camera.fovDeg * std::numbers::pi / 360) / share;
        camera.fovDeg = std::atan(half) * 360 / std::numbers::pi;
        camera.shiftY = share * (0.5 + camera.shiftY) - 0.5;
        return camera;
    }

    DrawList& list_;
    const Style& style_;
    const TextMetrics& metrics_;
    const PaintScene& paintScene_;
    Pen pen_;
    bool lettered_ = false;
};

}  // namespace

DrawList figure(const std::vector<const Panel*>& panels, double width, double height, const Style& style, const TextMetrics& metrics,
                const PaintScene& paintScene, int columns) {
    DrawList list;
    list.width = width, list.height = height;
    Figure(list, style, metrics, paintScene).draw(panels, columns);
    return list;
}

}  // namespace engram
