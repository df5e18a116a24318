// Text widths and fonts through Qt, for figures: Inter, else DejaVu Sans, without hinting, at sizes that need not be whole.
#pragma once

#include <QFont>

#include "render/figure/draw_list.h"

namespace engram {

// Qt's pixel sizes are whole numbers: fonts are made this many times larger, and painted as many times smaller.
inline constexpr int kFontUnits = 16;
QFont largeFont(Font font);

class QtMetrics final : public TextMetrics {
public:
    double width(const std::string& text, Font font) const override;
};

}  // namespace engram
