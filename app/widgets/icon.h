// The icons of the window, drawn as paths on a grid of 16 x 16, so that they are sharp at every scale and take any colour.
#pragma once

#include "app/shell/imgui_canvas.h"

namespace engram {

enum class Icon {
    Home,
    Cube,
    Eye,
    EyeOff,
    Camera,
    Enlarge,
    Search,
    Sliders,
    Reset,
    ToStart,
    Back,
    Play,
    Pause,
    Forward,
    Chevron,
    ChevronRight,
    Cross
};

void drawIcon(ImDrawList& list, Icon icon, Pt centre, double size, Rgba colour);

}  // namespace engram
