#include "app/lecture/formula_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <utility>

namespace engram {

FormulaView::FormulaView(const std::string& name, double em, QWidget* parent)
    : QWidget(parent), formula_(name), em_(em), theme_(&theme("dark")) {
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(formula_.spoken());
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FormulaView::setLook(const Theme& theme) {
    theme_ = &theme;
    update();
}

void FormulaView::light(const std::string& param) {
    if (std::exchange(lit_, param) != param) update();
}

QRectF FormulaView::drawnAt() const {
    const double scale = std::min(em_, width() / formula_.size().width());
    const QSizeF size = formula_.size() * scale;
    return {0, (height() - size.height()) / 2, size.width(), size.height()};
}

QSize FormulaView::sizeHint() const { return (formula_.size() * em_).toSize(); }

int FormulaView::heightForWidth(int width) const {
    return std::max(1, int(formula_.size().height() * std::min(em_, width / formula_.size().width()) + 0.5));
}

void FormulaView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    formula_.paint(painter, drawnAt(), *theme_, pointed_.empty() ? lit_ : pointed_);
    if (!hasFocus()) return;
    painter.setPen(QPen(palette().highlight(), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void FormulaView::point(const std::string& param) {
    if (std::exchange(pointed_, param) == param) return;
    update();
    emit pointed(QString::fromStdString(param));
}

void FormulaView::mouseMoveEvent(QMouseEvent* event) {
    const QRectF r = drawnAt();
    point(formula_.termAt({(event->position().x() - r.x()) / r.width(), (event->position().y() - r.y()) / r.height()}));
}

void FormulaView::leaveEvent(QEvent*) { point({}); }

}  // namespace engram
