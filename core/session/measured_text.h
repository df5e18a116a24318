// Text with numbers of the run in it, filled in from what was measured and never typed: "{overlap:.2f} after {step} steps".
//   {measure} {measure:.2f} {measure:%}   a measure at the moment, with three digits, with two decimals, as a percentage
//   {measure@0:.2f}                       the same at the start
//   {param}                               a parameter at the moment, as its control shows it
//   {step}                                the moment
#pragma once

#include <string>
#include <vector>

#include "core/experiment/experiment.h"

namespace engram {

std::string filled(const std::string& text, const Experiment& experiment, const Snapshot& moment);
bool hasFields(const std::string& text);  // something in it is measured
// Throws, with the nearest name, for a field that cannot be filled.
void checkFields(const std::string& text, const Experiment& experiment);

}  // namespace engram
