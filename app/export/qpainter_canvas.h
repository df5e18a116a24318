// Paints a draw list with QPainter: onto an image or, as true vectors and text, into a PDF.
#pragma once

#include <QPainter>

#include "app/export/scaled_pictures.h"
#include "render/figure/draw_list.h"

namespace engram {

class QPainterCanvas {
public:
    // The painter is set up so that one unit is one unit of the list. `vector`: the device keeps text and paths as such.
    // `textAsPaths`: letters become filled paths.
    QPainterCanvas(QPainter& painter, bool vector, bool textAsPaths = false)
        : painter_(&painter), vector_(vector), textAsPaths_(textAsPaths) {}

    // On an image whose pixels are the units of the list: smooth pictures are scaled by `keeper`, once.
    QPainterCanvas(QPainter& painter, ScaledPictures& keeper) : painter_(&painter), vector_(false), textAsPaths_(false), keeper_(&keeper) {}

    void paint(const DrawList& list);

private:
    void paint(const PathItem& item);
    void paint(const DiscItem& item);
    void paint(const RectItem& item);
    void paint(const TextItem& item);
    void paint(const ImageItem& item);
    void paint(const ScrimItem& item);
    void paint(const ClipItem& item);
    void image(const Rect& rect, const Pixels& pixels, bool smooth);

    QPainter* painter_;
    bool vector_, textAsPaths_;
    ScaledPictures* keeper_ = nullptr;
};

}  // namespace engram
