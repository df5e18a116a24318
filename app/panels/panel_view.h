// One panel of the board in a rectangle of the window, whatever it holds: painted, read out under the pointer, and edited by hand
// where it can be (a brush on a tile, a marker dragged in a plot).
#pragma once

#include "app/panels/ui.h"
#include "core/view/framing.h"

namespace engram {

// Whose panel it is, where that is not the run at hand.
struct Showing {
    std::uint64_t number = 0;   // of the frame shown; 0: the run at hand
    bool leads = true;          // frames the camera that others of the same panel follow
    bool edits = true;          // a hand may change the run in it
    double scale = 1;           // of the marks and words of a scene
    Alongside others{};         // where it leads: the scenes that follow, which its camera must show as well
};

// `place` tells apart where the panel is shown; scenes are gathered in ui.scenes and their labels painted here.
// Labels of a scene keep off the rectangles in `taken`.
void showPanel(Ui& ui, const std::string& place, const Panel& panel, Rect rect, const std::vector<Rect>& taken = {},
               const Showing& showing = {});

// The subtitle as the window says it: with the hint of what a hand can do.
std::string windowSubtitle(const Panel& panel);

}  // namespace engram
