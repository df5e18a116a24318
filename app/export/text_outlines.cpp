#include "app/export/text_outlines.h"

#include <QFontMetricsF>
#include <QTransform>

#include "app/export/qt_metrics.h"

namespace engram {

QPainterPath outlineOf(const TextItem& item) {
    const QFont font = largeFont(item.font);
    const QString text = QString::fromStdString(item.text);
    const double width = item.anchor == Anchor::Left ? 0 : QFontMetricsF(font).horizontalAdvance(text);
    QPainterPath large;
    large.setFillRule(Qt::WindingFill);  // as fonts are made: letters that overlap themselves stay whole
    large.addText(QPointF(item.anchor == Anchor::Middle ? -width / 2 : -width, 0), font, text);
    return QTransform(1.0 / kFontUnits, 0, 0, 1.0 / kFontUnits, item.at.x, item.at.y).map(large);
}

std::vector<OutlineStep> QtOutlines::of(const TextItem& item) const {
    const QPainterPath path = outlineOf(item);
    const auto at = [&](int i) { return Pt{path.elementAt(i).x, path.elementAt(i).y}; };
    std::vector<OutlineStep> steps;
    for (int i = 0; i < path.elementCount(); ++i) {
        switch (path.elementAt(i).type) {
            case QPainterPath::MoveToElement:
                steps.push_back({OutlineStep::Move, {at(i)}});
                break;
            case QPainterPath::LineToElement:
                steps.push_back({OutlineStep::Line, {at(i)}});
                break;
            case QPainterPath::CurveToElement:
                steps.push_back({OutlineStep::Cubic, {at(i), at(i + 1), at(i + 2)}}), i += 2;
                break;
            case QPainterPath::CurveToDataElement:
                break;  // taken with the element before
        }
    }
    return steps;
}

}  // namespace engram
