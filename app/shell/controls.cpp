#include "app/shell/controls.h"

#include <algorithm>

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace engram {

namespace {

constexpr double kBox = 0.95, kGap = 0.65;  // of the height of capitals and what stands round them

double boxSide(const QFontMetrics& metrics) { return kBox * metrics.ascent(); }
double textStart(const QFontMetrics& metrics) { return boxSide(metrics) + kGap * metrics.ascent(); }

// Of the application: a style sheet gives a list's own palette other colours of selection.
QColor colourOf(QPalette::ColorRole role, bool enabled = true) {
    return QGuiApplication::palette().color(enabled ? QPalette::Normal : QPalette::Disabled, role);
}

void paintTick(QPainter& p, QRectF box, bool on, bool enabled) {
    p.setRenderHint(QPainter::Antialiasing);
    const double radius = 0.22 * box.width(), line = std::max(1.0, box.width() / 12);
    const QColor rim = enabled ? colourOf(QPalette::PlaceholderText) : colourOf(QPalette::Text, false);
    box.adjust(line / 2, line / 2, -line / 2, -line / 2);
    p.setPen(on ? QPen(Qt::NoPen) : QPen(rim, line));
    p.setBrush(on ? colourOf(QPalette::Highlight) : QColor(Qt::transparent));
    p.drawRoundedRect(box, radius, radius);
    if (!on) return;
    p.setPen(QPen(colourOf(QPalette::HighlightedText), 1.7 * line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.setBrush(Qt::NoBrush);
    const auto at = [&](double x, double y) { return QPointF(box.x() + x * box.width(), box.y() + y * box.height()); };
    p.drawPolyline(QPolygonF{at(0.24, 0.53), at(0.42, 0.71), at(0.76, 0.31)});
}

QRectF boxIn(const QRectF& row, const QFontMetrics& metrics) {
    const double side = boxSide(metrics);
    return {row.x(), row.center().y() - side / 2, side, side};
}

}  // namespace

void Picker::paintEvent(QPaintEvent* event) {
    QComboBox::paintEvent(event);
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const double size = 0.32 * fontMetrics().ascent();
    const QPointF middle(width() - 3.2 * size - 4, height() / 2.0 + size / 4);
    p.setPen(QPen(colourOf(QPalette::Text, isEnabled()), size / 2.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.drawPolyline(QPolygonF{middle + QPointF(-size, -size / 2), middle + QPointF(0, size / 2), middle + QPointF(size, -size / 2)});
}

QSize TickBox::sizeHint() const {
    const QFontMetrics metrics = fontMetrics();
    return {int(textStart(metrics)) + metrics.horizontalAdvance(text()) + 4, metrics.height() + 4};
}

void TickBox::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const QFontMetrics metrics = fontMetrics();
    const QRectF row = rect();
    paintTick(p, boxIn(row, metrics), isChecked(), isEnabled());
    p.setPen(colourOf(QPalette::WindowText, isEnabled()));
    const QRectF words = row.adjusted(textStart(metrics), 0, 0, 0);
    p.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text());
    if (!hasFocus()) return;
    p.setPen(QPen(colourOf(QPalette::Highlight), 1));
    p.drawLine(QPointF(words.x(), words.bottom() - 1), QPointF(words.x() + metrics.horizontalAdvance(text()), words.bottom() - 1));
}

void TickRows::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double pad = 0.35 * option.fontMetrics.ascent();
    if (option.state & QStyle::State_Selected) {
        QColor ground = colourOf(QPalette::Highlight);
        ground.setAlphaF(0.16f);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(QRectF(option.rect), pad / 1.5, pad / 1.5);
    }
    const QRectF row = QRectF(option.rect).adjusted(pad, 0, -pad, 0);
    paintTick(*painter, boxIn(row, option.fontMetrics), index.data(Qt::CheckStateRole).toInt() == Qt::Checked, enabled);
    painter->setPen(colourOf(QPalette::Text, enabled));
    const QRectF words = row.adjusted(textStart(option.fontMetrics), 0, 0, 0);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, int(words.width())));
    painter->restore();
}

QSize TickRows::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics& metrics = option.fontMetrics;
    return {int(textStart(metrics) + 0.8 * metrics.ascent()) + metrics.horizontalAdvance(index.data().toString()),
            int(1.55 * metrics.height())};
}

bool TickRows::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (!index.flags().testFlag(Qt::ItemIsUserCheckable) || !index.flags().testFlag(Qt::ItemIsEnabled)) return false;
    const bool clicked =
        event->type() == QEvent::MouseButtonRelease && option.rect.contains(static_cast<QMouseEvent*>(event)->position().toPoint());
    const bool pressed = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return (clicked || pressed) && model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}  // namespace engram
