// What takes too long to make for every picture: landscapes, basins and the gap study. Made by look(), drawn by draw().
#pragma once

#include <array>

#include "core/experiments/dense_memory/prepared.h"
#include "core/experiments/dense_memory/state.h"

namespace engram::dense_memory {

// Another start on the plane: its way in the plane's coordinates and the memory it reaches, -1 for none.
struct CrowdLine {
    Shared<Vec3> at;
    int memory = -1;
};

// The surface and all on it stand in units of the length of a recalled memory, so that scenes have one size.
struct SurfaceView {
    Versions made;
    double unit = 1;                       // plane coordinates to scene units
    Surface surface;
    std::vector<CrowdLine> crowd;
};

struct PlaneView {
    Versions made;
    double reach = 1;                      // the view shows -reach..reach
    Field energy;
    double low = 0, high = 1;
    Basins basins;
    std::vector<bool> hasBasin;            // by memory
    Shared<double> reducedX, reducedY;     // the way of the cue with the hidden neurons eliminated
};

// The basins as far as they are made.
struct PlaneWork {
    Versions made;
    double reach = 1;
    std::vector<int> sides;                // of this pass and those to come; empty: done
    int rowsDone = 0;                      // of this pass
    Matrix memory, time;                   // where each start ends, -1 nowhere; in tau_f
    Prepared prepared;                     // of the compact system, for all passes
    double tolerance = 0;                  // an entry of a start that has arrived moves by less in a step of the compute layer
};

struct SphereView {
    Versions made;
    Globe globe;
};

struct GapView {
    Versions made;
    std::string absent;                    // why there is none
    std::vector<double> tauRatios, gaps;
    double slope = 0;                      // between ratios 0.001 and 0.01
};

bool look(const Params& p, State& s, const std::set<std::string>& panels);   // true while there is more to do
void keepViews(const State& from, State& to);   // takes over the views that still fit

// How each view is made; for look() and for tests.
std::shared_ptr<const SurfaceView> makeSurface(const Params& p, const State& s);
bool lookAtPlane(const Params& p, State& s);   // one slice; true while finer passes are missing
std::shared_ptr<const SphereView> makeSphere(const Params& p, const State& s);
std::shared_ptr<const GapView> makeGap(const Params& p, const State& s);

// The dynamics in as few coordinates as it needs.
struct Compact {
    DenseSystem system;
    Plane plane;
    Vector cue;

    Compact(const State& s, int cueIndex);
    double workPerPoint() const { return double(system.synapses->rows()) * double(system.synapses->cols()); }
};

// What landscape and basins share: square grids whose side is odd, so that the centre is one of their points.
int gridSide(double work, double perPoint, int least, int most);
Field fieldOf(const Matrix& values, double reach);
Matrix energyGrid(const State& s, int cue, int side, double reach);
std::array<Eigen::Vector2d, 3> pinPlaces(const Params& p, const State& s);

// Whether the panel can be shown; else what would make it show.
std::string surfaceAbsent(const State& s);
std::string sphereAbsent(const Params& p, const State& s);
// The memory that each state of a batch is at, -1 where it is near none. `memories` are the rows of the world's patterns, in the
// coordinates that the states are in.
std::vector<int> reachedMemories(const Params& p, const State& s, const Matrix& memories, const Matrix& states);

}  // namespace engram::dense_memory
