#include "app/find/find_rows.h"

#include <QPainter>
#include <QSet>

#include "app/export/qt_values.h"

namespace engram {

namespace {

constexpr double kRowHeight = 32, kPad = 12, kGap = 12, kRadius = 4;

// Draws letter by letter where some stand out, so that kerning stays within equal runs. Returns where the text ends.
double paintName(QPainter& p, const QRectF& row, const QString& name, const QSet<int>& matched, const QColor& plain, const QColor& found) {
    const QFont usual = p.font();
    QFont strong = usual;
    strong.setWeight(QFont::DemiBold);
    double x = row.x();
    for (qsizetype begin = 0, end = 0; begin < name.size(); begin = end) {
        const bool stands = matched.contains(int(begin));
        for (end = begin + 1; end < name.size() && matched.contains(int(end)) == stands;) ++end;
        const QString run = name.mid(begin, end - begin);
        p.setFont(stands ? strong : usual);
        p.setPen(stands ? found : plain);
        p.drawText(QRectF(x, row.y(), row.right() - x, row.height()), Qt::AlignVCenter | Qt::AlignLeft, run);
        x += QFontMetricsF(p.font()).horizontalAdvance(run);
    }
    p.setFont(usual);
    return x;
}

}  // namespace

void FindRows::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QPainter& p = *painter;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF row = option.rect;
    if (option.state & QStyle::State_Selected) {
        p.setPen(Qt::NoPen);
        p.setBrush(qtColour(theme.accentQuiet));
        p.drawRoundedRect(row, kRadius * scale, kRadius * scale);
    }
    QFont font = option.font;
    font.setPixelSize(qRound(14 * scale));
    QFont small = font;
    small.setPixelSize(qRound(12 * scale));
    const QRectF inside = row.adjusted(kPad * scale, 0, -kPad * scale, 0);

    p.setFont(small);
    p.setPen(qtColour(theme.textTertiary));
    const QString kind = index.data(kKind).toString();
    p.drawText(inside, Qt::AlignVCenter | Qt::AlignRight, kind);
    const double kindWidth = QFontMetricsF(small).horizontalAdvance(kind);

    p.setFont(font);
    QSet<int> matched;
    for (const QVariant& at : index.data(kMatched).toList()) matched.insert(at.toInt());
    const QRectF room = inside.adjusted(0, 0, -kindWidth - kGap * scale, 0);
    const QString name = QFontMetricsF(font).elidedText(index.data().toString(), Qt::ElideRight, room.width());
    const double end = paintName(p, room, name, matched, qtColour(theme.textPrimary), qtColour(theme.accent));

    p.setFont(small);
    p.setPen(qtColour(theme.textSecondary));
    const QRectF rest(end + kGap * scale, row.y(), room.right() - end - kGap * scale, row.height());
    p.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
               QFontMetricsF(small).elidedText(index.data(kDetail).toString(), Qt::ElideRight, std::max(0.0, rest.width())));
    p.restore();
}

QSize FindRows::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {1, qRound(kRowHeight * scale)}; }

}  // namespace engram
