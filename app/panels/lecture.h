// The whole screen of a lecture: scene, words beside it, pinned controls, and the frame that says the lecturer has strayed from the plan.
#pragma once

#include "app/panels/ui.h"

namespace engram {

void lecturePanel(Ui& ui);  // while ui.lecture is set

}  // namespace engram
