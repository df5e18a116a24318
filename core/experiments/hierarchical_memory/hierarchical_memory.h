// Hierarchical associative memory: Krotov, "Hierarchical Associative Memory" (2021). Layers of neurons with their own Lagrangians and time
// constants, dense and convolutional synapses, one energy: strokes and rules make more memories than could be stored.
#pragma once

#include "core/experiment/experiment.h"

namespace engram {

Experiment hierarchicalMemory();

}  // namespace engram
