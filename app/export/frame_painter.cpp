#include "app/export/frame_painter.h"

#include <QElapsedTimer>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/export/qpainter_canvas.h"
#include "app/export/qt_metrics.h"
#include "app/export/qt_values.h"
#include "core/base/error.h"
#include "core/view/framing.h"
#include "render/figure/layout.h"

namespace engram {

namespace {

constexpr double kDesignHeight = 720;  // text and lines have their usual size at this height
constexpr double kRowShare = 0.30;     // of the height, for the panels under the first
constexpr double kTitleHeight = 62, kMargin = 24;

}  // namespace

FramePainter::FramePainter(const FilmLayout& film, const std::vector<std::string>& panels, std::size_t large, const Theme& theme)
    : theme_(theme),
      draft_(film.draft),
      scale_(std::max(0.4, film.height / kDesignHeight)),
      style_(windowStyle(theme, scale_)),
      large_(std::min(large, panels.size())),
      frames_(1, QImage(film.width, film.height, QImage::Format_RGB32)) {
    if (frames_.front().isNull())
        fail("there is no memory for frames of " + std::to_string(film.width) + " x " + std::to_string(film.height) + " pixels");
    const double w = film.width, h = film.height, row = panels.size() > large_ ? std::round(kRowShare * h) : 0;
    const auto placeRow = [&](std::size_t first, std::size_t last, double y, double height) {
        const auto edge = [&](std::size_t i) { return std::round(w * double(i - first) / double(last - first)); };
        for (std::size_t i = first; i < last; ++i) places_.push_back({panels[i], {edge(i), y, edge(i + 1) - edge(i), height}});
    };
    placeRow(0, large_, 0, h - row);
    placeRow(large_, panels.size(), h - row, row);
}

const QImage& FramePainter::paint(const FilmMoment& moment) {
    if (painted_ > 0 && moment.board == last_.board && moment.camera == last_.camera && moment.caption == last_.caption &&
        moment.light == last_.light)
        return frames_[shown_];
    paintAll(freeFrame(), moment);
    last_ = moment;
    ++painted_;
    return frames_[shown_];
}

// One that nobody reads any more: painting over a shared one would copy it first.
QImage& FramePainter::freeFrame() {
    for (shown_ = 0; shown_ < frames_.size(); ++shown_)
        if (frames_[shown_].isDetached()) return frames_[shown_];
    frames_.emplace_back(frames_.front().size(), QImage::Format_RGB32);
    if (frames_.back().isNull()) fail("there is no memory for one more frame of the film");
    return frames_.back();
}

void FramePainter::paintAll(QImage& frame, const FilmMoment& moment) {
    QPainter painter(&frame);
    painter.fillRect(frame.rect(), qtColour(theme_.scene));
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const Panel* panel = moment.board->find(places_[i].panel);
        if (!panel) continue;
        const Rect& rect = places_[i].rect;
        const bool isFirst = rect.x == 0;
        if (i < large_) {
            paintHero(painter, *panel, rect, moment);
            if (!isFirst) painter.fillRect(QRectF(rect.x, rect.y, std::max(1.0, scale_), rect.height), qtColour(theme_.border));
            continue;
        }
        painter.fillRect(QRectF(rect.x, rect.y, rect.width, rect.height), qtColour(theme_.panel));
        painter.fillRect(QRectF(rect.x, rect.y, rect.width, std::max(1.0, scale_)), qtColour(theme_.border));
        if (!isFirst) painter.fillRect(QRectF(rect.x, rect.y, std::max(1.0, scale_), rect.height), qtColour(theme_.border));
        list(painter, layoutPanel(*panel, rect, style_, QtMetrics()).list);
        if (const Scene* scene = std::get_if<Scene>(&panel->content)) {
            const double title = kTitleHeight * 0.6 * scale_;
            const Rect inside{rect.x, rect.y + title, rect.width, rect.height - title};
            paintScene(painter, panel->id, *scene, keptCamera(panel->id, *scene, inside, *moment.board), inside);
        }
    }
    if (!moment.caption.empty()) paintCaption(painter, moment.caption, frame.width());
    if (moment.light < 1) {
        QColor ground = qtColour(theme_.scene);
        ground.setAlphaF(float(1 - moment.light));
        painter.fillRect(frame.rect(), ground);
    }
}

void FramePainter::paintHero(QPainter& painter, const Panel& panel, const Rect& rect, const FilmMoment& moment) {
    const double left = rect.x + 20 * scale_;
    if (const Scene* scene = std::get_if<Scene>(&panel.content)) {
        paintScene(painter, panel.id, *scene, moment.camera.value_or(keptCamera(panel.id, *scene, rect, *moment.board)), rect);
    } else {
        const Rect inside{left, rect.y + (kTitleHeight + 12) * scale_, rect.width - 44 * scale_,
                          rect.height - (kTitleHeight + 32) * scale_};
        LaidOut out;
        if (const Plot* plot = std::get_if<Plot>(&panel.content)) out = layoutPlot(*plot, inside, style_, QtMetrics());
        if (const Tiles* tiles = std::get_if<Tiles>(&panel.content)) out = layoutTiles(*tiles, inside, style_, QtMetrics());
        if (const Absent* absent = std::get_if<Absent>(&panel.content)) out = layoutAbsent(*absent, inside, style_, QtMetrics());
        list(painter, out.list);
    }
    DrawList title;
    title.items.push_back(TextItem{
        {left, rect.y + 33 * scale_}, panel.title, {20 * scale_, Weight::Bold}, theme_.textPrimary, Anchor::Left, true, theme_.scene});
    title.items.push_back(
        TextItem{{left, rect.y + 55 * scale_}, panel.subtitle, {14 * scale_}, theme_.textSecondary, Anchor::Left, true, theme_.scene});
    list(painter, title);
}

// The large scenes share one camera, which shows what is in both.
Camera FramePainter::keptCamera(const std::string& panel, const Scene& scene, const Rect& rect, const Board& board) {
    if (scene.cameraIsKept) return scene.camera;
    Alongside others;
    const bool large = isLarge(panel);
    for (std::size_t i = 0; large && i < large_; ++i)
        if (const Panel* other = board.find(places_[i].panel); other && places_[i].panel != panel)
            if (const Scene* more = std::get_if<Scene>(&other->content)) others.push_back(more);
    const std::string& key = large ? places_.front().panel : panel;
    const auto known = opening_.find(key);
    if (known != opening_.end() && showsAll(known->second, scene, rect.width, rect.height, others)) return known->second;
    return opening_[key] = openingCamera(scene, rect.width, rect.height, scale_, others);
}

bool FramePainter::isLarge(const std::string& panel) const {
    return std::any_of(places_.begin(), places_.begin() + std::ptrdiff_t(large_), [&](const Place& place) { return place.panel == panel; });
}

void FramePainter::paintScene(QPainter& painter, const std::string& panel, const Scene& scene, Camera camera, const Rect& rect) {
    QElapsedTimer clock;
    clock.start();
    const int w = int(std::lround(rect.width)), h = int(std::lround(rect.height));
    std::unique_ptr<Studio>& studio = studios_[panel];
    if (!studio) studio = std::make_unique<Studio>();
    if (scene_.size() != QSize(w, h)) scene_ = QImage(w, h, QImage::Format_RGBX8888);
    studio->take(scene, camera, theme_, {w, h, scale_, 1, draft_}, scene_.bits());
    sceneSecs_ += double(clock.nsecsElapsed()) * 1e-9;
    painter.drawImage(QPointF(rect.x, rect.y), scene_);
    const bool hero = isLarge(panel);
    const Rect title{rect.x, rect.y, rect.width * 0.6, kTitleHeight * scale_};
    list(painter, overlay(scene, camera, rect, style_, QtMetrics(), hero ? std::vector<Rect>{title} : std::vector<Rect>{}).list);
}

void FramePainter::paintCaption(QPainter& painter, const std::string& caption, double across) {
    const Font font{26 * scale_, Weight::Medium};
    const double width = QtMetrics().width(caption, font), hero = places_.front().rect.bottom();
    const Rect box{(across - width) / 2 - kMargin * scale_, hero - 84 * scale_, width + 2 * kMargin * scale_, 52 * scale_};
    DrawList items;
    Rgba ground = theme_.panel;
    ground.a = 0.86f;
    items.items.push_back(RectItem{box, 8 * scale_, true, ground, false, {}});
    items.items.push_back(TextItem{{across / 2, box.y + 35 * scale_}, caption, font, theme_.textPrimary, Anchor::Middle, false, {}});
    list(painter, items);
}

void FramePainter::list(QPainter& painter, const DrawList& items) { QPainterCanvas(painter, pictures_).paint(items); }

}  // namespace engram
