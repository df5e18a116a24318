// The state of clustering with associative memories: prototypes that learn, and k-means iterating beside them on the same points. A value
// that copies fast, because everything large is shared and immutable; views that take time are made by look().
#pragma once

#include <array>

#include "core/experiments/clam/world.h"

namespace engram::clam {

// The way that centres have come, an epoch a link; those before it are shared with earlier moments.
struct Way {
    mutable std::shared_ptr<const Way> before;  // let go by the destructor, one by one
    Matrix places;                              // of the effective centres, on the plane
    ~Way();
};

// How many clusters share a point, from 1 to all: the mean, and the share of points in equal parts of that range.
struct Softness {
    static constexpr int kBins = 20;
    double mean = 0;
    std::array<double, kBins> shares{};
};

// What an epoch left behind.
struct Epoch {
    std::shared_ptr<const Way> way;
    Matrix prototypes;  // features x clusters
    Labels labels;
    Scores scores;
    Softness softness;
    double loss = 0, energy = 0;
    int number = 0;
};

// Lloyd's iterations of the best of ten starts; the last is where it ends.
struct KMeansRun {
    struct Iterate {
        Matrix centres, places;
        Labels labels;
        Scores scores;
        double loss = 0;  // of completions with the centres as prototypes
    };
    std::vector<Iterate> iterates;
};

struct MapView;
struct ReliefView;
struct SettingsView;
struct RivalsView;

struct State {
    std::shared_ptr<const World> world;
    std::shared_ptr<const ClamTraining> training;
    std::shared_ptr<const Epoch> epoch;  // newest
    std::shared_ptr<const KMeansRun> kmeans;
    int kmeansAt = 0;  // which iterate is shown: one an epoch, and at the end the last
    std::uint64_t seed = 0;

    std::shared_ptr<const MapView> map, kmeansMap;
    std::shared_ptr<const ReliefView> relief;
    std::shared_ptr<const SettingsView> settings;
    std::shared_ptr<const RivalsView> rivals;
};

State init(const Params& p, const Inputs& inputs);
void step(const Params& p, State& s);
std::vector<double> measure(const Params& p, const State& s);
bool settled(const Params& p, const State& s);
void changed(const Params& before, const Params& now, State& s);
void evaluate(const Params& p, const Inputs& inputs, State& s);  // with other classes of pictures
void poke(const Params& p, State& s, const Poke& poke);
std::int64_t bytes(const State& s);

const KMeansRun::Iterate& kmeansNow(const State& s);
int kmeansIteration(const State& s);
Vector fill(const Params& p, const State& s);       // where hidden coordinates start
Matrix centresOf(const Params& p, const State& s);  // effective ones: where completions end
// 1 where a coordinate of this point is hidden for the eye: always one at least.
Vector shownMask(const Params& p, const State& s, int point);

}  // namespace engram::clam
