// The marks that scenes and plots are made of: plain data that says what to draw. Big arrays are shared and immutable, so a
// board copies cheaply between threads.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "core/view/camera.h"
#include "core/view/paint.h"

namespace engram {

template <class T>
using Shared = std::shared_ptr<const std::vector<T>>;

template <class T>
Shared<T> share(std::vector<T> values) { return std::make_shared<const std::vector<T>>(std::move(values)); }

// A picture: rows from the top, one value a pixel, shown through a colour map with low..high as its ends. Never interpolated.
struct Picture {
    int width = 0, height = 0;
    Shared<float> pixels;             // width * height
    float low = 0, high = 1;
    std::string map = "ink";          // or "signed", for values around 0
};

// Values on a rectangle of the plane: column i at x0 + (x1 - x0) i / (columns - 1), row j likewise from y0 upwards; row-major.
struct Field {
    int columns = 0, rows = 0;
    double x0 = -1, x1 = 1, y0 = -1, y1 = 1;
    Shared<float> values;
    double at(double x, double y) const;  // bilinear, clamped to the rectangle
};

// ---- marks of a scene (3-D) -------------------------------------------------------------------------------------------

// A lit relief of an energy. The deepest energy of the map lies at z = 0, so that wells stay in sight whatever the energies are.
struct Surface {
    Field energy;
    double floor = 0;         // E0: below it height is linear, above it logarithmic
    double knee = 0.1;        // c of the law E0 + c log(1 + (E - E0) / c)
    double zScale = 1;        // world units per unit of height
    double low = 0, high = 1; // energies at the ends of the map
    double contourStep = 0.1; // every fourth line is strong; 0 for none
    double fogX = 0, fogY = 0, fogStart = 2, fogEnd = 3;
};
double surfaceHeight(const Surface& surface, double energy);                 // compressed energy, before zScale
double worldZ(const Surface& surface, double energy);                        // zScale (height - height at the low end of the map)
double surfaceZ(const Surface& surface, double x, double y);                 // world z at a point of the plane

// A unit sphere coloured by values on longitude (columns, -pi..pi) x latitude (rows, -pi/2..pi/2).
struct Globe {
    Field values;
    double low = 0, high = 1;
    double contourStep = 0;
};

// Round points. With `onSurface` z is taken from the scene's surface at (x, y), plus a little.
struct Points {
    Shared<Vec3> at;
    Shared<Paint> paints;     // one a point, or empty: `paint` for all
    Paint paint;
    float sizePx = 4;
    bool onSurface = false;
};

enum class LineKind {
    Trail,     // fades with age, a dark line under it, a bead for each step; last point is the newest
    Crowd,     // thin, faint at the start, strong at the end
    Plain,
    Ahead      // dotted: what is recorded but not reached
};
struct Lines {
    Shared<Vec3> at;
    Paint paint;
    LineKind kind = LineKind::Plain;
    float widthPx = 1.75f;
    bool onSurface = false;
};

// A stored memory: foot on the ground, stem, picture and label ("memory 8", "0.98").
struct Pin {
    Vec3 at{};
    Paint paint;
    Picture picture;          // may be empty: then a numbered disc
    std::string name, value;
    bool onSurface = false;
};

// The cue (hollow ring), the state (solid disc) or another named point with its label.
enum class Spot { Cue, State, Branch };
struct Tag {
    Vec3 at{};
    Spot spot = Spot::State;
    Paint paint;
    std::string name, value;
    bool onSurface = false;
};

// What the pointer chooses on a picture: a view parameter, and its value for each pixel, below 0 where there is nothing to choose.
struct Pointing {
    std::string param;        // empty: nothing can be chosen
    Shared<int> values;       // one a pixel of the picture
    std::string reading;      // what the pointer reads out while the value it chooses is the one shown
};

// A picture that lies flat in the scene: its upper left corner, and where its first row and its first column lead. Named at its side.
struct Sheet {
    Vec3 corner{}, across{1, 0, 0}, down{0, -1, 0};
    Picture picture;
    Paint frame{Ink::Axis};
    std::string name, value;
    Pointing pointing = {};
};

// ---- marks of a plot (2-D) --------------------------------------------------------------------------------------------

struct Curve {
    std::string label;
    Shared<double> x, y;      // equal length; gaps where y is not finite
    Paint paint;
    bool strong = false, dashed = false;
    std::vector<int> rising;  // i: the piece from i to i + 1 rises though it should not; drawn as a warning
};

struct Scatter {
    std::string label;
    Shared<double> x, y;
    Shared<Paint> paints;     // one a point, or empty
    Paint paint;
    double sizePx = 6;
    bool hollow = false;
    std::vector<double> error;   // half the length of the error bar, or empty
};

struct Bar {
    double value = 0;
    Paint paint;
    Picture picture;          // beneath the bar; may be empty
    std::string label;        // beneath the picture
    double reference = 0;     // a thin line in cue colour: the value at the cue
};
struct Bars {
    std::vector<Bar> bars;
    bool hasReference = false;
};

struct Heatmap {
    Field field;
    std::string map = "deep";
    double low = 0, high = 1;
    double mapLow = 0, mapHigh = 1;  // the part of the map that low..high covers
    double contourStep = 0;          // contour lines as paths, every fourth strong; 0 for none
    std::string label;               // of the colour bar; empty for no bar
};

// Start points coloured by where they end: `ends` holds the index of the memory (-1: none), `tone` 0..1 the logarithm of the time, and
// `time` how long it takes, for the pointer to read out.
struct Basins {
    Field ends, tone, time;
    std::vector<std::string> names;   // by index
    std::string timeUnit;             // empty: times are not read out
    double stepTime = 0;              // of a step of the run, in timeUnit: times are read out in steps; 0: in timeUnit
    double length = 0;                // of a memory, in the coordinates: noise is read out as a share of it; 0: none is
};
// "goes to memory 7 in 12 steps; switches to 3 at 37 % noise": the nearest start with another end, and how far away it is. That is the
// smallest displacement within the plane, in the worst direction, as a share of `length`; it is as fine as the starts lie. Empty outside.
std::string readOut(const Basins& basins, double x, double y);

// A numbered disc or a picture at a memory; `hollow` for a memory without a basin.
struct Marker {
    double x = 0, y = 0;
    Paint paint;
    Picture picture;
    std::string label;
    bool hollow = false;
    int item = -1;            // what a drag of it moves, for Poke; -1: fixed
};

// Many small cells, hexagons (a comb) or rectangles (a raster), each with a paint of its own or a value through a colour map.
enum class CellShape { Hexagon, Rectangle };
struct Cells {
    Shared<double> x, y;              // middles
    CellShape shape = CellShape::Hexagon;
    double width = 1, height = 1;     // of a cell, in data units; a hexagon stands on a corner, and its height follows from the width
    Shared<float> values;
    std::string map = "ember";
    double low = 0, high = 1;
    Shared<Paint> paints;             // one a cell, in place of values
    int ringed = -1;                  // the one with a ring
    Paint ring{Ink::State};
    std::vector<std::string> labels = {};   // read out under the pointer, one a cell
};

// A word at its very place, of any size.
struct Word {
    double x = 0, y = 0;              // its middle
    std::string text;
    Paint paint;
    double size = 1;                  // of a 34th of the width of the frame; about the text of panels
    bool strong = false;
    int item = -1;                    // what a drag of it moves, for Poke; -1: fixed
    Paint ground{Ink::Grid, 0, 0};    // a plate beneath it; alpha 0: none
    int align = 0;                    // -1: x is its left end, 1: its right end
};

// A small picture at its place, never interpolated, in a thin frame.
struct Inset {
    double x = 0, y = 0;
    Picture picture;
    Paint frame;
    double sizePx = 14;
    std::string label;        // read out under the pointer
};

// A journey in the plane: cue ring at the start, state disc at the end.
struct Journey {
    Shared<double> x, y;
    Paint paint;
    bool beads = true;
};

// Words at a place of the plot, kept off other labels.
struct Note {
    double x = 0, y = 0;
    Paint paint;
    std::string text;
    bool centred = false;     // on its place, where that is free, and not beside it
};

}  // namespace engram
