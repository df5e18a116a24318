// The small pieces that all controls are made of: something to press, a ring of focus, a tip that waits, a button, a menu.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/panels/ui.h"
#include "app/widgets/icon.h"

namespace engram {

struct Press {
    bool hovered = false, held = false, clicked = false, doubleClicked = false;
    Rect at = {};
};
Press press(const char* id, Rect rect);               // leaves the ImGui cursor where it was
Rect takeRow(const Ui& ui, double heightAtScaleOne);  // the next full-width row of the region

// Words centred on `middleY`.
void label(const Ui& ui, double x, double middleY, const std::string& text, Font font, Rgba colour, Anchor anchor = Anchor::Left);
std::string fitted(const Ui& ui, const std::string& text, Font font, double width);        // cut with an ellipsis where too long
double wrapped(const Ui& ui, Rect rect, const std::string& text, Font font, Rgba colour);  // draws lines from the top; the height used
double wrappedHeight(const Ui& ui, double width, const std::string& text, Font font);

void focusRing(const Ui& ui, Rect around);
void tip(const Ui& ui, const Press& over, const std::string& text);  // after half a second on it
bool iconButton(const Ui& ui, const char* id, Icon icon, Rect rect, const std::string& help, bool ground = true);
// Opens under `below` once ImGui::OpenPopup(id) was called; the index chosen.
std::optional<int> choiceMenu(Ui& ui, const char* id, Rect below, const std::vector<std::string>& items, int current);

}  // namespace engram
