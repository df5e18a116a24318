// What takes too long to make for every picture: landscapes, basins, the branches of minima and the valley of the ring. Made by look(),
// drawn by draw(); each knows what it was made from.
#pragma once

#include <set>

#include "core/experiments/diffusion_memory/state.h"
#include "core/view/marks.h"

namespace engram::diffusion_memory {

struct LandscapeView {
    std::shared_ptr<const World> world;
    double sigma = 0;
    Surface surface;
};

struct BasinsKey {
    std::shared_ptr<const World> world;
    Rule rule = Rule::Diffusion;
    double reach = 0;
    std::vector<double> sigmas;  // of the rule that colours
    bool operator==(const BasinsKey&) const = default;
};
struct BasinsView {
    BasinsKey key;
    Basins basins;
    Shared<Vec3> cells;  // Voronoi edges, pairs of ends
    double agrees = 0;   // share of starts that end on the nearest memory
    std::vector<bool> hasBasin;
};
struct BasinsWork {
    BasinsKey key;
    std::vector<int> sides;  // of the passes to come, the one at hand first
    int rowsDone = 0;
    Eigen::MatrixXf ends;  // of the pass at hand
};

// Where minima lie as the noise falls, along the axis through the first memory.
struct BranchesView {
    std::shared_ptr<const World> world;
    double sigmaMax = 0, sigmaMin = 0;
    int levels = 0, levelsDone = 0;      // evenly in log sigma, from the largest down
    int most = 0;                        // minima at one level
    std::vector<double> sigmas, places;  // one entry a minimum
};

// Energies along the axis under both rules.
struct PotentialView {
    std::shared_ptr<const World> world;
    double fixed = 0, sigma = 0;
    Shared<double> places, memory, diffusion;
};

// Energies of the trained score, along rays from the middle, and of the exact one, at t_eval.
struct TrainedView {
    long iteration = 0;
    std::shared_ptr<const World> world;
    double sigma = 0;
    Field trained, exact;
};
std::shared_ptr<const TrainedView> makeTrained(const State& s, double sigma);

// How far the pictures of the plane reach from its middle.
double sceneReach(const World& world);
double basinsReach(const Params& p, const World& world);
Eigen::Vector2d axisOf(const World& world);  // unit vector that branches and potential are drawn along

bool look(const Params& p, State& s, const std::set<std::string>& panels);
void keepViews(const State& from, State& to);

bool lookAtBasins(const Params& p, State& s);
Shared<Vec3> voronoiEdges(const Matrix& points, double reach);

}  // namespace engram::diffusion_memory
