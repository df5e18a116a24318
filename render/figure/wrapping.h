// Text in lines that fit, broken at spaces; a word that is too long by itself stands alone.
#pragma once

#include "render/figure/draw_list.h"

namespace engram {

// At least one line, which is empty where the text is.
std::vector<std::string> wrappedLines(const std::string& text, Font font, double most, const TextMetrics& metrics);

// The text and what is left where clauses are left out from its end, longest first. What is left still says what it says: clauses end at
// semicolons, and at a comma only where a number follows ("never rises, 0 of 90 steps").
std::vector<std::string> byClauses(const std::string& text);

}  // namespace engram
