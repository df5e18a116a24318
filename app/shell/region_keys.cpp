#include "app/shell/region_keys.h"

#include <QKeySequence>

#include "app/lecture/lecture_keys.h"
#include "app/panels/parameters.h"
#include "app/shell/hand.h"

namespace engram {

namespace {

constexpr int kRegions = 4;
constexpr int kSign[] = {-1, 1};

void walk(Ui& ui, int direction) {
    const int next = int(ui.focus) + direction;
    ui.document.endEdit();
    if (next < 0 || next >= kRegions) return ui.leave(direction);
    goToRegion(ui, Focus(next));
}

// One level up, and never out of the window.
void goUp(Ui& ui, int) {
    if (!ui.parameters.search.empty() || ui.parameters.changedOnly) {
        ui.parameters.search.clear();
        ui.parameters.changedOnly = false;
    } else if (ui.focus != Focus::Scene) {
        goToRegion(ui, Focus::Scene);
    } else {
        ui.parameters.drawerOpen = false;
    }
}

void nudge(Ui& ui, int which, double size) { nudgeFocusedParameter(ui, kSign[which] * size); }
void seekBy(Ui& ui, int which) { ui.document.seek(ui.document.session().step + kSign[which]); }

std::vector<RegionKey> workKeys() {
    using enum Focus;
    return {
        {{},
         {"Shift+Tab", "Tab"},
         QT_TRANSLATE_NOOP("Commands", "Region before, next region"),
         [](Ui& ui, int which) { walk(ui, kSign[which]); }},
        {{}, {"Esc"}, QT_TRANSLATE_NOOP("Commands", "One level up"), goUp},
        {Scene, {"Left", "Right"}, QT_TRANSLATE_NOOP("Commands", "Turn"), [](Ui& ui, int which) { ui.scene.wish.turn += kSign[which]; }},
        {Scene, {"Down", "Up"}, QT_TRANSLATE_NOOP("Commands", "Tilt"), [](Ui& ui, int which) { ui.scene.wish.tilt += kSign[which]; }},
        {Scene,
         {"Shift+Left", "Shift+Right"},
         QT_TRANSLATE_NOOP("Commands", "Pan sideways"),
         [](Ui& ui, int which) { ui.scene.wish.panX += kSign[which]; }},
        {Scene,
         {"Shift+Up", "Shift+Down"},
         QT_TRANSLATE_NOOP("Commands", "Pan up and down"),
         [](Ui& ui, int which) { ui.scene.wish.panY += kSign[which]; }},
        {Scene,
         {"-", "+", "="},
         QT_TRANSLATE_NOOP("Commands", "Zoom"),
         [](Ui& ui, int which) { ui.scene.wish.zoom += which == 0 ? -1 : 1; }},
        {Scene, {"Home"}, QT_TRANSLATE_NOOP("Commands", "Frame everything"), [](Ui& ui, int) { ui.scene.wish.frameAll = true; }},
        {Scene, {"Return", "Enter"}, QT_TRANSLATE_NOOP("Commands", "Take things by keys"), takeHand},
        {Instruments, {"Return", "Enter"}, QT_TRANSLATE_NOOP("Commands", "Take things by keys"), takeHand},
        {Timeline, {"Return", "Enter"}, QT_TRANSLATE_NOOP("Commands", "Take things by keys"), takeHand},
        {Instruments,
         {"Left", "Right"},
         QT_TRANSLATE_NOOP("Commands", "Another instrument, where they are tabs"),
         [](Ui& ui, int which) { ui.instruments.tab += kSign[which]; }},
        {Parameters,
         {"Up", "Down"},
         QT_TRANSLATE_NOOP("Commands", "Choose a parameter"),
         [](Ui& ui, int which) { moveParameterFocus(ui, kSign[which]); }},
        {Parameters, {"Left", "Right"}, QT_TRANSLATE_NOOP("Commands", "Change it"), [](Ui& ui, int which) { nudge(ui, which, 1); }},
        {Parameters,
         {"Shift+Left", "Shift+Right"},
         QT_TRANSLATE_NOOP("Commands", "by a tenth of a step"),
         [](Ui& ui, int which) { nudge(ui, which, 0.1); }},
        {Parameters,
         {"Ctrl+Left", "Ctrl+Right"},
         QT_TRANSLATE_NOOP("Commands", "by ten steps"),
         [](Ui& ui, int which) { nudge(ui, which, 10); }},
        {Parameters, {"Return", "Enter"}, QT_TRANSLATE_NOOP("Commands", "Type a value"), [](Ui& ui, int) { typeFocusedParameter(ui); }},
        {Parameters, {"Backspace"}, QT_TRANSLATE_NOOP("Commands", "Back to the default"), [](Ui& ui, int) { resetFocusedParameter(ui); }},
        {Parameters,
         {"G"},
         QT_TRANSLATE_NOOP("Commands", "Small multiples along its range"),
         [](Ui& ui, int) { multiplyFocusedParameter(ui); }},
        {Timeline, {"Left", "Right"}, QT_TRANSLATE_NOOP("Commands", "One step"), seekBy},
        {Timeline, {"Home"}, QT_TRANSLATE_NOOP("Commands", "To the start"), [](Ui& ui, int) { ui.document.seek(0); }},
        {Timeline,
         {"End"},
         QT_TRANSLATE_NOOP("Commands", "To the end of what is recorded"),
         [](Ui& ui, int) { ui.document.seek(ui.document.lastStep()); }},
    };
}

// As the table writes it: Shift is part of how a sign such as + is typed, and the number pad is no other key.
QKeyCombination combination(const QKeyEvent& event) {
    if (event.key() == Qt::Key_Backtab) return Qt::ShiftModifier | Qt::Key_Tab;
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isSign = event.key() < Qt::Key_Escape && !(event.key() >= Qt::Key_A && event.key() <= Qt::Key_Z);
    if (isSign) modifiers &= ~Qt::ShiftModifier;
    return modifiers | Qt::Key(event.key());
}

std::vector<RegionKey> table() {
    std::vector<RegionKey> all = handKeys();  // they come before all others
    for (const auto& more : {workKeys(), lectureKeys()}) all.insert(all.end(), more.begin(), more.end());
    return all;
}

struct Meant {
    const RegionKey* entry = nullptr;  // null: nothing
    int which = 0;
};

Meant meantBy(const Ui& ui, QKeyCombination pressed) {
    const KeyState now = keyState(ui);
    for (const RegionKey& entry : regionKeys()) {
        const bool holds = entry.state == now || (now == KeyState::Hand && entry.state == KeyState::Work);
        if (!holds || (entry.region && *entry.region != ui.focus)) continue;
        for (std::size_t i = 0; i < entry.keys.size(); ++i)
            if (QKeySequence(QString::fromLatin1(entry.keys[i]))[0] == pressed) return {&entry, int(i)};
    }
    return {};
}

// A clicker may hold Shift down for no reason.
Meant meantBy(const Ui& ui, const QKeyEvent& key) {
    const QKeyCombination pressed = combination(key);
    const Meant meant = meantBy(ui, pressed);
    if (meant.entry || keyState(ui) != KeyState::Lecture) return meant;
    return meantBy(ui, (pressed.keyboardModifiers() & ~Qt::ShiftModifier) | pressed.key());
}

}  // namespace

const std::vector<RegionKey>& regionKeys() {
    static const std::vector<RegionKey> keys = table();
    return keys;
}

KeyState keyState(const Ui& ui) { return ui.lecture ? KeyState::Lecture : ui.hand.in ? KeyState::Hand : KeyState::Work; }

const char* regionName(Focus region) {
    constexpr const char* kNames[] = {QT_TRANSLATE_NOOP("Commands", "Scene"), QT_TRANSLATE_NOOP("Commands", "Instruments"),
                                      QT_TRANSLATE_NOOP("Commands", "Parameters"), QT_TRANSLATE_NOOP("Commands", "Timeline")};
    return kNames[int(region)];
}

bool pressRegionKey(Ui& ui, const QKeyEvent& key) {
    const Meant meant = meantBy(ui, key);
    if (meant.entry) meant.entry->act(ui, meant.which);
    return meant.entry != nullptr;
}

bool comesBeforeCommands(const Ui& ui, const QKeyEvent& key) {
    if (ui.lecture) return true;
    const Meant meant = meantBy(ui, key);
    return meant.entry && meant.entry->state == KeyState::Hand;
}

void goToRegion(Ui& ui, Focus region) {
    ui.document.endEdit();
    ui.hand = {};
    ui.focus = region;
    ui.focusVisible = true;
    if (region == Focus::Parameters) showParameters(ui, true);
    if (region == Focus::Parameters && !ui.document.experiment().params.find(ui.parameters.focusedRow)) moveParameterFocus(ui, 1);
}

void enterByTab(Ui& ui, Qt::FocusReason reason) {
    if (reason == Qt::TabFocusReason) goToRegion(ui, Focus::Scene);
    if (reason == Qt::BacktabFocusReason) goToRegion(ui, Focus::Timeline);
}

}  // namespace engram
