// Small pictures of experiments and their examples, made once a start on a thread that only uses idle time, and kept in memory. It
// paints other panels as small for whoever asks.
#pragma once

#include <QImage>
#include <QObject>
#include <QThread>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "core/view/board.h"

namespace engram {

struct ThumbnailKey {
    std::string experiment;
    int example = -1;  // -1: the experiment itself
    std::string theme;
    auto operator<=>(const ThumbnailKey&) const = default;
};

class Thumbnails final : public QObject {
    Q_OBJECT

public:
    static constexpr int kWidth = 368, kHeight = 176;  // twice the size shown

    explicit Thumbnails(QObject* parent = nullptr);
    ~Thumbnails() override;

    void start();                          // nothing is made before: the first frame of the window comes first
    QImage find(const ThumbnailKey& key);  // null until it is made; asking for it is what makes it
    // Paints the panel before all that is waiting, and gives the picture to `done` on the thread of this object's owner.
    void paint(const Panel& panel, const std::string& theme, std::function<void(const QImage&)> done);
    bool resting() const;                  // all that were asked for are made

signals:
    void made();

private:
    void work();
    void make(const ThumbnailKey& key);

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> wanted_;
    std::map<ThumbnailKey, QImage> images_;
    std::atomic<bool> stops_ = false;
    bool working_ = false;
    QThread* thread_ = nullptr;
};

}  // namespace engram
