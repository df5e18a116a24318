#include "app/shell/card.h"

#include <QPainterPath>
#include <algorithm>

#include "app/export/qt_values.h"

namespace engram {

void CardPaint::fillRound(const QRectF& r, double radius, Rgba colour) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(qtColour(colour));
    painter.drawRoundedRect(r, radius, radius);
}

void CardPaint::ring(const QRectF& r, Rgba colour) const {
    painter.setPen(QPen(qtColour(colour), 2 * scale));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(r.adjusted(-1, -1, 1, 1), 7 * scale, 7 * scale);
}

void CardPaint::picture(const QRectF& r, const QImage& image) const {
    fillRound(r, 6 * scale, theme.scene);
    if (image.isNull()) return;
    QPainterPath shape;
    shape.addRoundedRect(r, 6 * scale, 6 * scale);
    painter.setClipPath(shape);
    QImage shown = image;
    if (vision != Vision::Usual) {
        shown.convertTo(QImage::Format_RGBA8888);
        see({shown.bits(), std::size_t(shown.sizeInBytes())}, vision);
    }
    const double zoom = std::max(r.width() / image.width(), r.height() / image.height());
    const QSizeF part(r.width() / zoom, r.height() / zoom);
    painter.drawImage(r, shown, QRectF(QPointF((image.width() - part.width()) / 2, (image.height() - part.height()) / 2), part));
    painter.setClipping(false);
}

void CardPaint::name(const QRectF& line, const QString& text, bool strong) const {
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(qRound(12 * scale));
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(qtColour(strong ? theme.textPrimary : theme.textSecondary));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(text, Qt::ElideRight, int(line.width())));
}

}  // namespace engram
