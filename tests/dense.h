// The dense memory as its tests start it: from assignments, as on the command line.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"

namespace engram::test {

inline const Experiment& dense() { return experiment("dense_memory"); }

inline Values valuesWith(const std::vector<std::string>& assignments) {
    Values values = dense().params.defaults();
    for (const std::string& a : assignments) dense().params.set(values, a);
    return values;
}

inline std::unique_ptr<Run> started(const std::vector<std::string>& assignments, const Inputs& inputs = {}) {
    return dense().start(valuesWith(assignments), inputs);
}

}  // namespace engram::test
