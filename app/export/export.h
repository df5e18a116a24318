// A moment of a run as a figure in a file: SVG, PDF or PNG by its ending, with the recipe that opens the moment again.
// Needs a QGuiApplication, for fonts; no display.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/session/session.h"
#include "render/figure/draw_list.h"

namespace engram {

struct FigureRequest {
    const Experiment* experiment = nullptr;
    Session session;                     // the recipe; its view.figure says how the figure is laid out
    Snapshot snapshot;                   // what is drawn: made with look() at the panels of the layout
    std::filesystem::path path;

    FigureLayout& layout() { return session.view.figure; }
    const FigureLayout& layout() const { return session.view.figure; }
};

void checkFigure(const FigureRequest& request);    // throws usage for an ending, size, resolution, theme or panel that cannot be
void exportFigure(const FigureRequest& request);   // atomic: no half-written file is left
// The moment with all that the panels of the layout draw, or with as much of it as there is when a stop is asked for.
Snapshot lookedAt(const FigureRequest& request, const std::stop_token& stop = {});
// The same figure for a screen; looks by itself. Null when a stop was asked for.
Pixels figurePreview(const FigureRequest& request, int width, int height, const std::stop_token& stop);
std::string figureCsv(const FigureRequest& request);       // what its plots show as numbers: see core/view/plot_table.h; empty: no plot
std::string figureCaption(const FigureRequest& request);   // a draft of the words under it

// Single column, double column, slide: sizes that journals and screens ask for.
struct FigurePreset {
    const char* name;
    double widthMm, heightMm, pointSize;
};
const std::vector<FigurePreset>& figurePresets();

}  // namespace engram
