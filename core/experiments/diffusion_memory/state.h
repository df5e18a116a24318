// The state of diffusion beside memory: the same starting noise under both rules. A value that copies fast, because everything large is
// shared and immutable; views that take time are made by look().
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/compute/backend.h"
#include "core/experiments/diffusion_memory/score_net.h"
#include "core/experiments/diffusion_memory/world.h"
#include "core/model/diffusion_landscape.h"

namespace engram::diffusion_memory {

// The particles of one rule. The first are followed in double precision, with their energies; the crowd only shows the flow.
struct Swarm {
    Matrix tracked;  // features x at most kMostTracked
    FloatMatrix crowd;
    Vector energy;  // of the tracked ones, weight inside
};

// One step of the way, with what curves and trails need of it; the ways before it are shared with earlier moments.
struct Way {
    mutable std::shared_ptr<const Way> before;                    // let go by the destructor, step by step
    Eigen::Matrix2Xf memory, diffusion;                           // places of the tracked on the plane
    Eigen::VectorXf memoryEnergy, diffusionEnergy, frozenEnergy;  // weight inside
    float effective = 1;                                          // memories that the first particle's posterior mixes
    double sigma = 0, fixed = 0;                                  // of the diffusion, of the memory
    bool altered = false;                                         // a change by hand led here, not a step alone
    ~Way();
};

struct Rises {
    std::int64_t memory = 0, diffusion = 0, diffusionSum = 0, frozen = 0;
};

// The frozen moment: what the landscape at t_eval looks like.
struct Frozen {
    Matrix minima;  // none but for points of the plane
    Valley valley;  // around the middle
    double corrugation = 0;
};

// Where particles ended under a trained score, and what they are by their distances to stored points and to each other.
enum class Origin { Memorised, Spurious, Generalised };
struct Samples {
    Matrix at;
    std::vector<Origin> origins;
};

struct LandscapeView;
struct BasinsView;
struct BasinsWork;
struct BranchesView;
struct PotentialView;
struct TrainedView;

struct State {
    std::shared_ptr<const World> world;
    std::shared_ptr<const Schedule> schedule;
    std::shared_ptr<const Swarm> memory, diffusion;
    std::shared_ptr<const Matrix> start;  // features x particles
    std::shared_ptr<const Way> way;       // newest
    std::shared_ptr<const Frozen> frozen;
    std::shared_ptr<const ScoreTraining> training;  // none while the score is exact
    std::shared_ptr<const Samples> samples;         // of the last time round
    std::vector<int> startNearest;                  // the memory nearest to the start of each particle
    std::vector<int> parted;  // of each tracked one: the level since which the two rules are nearest to different memories; -1: they agree
    Rises rises;
    std::uint64_t seed = 0;
    int level = 0;

    std::shared_ptr<const LandscapeView> memoryView, diffusionView;
    std::shared_ptr<const BasinsView> basins;
    std::shared_ptr<const BasinsWork> basinsWork;
    std::shared_ptr<const BranchesView> branches;
    std::shared_ptr<const PotentialView> potential;
    std::shared_ptr<const TrainedView> trainedView;
};

State init(const Params& p, const Inputs& inputs);
void step(const Params& p, State& s);
std::vector<double> measure(const Params& p, const State& s);
bool settled(const Params& p, const State& s);
void changed(const Params& before, const Params& now, State& s);
void poke(const Params& p, State& s, const Poke& poke);
std::int64_t bytes(const State& s);

double sigmaNow(const State& s);  // of the diffusion
std::shared_ptr<const ScoreTraining> newTraining(const Params& p, const State& s);
void trainOn(State& s);
std::shared_ptr<const Samples> samplesOf(const State& s);

// Energies with the weight inside; at sigma = 0 the squared distance to the nearest memory.
Vector energies(const World& world, const ConstBatch& x, double sigma);
// Denoising at sigma as the compute layer does it, for pictures of many states.
MemoryModel modelAt(double sigma);

}  // namespace engram::diffusion_memory
