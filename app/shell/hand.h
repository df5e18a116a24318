// A pointer for who has no mouse. Keys move it and press its buttons, and panels take it for the mouse: so whatever a mouse can do in
// them (drag a memory, paint, ask where a start leads, choose a tile) can be done by keys, with no rule of its own in any panel.
#pragma once

#include "app/shell/region_keys.h"

namespace engram {

class ImguiQt;

std::vector<RegionKey> handKeys();  // while it is in
void takeHand(Ui& ui, int);         // it comes in, on the first thing of the region that has the keyboard
void releaseHandKey(Ui& ui, const QKeyEvent& key);
// Tells ImGui what has become of the hand since `told`, as a mouse would, and keeps it there.
void tell(ImguiQt& imgui, const HandState& hand, HandState& told);
void drawHand(const Ui& ui);

}  // namespace engram
