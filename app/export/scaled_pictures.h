// Small pictures drawn large and smooth in frame after frame, such as the soft ground behind words: scaled once, then only copied.
#pragma once

#include <QImage>
#include <deque>
#include <memory>

#include "render/figure/draw_list.h"

namespace engram {

class ScaledPictures {
public:
    const QImage& of(const std::shared_ptr<const Pixels>& pixels, QSize size);  // valid until the next call

private:
    struct Entry {
        std::shared_ptr<const Pixels> pixels;
        QImage scaled;
    };
    std::deque<Entry> entries_;  // the latest first
};

}  // namespace engram
