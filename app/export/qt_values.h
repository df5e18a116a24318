// Text and colours of the core as Qt has them. Text is UTF-8 on the one side and UTF-16 on the other.
#pragma once

#include <QColor>
#include <QString>
#include <string>

#include "core/view/theme.h"

namespace engram {

inline QString qtText(const std::string& utf8) { return QString::fromStdString(utf8); }
inline QColor qtColour(Rgba c) { return QColor::fromRgbF(c.r, c.g, c.b, c.a); }

}  // namespace engram
