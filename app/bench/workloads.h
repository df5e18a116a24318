// Workloads that need pictures or the window, beside those of core/bench: what a frame costs, what a cloud of particles costs, how
// long the window takes to show itself. Those of the window run the program itself as a child, so they time what a person sees.
#pragma once

#include "core/bench/workload.h"
#include "core/view/board.h"

namespace engram::bench {

const std::vector<Entry>& pictureWorkloads();

Workload frame();      // a scene without a window, and in one where there is a display
Workload particles();
Workload start();      // throws where there is no display

// The scene that frames are timed with: `grid` x `grid` samples of eight wells, a trail of that many pieces, pins and a cue.
Scene frameScene(int grid = 256, int pieces = 10'000);

constexpr int kFrameWidth = 1280, kFrameHeight = 720;

}  // namespace engram::bench
