// Where everything in the window goes: one pure function of the size, so that every way of collapsing is tested without a window.
// All rectangles are in logical pixels from the top left of the window's inside.
#pragma once

#include <vector>

#include "render/figure/draw_list.h"

namespace engram {

enum class Preset { Desk, Projector };

// What the person asked for, beside the size.
struct LayoutWish {
    Preset preset = Preset::Desk;
    bool instruments = true;                             // the row may be switched off
    bool heroOnly = false;                               // the scene alone, with the transport
    bool docked = true;                                  // parameters, where there is room for them beside the scene
    bool drawer = false;                                 // parameters, also where there is room for the scene alone
    bool lecture = false;                                // the scene alone, everywhere
    std::vector<double> instrumentShares{1.4, 0.85, 1};  // relative widths, one an instrument
};

enum class GalleryForm { Hidden, Rail, Column, TwoColumns };
enum class ParametersForm { Hidden, Drawer, Compact, Full };  // Compact: idle rows hidden, unchanged groups folded
enum class Subtitles { None, Short, Full };                   // of the instruments

struct Layout {
    double scale = 1;  // of type, lines and spaces: 1.6 for the projector
    Rect menu, gallery, scene, parameters, timeline, status;
    std::vector<Rect> instruments;  // one an instrument; a single one when they are tabs; empty where there is no room
    GalleryForm galleryForm = GalleryForm::Column;
    ParametersForm parametersForm = ParametersForm::Full;
    Subtitles subtitles = Subtitles::Full;
    bool tabs = false;            // the instruments share one rectangle
    bool energyLine = true;       // above the track of the timeline
    double transportWidth = 250;  // the left part of the timeline
};

Layout layout(double width, double height, const LayoutWish& wish = {});

}  // namespace engram
