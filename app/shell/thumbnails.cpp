#include "app/shell/thumbnails.h"

#include <algorithm>

#include "app/export/image.h"
#include "app/export/qt_metrics.h"
#include "app/language/language.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/sim/player.h"
#include "core/view/framing.h"
#include "render/figure/layout.h"
#include "render/headless.h"

namespace engram {

namespace {

constexpr std::int64_t kStepsBefore = 24;  // the state is on its way: there is something to see

QImage toImage(const Pixels& pixels) {
    const QImage view(pixels.rgba.data(), pixels.width, pixels.height, pixels.width * 4, QImage::Format_RGBA8888);
    return view.copy();
}

std::string panelOf(const Experiment& e, int example) {
    if (example >= 0 && !e.examples[std::size_t(example)].panel.empty()) return e.examples[std::size_t(example)].panel;
    const auto hero = std::find_if(e.panels.begin(), e.panels.end(), [](const PanelInfo& p) { return p.hero; });
    return hero != e.panels.end() ? hero->id : e.panels.front().id;
}

QImage painted(const Panel& panel, const Theme& theme) {
    constexpr int w = Thumbnails::kWidth, h = Thumbnails::kHeight;
    if (const auto* scene = std::get_if<Scene>(&panel.content))
        return toImage(renderScene(*scene, openingCamera(*scene, w, h, 0), theme, w, h, 1, 1));
    const Rect rect{4, 4, w - 8.0, h - 8.0};
    Style style = windowStyle(theme, 1);
    style.noBasin = spoken(style.noBasin);
    LaidOut out;
    if (const auto* plot = std::get_if<Plot>(&panel.content)) out = layoutPlot(*plot, rect, style, QtMetrics());
    if (const auto* tiles = std::get_if<Tiles>(&panel.content)) out = layoutTiles(*tiles, rect, style, QtMetrics());
    DrawList list{double(w), double(h), {RectItem{.rect = {0, 0, double(w), double(h)}, .fill = theme.scene, .stroke = {}}}};
    append(list, out.list);
    return toImage(toPixels(list, w, h));
}

QImage picture(const ThumbnailKey& key, const std::atomic<bool>& stops) {
    const Experiment& e = experiment(key.experiment);
    Session session = newSession(key.experiment);
    if (key.example >= 0)
        for (const std::string& assignment : e.examples[std::size_t(key.example)].set) e.params.set(session.values, assignment);
    const std::string panelId = panelOf(e, key.example);
    Player player(session);
    while (!stops && player.step() < kStepsBefore && !player.settled()) player.advance();
    if (stops) return {};
    player.look({panelId});
    Board board = e.draw(player.snapshot());
    speakIn(board);
    const Panel* panel = board.find(panelId);
    return panel ? painted(*panel, theme(key.theme)) : QImage();
}

}  // namespace

Thumbnails::Thumbnails(QObject* parent) : QObject(parent) {}

Thumbnails::~Thumbnails() {
    {
        const std::lock_guard lock(mutex_);
        stops_ = true;
    }
    wake_.notify_all();
    if (thread_) thread_->wait();
    delete thread_;
}

void Thumbnails::start() {
    if (thread_) return;
    thread_ = QThread::create([this] { work(); });
    thread_->start(QThread::IdlePriority);
}

QImage Thumbnails::find(const ThumbnailKey& key) {
    const std::lock_guard lock(mutex_);
    const auto [it, isNew] = images_.try_emplace(key);
    if (isNew) {
        wanted_.push_back([this, key] { make(key); });
        wake_.notify_all();
    }
    return it->second;
}

bool Thumbnails::resting() const {
    const std::lock_guard lock(mutex_);
    return thread_ && wanted_.empty() && !working_;
}

void Thumbnails::paint(const Panel& panel, const std::string& theme, std::function<void(const QImage&)> done) {
    const std::lock_guard lock(mutex_);
    wanted_.push_front([this, panel, theme, done = std::move(done)] {
        const QImage image = painted(panel, engram::theme(theme));
        QMetaObject::invokeMethod(this, [done, image] { done(image); }, Qt::QueuedConnection);
    });
    wake_.notify_all();
}

void Thumbnails::make(const ThumbnailKey& key) {
    const QImage image = picture(key, stops_);
    {
        const std::lock_guard lock(mutex_);
        images_[key] = image;
    }
    emit made();
}

void Thumbnails::work() {
    while (true) {
        std::function<void()> job;
        {
            std::unique_lock lock(mutex_);
            working_ = false;
            wake_.wait(lock, [this] { return stops_ || !wanted_.empty(); });
            if (stops_) return;
            job = std::move(wanted_.front());
            wanted_.pop_front();
            working_ = true;
        }
        try {
            withThreads(1, job);  // only this thread's priority is low
        } catch (const std::exception&) {
            // What cannot be shown here (its data is missing, say) stays without a picture.
        }
    }
}

}  // namespace engram
