// The large region: the hero panel with its title over a scrim and the view buttons, the scene itself steered by mouse and keys.
#pragma once

#include "app/panels/ui.h"

namespace engram {

void scenePanel(Ui& ui);

}  // namespace engram
