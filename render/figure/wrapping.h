// Text in lines that fit, broken at spaces; a word that is too long by itself stands alone.
#pragma once

#include "render/figure/draw_list.h"

namespace engram {

// At least one line, which is empty where the text is.
std::vector<std::string> wrappedLines(const std::string& text, Font font, double most, const TextMetrics& metrics);

}  // namespace engram
