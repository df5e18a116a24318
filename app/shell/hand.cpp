#include "app/shell/hand.h"

#include <imgui.h>

#include <QMouseEvent>
#include <algorithm>
#include <cmath>

#include "app/language/language.h"
#include "app/shell/imgui_qt.h"

namespace engram {

namespace {

constexpr double kStep = 10, kFineStep = 1, kRing = 9;
constexpr double kOnIt = 1.5;  // a stop so near is where the hand stands

bool menuIsOpen(const Ui& ui) {
    return std::ranges::any_of(ui.stops, [](const HandStop& stop) { return stop.inMenu; });
}

// Where the hand may go. A menu reaches beyond the region that it was opened in.
std::vector<Rect> roomOf(const Ui& ui) {
    if (menuIsOpen(ui)) return {{0, 0, ImGui::GetIO().DisplaySize.x, ImGui::GetIO().DisplaySize.y}};
    if (ui.focus == Focus::Instruments) return ui.layout.instruments;
    return {ui.focus == Focus::Timeline ? ui.layout.timeline : ui.layout.scene};
}

std::vector<Pt> stopsIn(const Ui& ui, const std::vector<Rect>& room) {
    const bool inMenu = menuIsOpen(ui);
    std::vector<Pt> stops;
    for (const HandStop& stop : ui.stops)
        if (stop.inMenu == inMenu && std::ranges::any_of(room, [&](const Rect& r) { return r.contains(stop.at); }))
            stops.push_back(stop.at);
    return stops;
}

// To the next thing; from between them to the nearest.
void walk(Ui& ui, int direction) {
    const std::vector<Pt> stops = stopsIn(ui, roomOf(ui));
    if (stops.empty()) return;
    const auto far = [at = ui.hand.at](Pt p) { return std::hypot(p.x - at.x, p.y - at.y); };
    const auto nearest = std::min_element(stops.begin(), stops.end(), [&](Pt a, Pt b) { return far(a) < far(b); });
    const int count = int(stops.size()), at = int(nearest - stops.begin());
    ui.hand.at = far(*nearest) > kOnIt ? *nearest : stops[std::size_t((at + direction + count) % count)];
}

void move(Ui& ui, double dx, double dy) {
    const std::vector<Rect> room = roomOf(ui);
    if (room.empty()) return;  // put away while the hand was in it
    const double left = room.front().x, right = room.back().right() - 1, top = room.front().y, bottom = room.front().bottom() - 1;
    ui.hand.at = {std::clamp(ui.hand.at.x + ui.px(dx), left, right), std::clamp(ui.hand.at.y + ui.px(dy), top, bottom)};
}

void moveAlong(Ui& ui, int which, double step) {
    constexpr double kWays[][2] = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
    move(ui, kWays[which][0] * step, kWays[which][1] * step);
}

RegionKey key(std::vector<const char*> keys, const char* text, std::function<void(Ui&, int)> act) {
    return {{}, std::move(keys), text, std::move(act), KeyState::Hand};
}

}  // namespace

std::vector<RegionKey> handKeys() {
    return {
        key({"Shift+Tab", "Tab"}, QT_TRANSLATE_NOOP("Commands", "Thing before, next thing"),
            [](Ui& ui, int which) { walk(ui, which == 0 ? -1 : 1); }),
        key({"Left", "Right", "Up", "Down"}, QT_TRANSLATE_NOOP("Commands", "Move, with what is held"),
            [](Ui& ui, int which) { moveAlong(ui, which, kStep); }),
        key({"Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"}, QT_TRANSLATE_NOOP("Commands", "by a tenth of a step"),
            [](Ui& ui, int which) { moveAlong(ui, which, kFineStep); }),
        key({"Space"}, QT_TRANSLATE_NOOP("Commands", "Press, hold while it is down, paint"), [](Ui& ui, int) { ui.hand.presses = true; }),
        key({"Return", "Enter"}, QT_TRANSLATE_NOOP("Commands", "Hold, and let go"),
            [](Ui& ui, int) { ui.hand.presses = !ui.hand.presses; }),
        key({"Backspace"}, QT_TRANSLATE_NOOP("Commands", "Erase"), [](Ui& ui, int) { ui.hand.erases = true; }),
        key({"Esc"}, QT_TRANSLATE_NOOP("Commands", "Let go of all"), [](Ui& ui, int) { ui.hand = {}; }),
    };
}

void takeHand(Ui& ui, int) {
    const std::vector<Rect> room = roomOf(ui);
    if (room.empty()) return;
    const std::vector<Pt> stops = stopsIn(ui, room);
    const Rect& first = room.front();
    ui.hand = {true, stops.empty() ? Pt{first.x + first.width / 2, first.y + first.height / 2} : stops.front()};
}

void releaseHandKey(Ui& ui, const QKeyEvent& key) {
    if (key.isAutoRepeat()) return;
    if (key.key() == Qt::Key_Space) ui.hand.presses = false;
    if (key.key() == Qt::Key_Backspace) ui.hand.erases = false;
}

void tell(ImguiQt& imgui, const HandState& hand, HandState& told) {
    const QPointF at(hand.in ? hand.at.x : told.at.x, hand.in ? hand.at.y : told.at.y);
    const auto send = [&](QEvent::Type type, Qt::MouseButton button) {
        QMouseEvent event(type, at, at, button, button, Qt::NoModifier);
        imgui.take(&event);
    };
    if (hand.in && (!told.in || hand.at.x != told.at.x || hand.at.y != told.at.y)) send(QEvent::MouseMove, Qt::NoButton);
    for (const auto& [button, down, wasDown] :
         {std::tuple{Qt::LeftButton, hand.presses, told.presses}, std::tuple{Qt::RightButton, hand.erases, told.erases}})
        if (down != wasDown) send(down ? QEvent::MouseButtonPress : QEvent::MouseButtonRelease, button);
    if (!hand.in && told.in) {
        QEvent gone(QEvent::Leave);
        imgui.take(&gone);
    }
    told = hand;
}

// A ring with a cross in it: seen on any ground, and filled while it holds.
void drawHand(const Ui& ui) {
    if (!ui.hand.in) return;
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list._FringeScale = float(1 / ui.density);
    const ImVec2 at{float(ui.hand.at.x), float(ui.hand.at.y)};
    const float radius = float(ui.px(kRing)), line = float(ui.px(2)), reach = 1.7f * radius;
    const ImU32 ground = packed(ui.theme->scene, 0.85f), ink = packed(ui.theme->colour({Ink::Selected}));
    if (ui.hand.presses || ui.hand.erases) list.AddCircleFilled(at, radius, packed(ui.theme->colour({Ink::Selected}), 0.45f));
    for (const auto& [colour, width] : {std::pair{ground, 2.6f * line}, std::pair{ink, line}}) {
        list.AddCircle(at, radius, colour, 0, width);
        for (const auto& [x, y] : {std::pair{-1.f, 0.f}, {1.f, 0.f}, {0.f, -1.f}, {0.f, 1.f}})
            list.AddLine({at.x + x * radius, at.y + y * radius}, {at.x + x * reach, at.y + y * reach}, colour, width);
    }
}

}  // namespace engram
