// Pictures of a moment: one function a panel. All are pure and cheap; what takes time was made by look().
#pragma once

#include "core/experiment/defined.h"
#include "core/experiments/hierarchical_memory/looked_at.h"

namespace engram::hierarchical_memory {

using Moment = View<Params, State>;

// Places of the measures in the trace; of those that each layer or synapse has, the first.
enum MeasureIndex {
    kEnergy = 0,
    kLayerEnergy = 1,
    kSynapseEnergy = 6,
    kDissipation = 10,
    kSlope = 15,
    kRises = 16,
    kError = 17,
    kLoss = 18,
    kTime = 19
};

Board draw(const Moment& m);

Panel theatrePanel(const Moment& m);
Panel drivesPanel(const Moment& m);
Panel compositionPanel(const Moment& m);
Panel recallPanel(const Moment& m);
Panel mixerPanel(const Moment& m);
Panel ratePanel(const Moment& m);
Panel energyPanel(const Moment& m);
Panel trainingPanel(const Moment& m);
Panel memoriesPanel(const Moment& m);

// Words shared by panels.
std::string layerName(const Moment& m, int layer);
std::string brokenWords(const Params& p);  // what breaks the symmetry, empty where nothing does
std::string errorWords(double error);      // "mse 0.00073"
std::string countWords(double count);      // 1048576, 3.4e+38
int layersOf(const Moment& m);

std::string readingOf(const Moment& m);  // of the neuron looked at, for the pointer
// What the pointer chooses on a picture of the pixels as a layer has them: the neuron that is strongest over each.
Pointing pointingOver(const Moment& m, int layer, std::string reading);

}  // namespace engram::hierarchical_memory
