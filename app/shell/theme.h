// One theme for both halves of the window: the tokens as a Qt palette and style sheet, and as the ImGui style.
#pragma once

#include <QPalette>
#include <QString>

#include "core/view/theme.h"

namespace engram {

bool systemIsDark();   // as the desktop's own palette says, whatever palette the window wears
QPalette qtPalette(const Theme& theme);
QString styleSheet(const Theme& theme, double scale);  // scale: of type and spaces, 1 on a desk
void applyImguiStyle(const Theme& theme, double scale);

}  // namespace engram
