// A moment of a run as a figure in a file: SVG, PDF or PNG by its ending, with the recipe that opens the moment again.
// Needs a QGuiApplication, for fonts; no display.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/session/session.h"

namespace engram {

struct FigureRequest {
    const Experiment* experiment = nullptr;
    Session session;                     // the recipe
    Snapshot snapshot;                   // what is drawn: made with look() at these panels
    std::vector<std::string> panels;     // side by side; empty: the one in the large region
    std::filesystem::path path;
    double widthMm = 84, heightMm = 60;
    double dpi = 300;                    // of a PNG, and of pictures of scenes in any format
    std::string theme = "print";
};

void checkFigure(const FigureRequest& request);    // throws usage for an ending, size, resolution, theme or panel that cannot be
void exportFigure(const FigureRequest& request);   // atomic: no half-written file is left

}  // namespace engram
