// What takes too long to make for every picture: basins, the relief, the 36 settings, the rivals. Made by look(), drawn by draw(); each
// knows what it was made from.
#pragma once

#include <optional>
#include <set>

#include "core/experiments/clam/state.h"
#include "core/view/marks.h"

namespace engram::clam {

// Which cluster every place of the plane belongs to.
struct MapView {
    std::shared_ptr<const void> from;  // the epoch, or the k-means run
    int iteration = 0, side = 0;
    double agrees = 0;  // share of places where the nearest prototype says the same
    Field ends;
    Shared<double> edgesX, edgesY;  // where the nearest prototype changes: a curve with gaps
};

struct ReliefView {
    std::shared_ptr<const Epoch> epoch;
    Surface surface;
    std::vector<Shared<Vec3>> paths;  // of some points, all steps
    std::vector<int> ends;            // their clusters
};

// The grid of the published search on these data: four beta by three learning rates by three mask values.
struct SettingsView {
    static constexpr int kBetas = 4, kRates = 3, kValues = 3, kAll = kBetas * kRates * kValues;
    struct Outcome {
        Scores scores;
        double loss = 0;
    };
    std::shared_ptr<const World> world;
    ClamRecipe recipe;  // what all settings share
    int epochs = 0;
    std::vector<Outcome> outcomes;   // in the order of settingAt
    std::optional<ClamTraining> at;  // the one that is being learned
};
struct Setting {
    double beta, rate;
    MaskValue value;
};
Setting settingAt(int number);
int bestSetting(const SettingsView& view, bool allUsed, int clusters);  // by silhouette, of those with two clusters at least; -1: none

struct RivalsView {
    struct Rival {
        std::string name;
        Scores scores;
    };
    std::shared_ptr<const World> world;
    double beta = 0;
    std::vector<Rival> rivals;
    std::string missing;  // why one is not there
    bool done = false;
};

bool look(const Params& p, State& s, const std::set<std::string>& panels);
void keepViews(const State& from, State& to);
std::int64_t viewBytes(const State& s);

bool lookAtSettings(const Params& p, State& s);
bool lookAtRivals(const Params& p, State& s);

}  // namespace engram::clam
