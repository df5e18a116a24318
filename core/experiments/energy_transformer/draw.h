// Pictures of a moment: one function a panel. All are pure and cheap; what takes time was made by look().
#pragma once

#include "core/experiment/defined.h"
#include "core/experiments/energy_transformer/state.h"

namespace engram::energy_transformer {

using Moment = View<Params, State>;

Board draw(const Moment& m);

Panel completionPanel(const Moment& m);
Panel rivalsPanel(const Moment& m);
Panel tokensPanel(const Moment& m);
Panel sharesPanel(const Moment& m);
Panel pastPanel(const Moment& m);
Panel energyPanel(const Moment& m);
Panel qualityPanel(const Moment& m);
Panel memoriesPanel(const Moment& m);
Panel trainingPanel(const Moment& m);

std::string stepWords(const Moment& m);                        // "step 12 of 12"
std::string decibels(const State& s, double meanSquareError);  // "17.3 dB", or words where nothing is hidden or wrong
int hiddenCount(const State& s);

}  // namespace engram::energy_transformer
