// A sweep as a plot that fills in while it runs: one axis as a curve of means with standard errors over the seeds, two as a heat map.
#pragma once

#include <optional>

#include "core/sim/sweep.h"

namespace engram {

// `rows` may come in any order and leave runs out. A sweep with no axis, or more than two, has a reason instead of a plot.
Panel sweepPanel(const SweepPlan& plan, const std::vector<SweepRow>& rows, int measure);

// The run whose place in that plot is nearest to (x, y), in data coordinates; none where the plan has no plot. Of its seeds the first.
std::optional<std::int64_t> runAt(const SweepPlan& plan, double x, double y);

}  // namespace engram
