#include "app/export/image.h"

#include <algorithm>

#include <QPainter>

#include "app/export/qpainter_canvas.h"
#include "core/base/error.h"

namespace engram {

Pixels toPixels(const DrawList& list, int width, int height) {
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) fail("there is no memory for an image of " + std::to_string(width) + " x " + std::to_string(height) + " pixels");
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        painter.scale(width / list.width, height / list.height);
        QPainterCanvas(painter, false).paint(list);
    }
    return toPixels(image);
}

Pixels toPixels(const QImage& image) {
    const QImage plain = image.convertToFormat(QImage::Format_RGBA8888);
    const int width = plain.width(), height = plain.height();
    Pixels pixels{width, height, std::vector<std::uint8_t>(std::size_t(4) * std::size_t(width) * std::size_t(height))};
    for (int row = 0; row < height; ++row)
        std::copy_n(plain.constScanLine(row), 4 * width, pixels.rgba.data() + std::size_t(4) * std::size_t(width) * std::size_t(row));
    return pixels;
}

}  // namespace engram
