#include "app/export/qpainter_canvas.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainterPath>

#include "app/export/qt_metrics.h"
#include "app/export/qt_values.h"
#include "app/export/text_outlines.h"
#include "render/figure/raster.h"

namespace engram {

namespace {

constexpr int kScrimPixels = 24;

QRectF toRect(const Rect& r) { return {r.x, r.y, r.width, r.height}; }
QPointF toPoint(Pt p) { return {p.x, p.y}; }

QPen toPen(const Stroke& stroke) {
    QPen pen(qtColour(stroke.colour), stroke.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (stroke.dash.empty() || stroke.width <= 0) return pen;
    QList<qreal> pattern;   // in multiples of the width
    for (double d : stroke.dash) pattern.push_back(d / stroke.width);
    pen.setDashPattern(pattern);
    return pen;
}

QBrush toBrush(bool filled, Rgba colour) { return filled ? QBrush(qtColour(colour)) : QBrush(Qt::NoBrush); }
QPen toPen(bool stroked, const Stroke& stroke) { return stroked ? toPen(stroke) : QPen(Qt::NoPen); }

}  // namespace

void QPainterCanvas::paint(const DrawList& list) {
    painter_->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (vector_) painter_->setRenderHint(QPainter::LosslessImageRendering);   // else pictures in a PDF become JPEG
    for (const DrawItem& item : list.items) std::visit([this](const auto& i) { paint(i); }, item);
}

void QPainterCanvas::paint(const PathItem& item) {
    QPolygonF points;
    for (Pt p : item.points) points << toPoint(p);
    QPainterPath path;
    path.addPolygon(points);
    if (item.closed) path.closeSubpath();
    painter_->setBrush(toBrush(item.filled, item.fill));
    painter_->setPen(toPen(item.stroked, item.stroke));
    painter_->drawPath(path);
}

void QPainterCanvas::paint(const DiscItem& item) {
    painter_->setBrush(toBrush(item.filled, item.fill));
    painter_->setPen(toPen(item.stroked, item.stroke));
    painter_->drawEllipse(toPoint(item.centre), item.radius, item.radius);
}

void QPainterCanvas::paint(const RectItem& item) {
    painter_->setBrush(toBrush(item.filled, item.fill));
    painter_->setPen(toPen(item.stroked, item.stroke));
    painter_->drawRoundedRect(toRect(item.rect), item.radius, item.radius);
}

void QPainterCanvas::paint(const TextItem& item) {
    if (textAsPaths_) {
        const QPainterPath outline = outlineOf(item);
        if (item.halo)
            painter_->strokePath(outline,
                                 QPen(qtColour(item.haloColour), 0.22 * item.font.size, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        return painter_->fillPath(outline, qtColour(item.colour));
    }
    const QFont font = largeFont(item.font);
    const QString text = QString::fromStdString(item.text);
    const double width = item.anchor == Anchor::Left ? 0 : QFontMetricsF(font).horizontalAdvance(text);
    const QPointF start(item.anchor == Anchor::Middle ? -width / 2 : -width, 0);
    painter_->save();
    painter_->translate(toPoint(item.at));
    painter_->scale(1.0 / kFontUnits, 1.0 / kFontUnits);
    painter_->setFont(font);
    if (item.halo) {
        QPainterPath outline;
        outline.addText(start, font, text);
        painter_->strokePath(
            outline, QPen(qtColour(item.haloColour), 0.22 * item.font.size * kFontUnits, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter_->setPen(qtColour(item.colour));
    painter_->drawText(start, text);
    painter_->restore();
}

void QPainterCanvas::image(const Rect& rect, const Pixels& pixels, bool smooth) {
    const QImage picture(pixels.rgba.data(), pixels.width, pixels.height, 4 * pixels.width, QImage::Format_RGBA8888);
    painter_->setRenderHint(QPainter::SmoothPixmapTransform, smooth);
    painter_->drawImage(toRect(rect), picture);
}

void QPainterCanvas::paint(const ImageItem& item) {
    if (!item.pixels) return;
    if (keeper_ && item.smooth) {
        const QRect whole = toRect(item.rect).toRect();
        if (!whole.isEmpty()) painter_->drawImage(whole.topLeft(), keeper_->of(item.pixels, whole.size()));
        return;
    }
    // Viewers soften a picture of few pixels: it is stored with large ones.
    if (vector_ && !item.smooth) image(item.rect, enlarged(*item.pixels), false);
    else image(item.rect, *item.pixels, item.smooth);
}

void QPainterCanvas::paint(const ScrimItem& item) { image(item.rect, paintScrim(item, kScrimPixels), true); }

void QPainterCanvas::paint(const ClipItem& item) {
    if (!item.push) return painter_->restore();
    painter_->save();
    painter_->setClipRect(toRect(item.rect), Qt::IntersectClip);
}

}  // namespace engram
