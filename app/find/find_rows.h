// How one thing found is painted: its name with the matched letters standing out, what is said of it, and at the right what it is.
#pragma once

#include <QStyledItemDelegate>

#include "core/view/theme.h"

namespace engram {

class FindRows final : public QStyledItemDelegate {
public:
    enum Role { kDetail = Qt::UserRole, kKind, kMatched };  // kMatched: places of letters in the name, a QVariantList

    using QStyledItemDelegate::QStyledItemDelegate;
    Theme theme = {};
    double scale = 1;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace engram
