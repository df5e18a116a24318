// Controls of Qt's dialogs drawn in the theme's colours where a style sheet cannot: the arrow of a list to choose from, the tick of a
// box, a list whose rows can be ticked. Colours come from the palette.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QStyledItemDelegate>

namespace engram {

class Picker final : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent* event) override;
};

class TickBox final : public QCheckBox {
public:
    using QCheckBox::QCheckBox;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }
};

// For rows with a check state: tick box and text; a click anywhere on the row ticks it.
class TickRows final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;
};

}  // namespace engram
