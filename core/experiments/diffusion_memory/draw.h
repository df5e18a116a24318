// Pictures of a moment: one function a panel. All are pure and cheap; what takes time was made by look().
#pragma once

#include "core/experiment/defined.h"
#include "core/experiments/diffusion_memory/views.h"

namespace engram::diffusion_memory {

using Moment = View<Params, State>;

// Places of the measures in the trace.
enum MeasureIndex {
    kMemoryEnergy,
    kDiffusionEnergy,
    kRisesMemory,
    kRisesDiffusion,
    kRisesSum,
    kRisesFrozen,
    kOnMemory,
    kOnNearest,
    kEffective,
    kMinima,
    kCorrugation,
    kLoss
};

constexpr int kNumbered = 7;  // particles with a number, a trail and curves of their own

Board draw(const Moment& m);

Panel memoryPanel(const Moment& m);
Panel diffusionPanel(const Moment& m);
Panel basinsPanel(const Moment& m);
Panel branchesPanel(const Moment& m);
Panel potentialPanel(const Moment& m);
Panel ringPanel(const Moment& m);
Panel memoryEnergyPanel(const Moment& m);
Panel diffusionEnergyPanel(const Moment& m);
Panel picturesPanel(const Moment& m);
Panel weightsPanel(const Moment& m);
Panel recognitionPanel(const Moment& m);
Panel trainedPanel(const Moment& m);
Panel exactPanel(const Moment& m);
Panel trainingPanel(const Moment& m);

// Words shared by panels.
std::string timeWords(const Moment& m);          // "t = 0.086, σ = 0.294"
std::string betaWords(double beta);              // "β = 12 on squared distances, 24 on dot products"
std::string frozenWords(const Moment& m);        // "at t_eval = 0.15, σ = 0.387"
std::vector<const Way*> waysOf(const State& s);  // oldest first
int numberedCount(const State& s);

}  // namespace engram::diffusion_memory
