// The transport and the track of the run: play, step, and a head that drags through what is recorded.
#pragma once

#include "app/panels/ui.h"

namespace engram {

void timelinePanel(Ui& ui);

// Steps a second at pace 1, and the paces offered.
constexpr double kStepsPerSecond = 20;
constexpr double kPaces[] = {0.25, 0.5, 1, 2, 4, 8};

}  // namespace engram
