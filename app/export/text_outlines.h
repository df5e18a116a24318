// Text as the outlines of its letters, through Qt's fonts: for figures that must look the same where a font is missing.
#pragma once

#include <QPainterPath>

#include "render/figure/svg.h"

namespace engram {

QPainterPath outlineOf(const TextItem& item);  // in the drawing's units, at its place

class QtOutlines final : public TextOutlines {
public:
    std::vector<OutlineStep> of(const TextItem& item) const override;
};

}  // namespace engram
