// The parts of a plot's layout, each in its own file; layoutPlot (plot.cpp) calls them in order.
#pragma once

#include "render/figure/layout.h"
#include "render/figure/pen.h"
#include "render/figure/raster.h"
#include "render/figure/room.h"

namespace engram {

enum class Naming { Direct, Legend };   // how curves get their names

// What all parts of one plot share.
struct PlotDrawing {
    const Plot& plot;
    Rect rect;                 // all of the plot, with its margins
    Pen pen;
    LaidOut& out;
    Room room;                 // what labels must keep off
    Naming naming = Naming::Direct;

    const PlotFrame& frame() const { return out.frame; }
    Rgba ground() const;       // what labels stand on
    Font tickFont() const { return {pen.style().small, Weight::Regular}; }
    Font labelFont() const { return {pen.style().small, Weight::Medium}; }
};

bool isMap(const Plot& plot);                     // has a heat map or basins: marks stand on colour
std::string axisTitle(const Axis& axis);          // "time, τ"

// ---- ticks.cpp
std::string powerLabel(double value);             // "10⁻⁵", "2.5·10⁶"

// ---- axes.cpp
PlotFrame frameOf(const Plot& plot, Rect rect, const Pen& pen, Naming naming);
void drawGrid(PlotDrawing& drawing);
void drawAxes(PlotDrawing& drawing);
void drawNow(PlotDrawing& drawing);
double axisStrip(const Plot& plot, double width, const Pen& pen);   // height under a plot that tick row and axis title take

// ---- curves.cpp
std::vector<std::vector<Pt>> visibleLines(const Shared<double>& x, const Shared<double>& y, const PlotFrame& frame);
void drawCurve(PlotDrawing& drawing, const Curve& curve);
Stroke curveStroke(const PlotDrawing& drawing, const Curve& curve);

// ---- curve_labels.cpp
double labelMargin(const Plot& plot, Rect rect, const Pen& pen);       // right of the frame, for direct labels
bool labelCurves(PlotDrawing& drawing);   // false: some curve has no place for its name that is plainly its own

// ---- legend.cpp
bool curvesInLegend(const Plot& plot, Rect rect, const Pen& pen);     // more curves than lines of text fit beside them
double legendHeight(const Plot& plot, Rect rect, const Pen& pen, Naming naming);
void drawLegend(PlotDrawing& drawing);

// ---- bars.cpp
bool namesKinds(const Bars& bars);                // labels that come again, with one colour each: they stand in the legend, once
double barsStrip(const Plot& plot, double width, double height, const Pen& pen);  // height under the axis for pictures and labels
void drawBars(PlotDrawing& drawing, const Bars& bars);

// ---- maps.cpp
void drawHeatmap(PlotDrawing& drawing, const Heatmap& map);
void drawBasins(PlotDrawing& drawing, const Basins& basins);
double colourBarHeight(const Plot& plot, const Pen& pen);
void drawColourBar(PlotDrawing& drawing);

// ---- points.cpp
void drawScatter(PlotDrawing& drawing, const Scatter& scatter);
void drawSymbol(Pen& pen, Pt at, double size, int shape, Rgba fill);  // shape 0: disc, then those of category_shapes in order
void drawJourney(PlotDrawing& drawing, const Journey& journey);
void drawNote(PlotDrawing& drawing, const Note& note);

// ---- cells.cpp
void drawCells(PlotDrawing& drawing, const Cells& cells);
void drawWord(PlotDrawing& drawing, const Word& word);

// ---- markers.cpp
struct Round {
    Pt centre;
    double radius = 0;
};
Round markerAt(const PlotDrawing& drawing, Pt at);   // the marker that covers this point; radius 0: none
void drawInsets(PlotDrawing& drawing);
void drawMarkers(PlotDrawing& drawing);           // all of them, so that pictures keep off other markers

}  // namespace engram
