#include "app/export/scaled_pictures.h"

#include <algorithm>

namespace engram {

namespace {
constexpr std::size_t kMost = 16;
}

const QImage& ScaledPictures::of(const std::shared_ptr<const Pixels>& pixels, QSize size) {
    const auto known =
        std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.pixels == pixels && e.scaled.size() == size; });
    if (known != entries_.end()) return known->scaled;
    const QImage small(pixels->rgba.data(), pixels->width, pixels->height, 4 * pixels->width, QImage::Format_RGBA8888);
    entries_.push_front(
        {pixels, small.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_ARGB32_Premultiplied)});
    if (entries_.size() > kMost) entries_.pop_back();
    return entries_.front().scaled;
}

}  // namespace engram
