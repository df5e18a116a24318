// Two runs in one picture: laid over each other, their difference, and where they part. Pure functions of what the runs draw and measure.
#pragma once

#include <string>

#include "core/experiment/experiment.h"

namespace engram {

// The first run's panel with the second's path, state and curves in it, those named by `otherName` and drawn as a branch.
Panel overlaid(const Panel& panel, const Panel& other, const std::string& otherName);

// First minus second: curves of the same label, tiles, bars and fields, where both have them; a relief becomes a flat map. Absent, with
// the reason, where the panels have nothing that could be subtracted.
Panel difference(const Panel& panel, const Panel& other);

// A measure of both runs over the steps, and the first step at which any measure differs at all (-1: none so far).
std::int64_t partingOf(const Trace& a, const Trace& b);
// The measure that tells the two apart: `preferred`, unless it is the same in both while another is not.
int tellingMeasure(const Trace& a, const Trace& b, int preferred);
Panel partingPanel(const Experiment& experiment, int measure, const Trace& a, const Trace& b, const std::string& nameA, const std::string& nameB);

}  // namespace engram
