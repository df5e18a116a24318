// How a person moves the camera of a scene: mouse, keys and buttons, with a glide where it goes far. The camera is part of the
// session's view; a change of size or of the run never moves it.
#pragma once

#include "app/panels/ui.h"
#include "app/widgets/press.h"
#include "core/view/framing.h"

namespace engram {

// Carries out what mouse (over `area`) and keys ask for and returns the camera of this frame.
Camera steerCamera(Ui& ui, const std::string& panel, const Scene& scene, Rect rect, const Press& area, bool leads = true,
                   const Alongside& others = {});

}  // namespace engram
