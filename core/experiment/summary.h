// The run in one sentence, for the status line, for screen readers and for copying: what the board says of the moment, the leading
// measure where the board does not name it, how many steps were made, and whether the run has come to its end.
#pragma once

#include "core/experiment/experiment.h"

namespace engram {

std::string runSummary(const Experiment& experiment, const Snapshot& moment, const std::string& boardSentence);

// The measure to show where there is room for one: that which is claimed never to rise, else the energy, else the first; -1: none.
int leadingMeasure(const Experiment& experiment, const Values& values);

}  // namespace engram
