// Dense associative memory: Krotov & Hopfield, "Large Associative Memory Problem in Neurobiology and Machine Learning" (2021), with
// the networks of 1982 and 1984 as special cases.
#pragma once

#include "core/experiment/experiment.h"

namespace engram {

Experiment denseMemory();

}  // namespace engram
