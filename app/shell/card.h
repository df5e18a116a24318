// A picture with its name beneath, as the gallery and the strip of what was tried show them.
#pragma once

#include <QImage>
#include <QPainter>

#include "core/view/vision.h"

namespace engram {

struct CardPaint {
    QPainter& painter;
    const Theme& theme;
    double scale = 1;
    Vision vision = Vision::Usual;  // of the picture; the theme comes as it is seen

    void fillRound(const QRectF& r, double radius, Rgba colour) const;
    void ring(const QRectF& r, Rgba colour) const;
    void picture(const QRectF& r, const QImage& image) const;  // cut to the shape of the card, as wide as it is
    void name(const QRectF& line, const QString& text, bool strong) const;
};

}  // namespace engram
