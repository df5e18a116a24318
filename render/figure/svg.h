// A draw list as an SVG document: text stays text, pictures are embedded PNG. The same list gives the same bytes.
#pragma once

#include <string>

#include "render/figure/draw_list.h"

namespace engram {

// Text as closed paths, filled by the non-zero rule, in the drawing's units. Each family of fonts has its own, as with TextMetrics.
struct OutlineStep {
    enum Kind { Move, Line, Cubic } kind = Move;
    std::array<Pt, 3> to{};              // Cubic: two control points, then the end; else the first
};
class TextOutlines {
public:
    virtual ~TextOutlines() = default;
    virtual std::vector<OutlineStep> of(const TextItem& item) const = 0;
};

// `widthMm` x `heightMm` is the size on paper; `recipe` goes into <metadata>. With `outlines`, text becomes paths.
std::string toSvg(const DrawList& list, double widthMm, double heightMm, const std::string& title, const std::string& recipe,
                  const TextOutlines* outlines = nullptr);

// PNG bytes of an image (zlib, no date, no path); `recipe` as an iTXt chunk named "engram" where not empty; dpi 0: none stated.
std::string toPng(const Pixels& pixels, double dpi, const std::string& recipe);

}  // namespace engram
