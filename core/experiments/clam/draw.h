// Pictures of a moment: one function a panel. All are pure and cheap; what takes time was made by look().
#pragma once

#include "core/experiment/defined.h"
#include "core/experiments/clam/views.h"

namespace engram::clam {

using Moment = View<Params, State>;

// Places of the measures in the trace; those of k-means follow in the same order.
enum MeasureIndex { kSilhouette, kNmi, kAri, kInertia, kUsed, kLoss, kEnergy, kRival };

Board draw(const Moment& m);

Panel mapPanel(const Moment& m);
Panel kmeansPanel(const Moment& m);
Panel reliefPanel(const Moment& m);
Panel completionPanel(const Moment& m);
Panel silhouettePanel(const Moment& m);
Panel agreementPanel(const Moment& m);
Panel lossPanel(const Moment& m);
Panel usedPanel(const Moment& m);
Panel softnessPanel(const Moment& m);
Panel settingsPanel(const Moment& m);
Panel settingsUsedPanel(const Moment& m);
Panel rivalsPanel(const Moment& m);

// Words shared by panels.
std::string scoreWords(const Moment& m, const Scores& scores);  // "silhouette 0.40, NMI 0.89, 7 of 7 clusters used"
std::string planeWords(const World& world);                     // empty where points lie in the plane
// The clusters of k-means in the order of those here that they share most points with, so that colours mean the same.
std::vector<int> matched(const Labels& kmeans, const Labels& own, int clusters);

}  // namespace engram::clam
