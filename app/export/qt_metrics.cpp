#include "app/export/qt_metrics.h"

#include <cmath>

#include <QFontMetricsF>
#include <QString>
#include <QStringList>

namespace engram {

QFont largeFont(Font font) {
    QFont large;
    large.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")});
    large.setPixelSize(std::max(1, int(std::lround(font.size * kFontUnits))));
    large.setWeight(QFont::Weight(int(font.weight)));
    large.setHintingPreference(QFont::PreferNoHinting);
    return large;
}

double QtMetrics::width(const std::string& text, Font font) const {
    return QFontMetricsF(largeFont(font)).horizontalAdvance(QString::fromStdString(text)) / kFontUnits;
}

}  // namespace engram
