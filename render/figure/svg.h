// A draw list as an SVG document: text stays text, pictures are embedded PNG. The same list gives the same bytes.
#pragma once

#include <string>

#include "render/figure/draw_list.h"

namespace engram {

// `unit`: "px" or "pt" of the list's coordinates, `widthMm` x `heightMm` the size on paper; `recipe` goes into <metadata>.
std::string toSvg(const DrawList& list, double widthMm, double heightMm, const std::string& title, const std::string& recipe);

// PNG bytes of an image (zlib, no date, no path); `recipe` as an iTXt chunk named "engram" where not empty; dpi 0: none stated.
std::string toPng(const Pixels& pixels, double dpi, const std::string& recipe);

}  // namespace engram
