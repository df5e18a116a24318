// A draw list in points as a PDF of true size, with fonts embedded as text. The same list gives the same bytes.
#pragma once

#include <string>

#include "render/figure/draw_list.h"

namespace engram {

std::string toPdf(const DrawList& list, double widthMm, double heightMm, const std::string& title, const std::string& recipe,
                  bool textAsPaths = false);

}  // namespace engram
