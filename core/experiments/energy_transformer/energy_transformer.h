// The Energy Transformer (Hoover et al., NeurIPS 2023): patches of a picture as tokens that descend one energy, attention and memories
// side by side, until what is hidden is filled in.
#pragma once

#include "core/experiment/experiment.h"

namespace engram {

Experiment energyTransformer();

}  // namespace engram
