// Pictures of a moment: one function a panel. All are pure and cheap; what takes time was made by look().
#pragma once

#include "core/experiment/defined.h"
#include "core/experiments/fly_embedding/state.h"

namespace engram::fly_embedding {

using Moment = View<Params, State>;

Board draw(const Moment& m);

Panel ribbonPanel(const Moment& m);
Panel calyxPanel(const Moment& m);
Panel drivesPanel(const Moment& m);
Panel cloudPanel(const Moment& m);
Panel rasterPanel(const Moment& m);
Panel sensesPanel(const Moment& m);
Panel mapPanel(const Moment& m);
Panel nearestPanel(const Moment& m);
Panel twinPanel(const Moment& m);
Panel trainingPanel(const Moment& m);
Panel usagePanel(const Moment& m);
Panel normsPanel(const Moment& m);
Panel pairsPanel(const Moment& m);
Panel rarityPanel(const Moment& m);
Panel documentsPanel(const Moment& m);

Absent beingMade();
Axis hidden(double low, double high);        // an axis without ticks
std::string countWords(double count);        // 1 862 917
std::string timeWords(double seconds);       // about 3 minutes
std::string progressWords(const Moment& m);  // epoch 4 of 15, 310 000 of ...
Paint topicPaint(int topic, float alpha = 1);

// What the window at hand does to the cells.
struct Drive {
    std::vector<int> context;
    int target = 0, winner = 0;
    Eigen::VectorXf drives;
    double threshold = 0, shown = 0;  // of the code; where it stands on its way down
    int on = 0;                       // above what is shown
};
Drive driveNow(const Moment& m);

}  // namespace engram::fly_embedding
