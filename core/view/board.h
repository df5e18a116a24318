// A board is what one snapshot looks like: panels of scenes, plots and tiles. `draw` makes it; renderer and figures paint it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/param/table.h"
#include "core/view/marks.h"

namespace engram {

// A line of text whose parts may stand out ("12 %" in cue colour, then "of the state lies outside it").
struct Words {
    std::string text;
    Paint paint{Ink::TextSecondary};
    bool strong = false;
};
using Sentence = std::vector<Words>;

struct ColourKey {
    std::string label, map = "deep";
    double mapLow = 0, mapHigh = 1;      // the part of the map shown; for a surface the theme's own part is used
    std::vector<double> ticks;           // values
    std::vector<double> at;              // where each lies, 0..1
    bool surfaceRange = false;
};

using SceneMark = std::variant<Surface, Globe, Points, Lines, Pin, Tag, Sheet>;
struct Scene {
    std::vector<SceneMark> marks;
    Camera camera;                       // where it opens; the window keeps its own
    std::vector<Sentence> notes;         // bottom left: the catch, always on screen
    std::optional<ColourKey> key = {};   // bottom right
    bool cameraIsKept = false;           // a person chose the camera: it stays as it is, whatever the shape of the view
    std::vector<Vec3> framed = {};       // what the opening camera shows; empty: its marks, see landmarks() in framing.h
};

struct Axis {
    std::string label, unit;
    double low = 0, high = 1;
    Scale scale = Scale::Linear;
    bool shown = true;
};

using PlotMark = std::variant<Heatmap, Basins, Curve, Scatter, Bars, Marker, Inset, Journey, Note, Cells, Word>;
struct Plot {
    Axis x, y;
    bool equalAspect = false;            // one unit is equally long on both axes
    std::vector<PlotMark> marks;         // drawn in this order
    std::optional<double> now;           // a dotted accent line at this x
    int groundItem = -1;                 // what a press beside all items pokes; -1: nothing
};

// Pictures side by side, same size: cue, state, nearest memory.
struct Tile {
    Picture picture;
    std::string title, caption;
    Paint frame;
    bool editable = false;               // a brush may paint on it
    Pointing pointing = {};
};
struct Tiles {
    std::vector<Tile> tiles;
};

// A panel that these values cannot show, and what would make it show.
struct Absent {
    std::string reason;
};

struct Panel {
    std::string id, title, subtitle;
    bool hero = false;                   // wants the large region
    std::variant<Absent, Scene, Plot, Tiles> content;
    std::string hint = {};               // what a hand can do here: said in the window, not on paper
};

struct Board {
    std::vector<Panel> panels;
    std::string sentence;                // the moment in one sentence, for the status line and screen readers
    const Panel* find(std::string_view id) const;
};

}  // namespace engram
