// Panels laid out as draw lists: axes, ticks, direct labels, colour bars, tiles. Pure functions of their input, so a window and
// a printed figure differ only by style and fonts.
#pragma once

#include <functional>
#include <vector>

#include "core/view/board.h"
#include "render/figure/draw_list.h"

namespace engram {

// Where a plot's axes ended up: converts between data and drawing coordinates.
struct PlotFrame {
    Rect area;
    Axis x, y;
    Pt toDrawing(double dataX, double dataY) const;
    Pt toData(Pt at) const;
};

// What the mouse can hit in a laid-out panel.
struct Hit {
    Rect rect;
    int item = -1;             // a tile that may be painted on, or a marker that may be dragged
    int pictureWidth = 0, pictureHeight = 0;  // of a tile
    std::string tip;           // what the pointer reads out
    Pointing pointing = {};    // of a tile: what it chooses
};
struct LaidOut {
    DrawList list;             // in the coordinates of the rect asked for
    PlotFrame frame;           // of a plot
    std::vector<Hit> hits;
};

LaidOut layoutPlot(const Plot& plot, Rect rect, const Style& style, const TextMetrics& metrics);
LaidOut layoutTiles(const Tiles& tiles, Rect rect, const Style& style, const TextMetrics& metrics);
LaidOut layoutAbsent(const Absent& absent, Rect rect, const Style& style, const TextMetrics& metrics);

// A panel as an instrument: title, subtitle where there is room for it, and its plot, tiles or reason. A scene keeps its space free.
LaidOut layoutPanel(const Panel& panel, Rect rect, const Style& style, const TextMetrics& metrics);

// Labels, pins, notes and colour key of a scene as seen by the camera. Labels never overlap each other, the trail or the state, and
// keep off the rectangles in `taken` (the title and buttons that a window draws over the scene).
LaidOut overlay(const Scene& scene, const Camera& camera, Rect rect, const Style& style, const TextMetrics& metrics,
                const std::vector<Rect>& taken = {});

// A scene seen from above as a plot: a flat map with contour paths, journeys and markers, for paper. Scenes with a Globe have none
// (returns false).
bool flatten(const Scene& scene, const Theme& theme, Plot& plot);

// A whole figure: panels in rows (`columns` of them, or as the width asks for), each with its title, several with letters a, b, c. A scene
// that is not flattened becomes an image made by `paintScene` (render/headless.h), with its labels as text.
using PaintScene = std::function<Pixels(const Scene&, double widthUnits, double heightUnits)>;
DrawList figure(const std::vector<const Panel*>& panels, double width, double height, const Style& style, const TextMetrics& metrics,
                const PaintScene& paintScene, int columns = 0);

// "Nice" ticks at steps of 1, 2, 2.5 or 5 times a power of ten (3 to 6), or powers of ten on a log axis.
std::vector<double> ticks(const Axis& axis, int most = 6);
std::string tickLabel(double value, double step);

void append(DrawList& to, const DrawList& more);

}  // namespace engram
