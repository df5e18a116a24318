// Pictures of a moment: one function a panel. All are pure and cheap; what takes time was made by look().
#pragma once

#include "core/experiment/defined.h"
#include "core/experiments/dense_memory/views.h"

namespace engram::dense_memory {

using Moment = View<Params, State>;

// Places of the measures in the trace.
enum MeasureIndex { kEnergy, kFeature, kHidden, kSynapse, kDissipation, kOverlap, kRecalled, kActive, kTime, kNearest };

Board draw(const Moment& m);

Panel surfacePanel(const Moment& m);
Panel recallPanel(const Moment& m);
Panel hiddenPanel(const Moment& m);
Panel energyPanel(const Moment& m);
Panel powerPanel(const Moment& m);
Panel gapPanel(const Moment& m);
Panel spherePanel(const Moment& m);
Panel planePanel(const Moment& m);

// Words shared by panels.
std::string modelWords(const Params& p);                           // "model B, β = 13"
std::string cueWords(const Moment& m);                             // "49 % hidden"
std::string stepWords(const Moment& m);                            // "step 22"
std::string percent(double share);                                 // "12 %"
Vector shownState(const Moment& m);
double overlapWith(const State& s, const Vector& v, int memory);   // cosine
Sentence planeNote(const Moment& m);                               // what the plane goes through
Sentence outsideNote(const Moment& m);                             // and how much of the state it cannot show
Sentence loadNote(const Moment& m);                                // memories a feature, the measure of capacity
double shareOutsidePlane(const Moment& m);
std::vector<double> niceTicks(double low, double high, int count);

}  // namespace engram::dense_memory
