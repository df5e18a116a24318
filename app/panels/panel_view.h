// One panel of the board in a rectangle of the window, whatever it holds: painted, read out under the pointer, and edited by hand
// where it can be (a brush on a tile, a marker dragged in a plot).
#pragma once

#include "app/panels/ui.h"

namespace engram {

// `place` tells apart where the panel is shown; scenes are gathered in ui.scenes and their labels painted here.
// Labels of a scene keep off the rectangles in `taken`.
void showPanel(Ui& ui, const std::string& place, const Panel& panel, Rect rect, const std::vector<Rect>& taken = {});

// The subtitle as the window says it: with the hint of what a hand can do.
std::string windowSubtitle(const Panel& panel);

}  // namespace engram
