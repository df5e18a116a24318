// The keys that the GL widget understands by itself, as one table: what they do, the sheet of shortcuts, and the test that no two
// clash, also not with a command's, all read it. Which of them hold depends on what is under way.
#pragma once

#include <QKeyEvent>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/panels/ui.h"

namespace engram {

// Work: beside the commands. Hand: the keyboard moves a pointer; its keys come before all others, which hold on. Lecture: no others hold.
enum class KeyState { Work, Hand, Lecture };
KeyState keyState(const Ui& ui);

struct RegionKey {
    std::optional<Focus> region;                 // none: in all of them
    std::vector<const char*> keys;               // as QKeySequence reads them
    const char* text;                            // what they do
    std::function<void(Ui& ui, int which)> act;  // which of the keys was pressed
    KeyState state = KeyState::Work;
};

const std::vector<RegionKey>& regionKeys();
const char* regionName(Focus region);  // "Scene"

bool pressRegionKey(Ui& ui, const QKeyEvent& key);  // by the region that has the keyboard; false where it means nothing there
bool comesBeforeCommands(const Ui& ui, const QKeyEvent& key);  // it is the hand's, or a lecture is given
// Jumps to a region, or one on, from the last to the first: before and after them all lie the native parts of the window.
void goToRegion(Ui& ui, Focus region);
void enterByTab(Ui& ui, Qt::FocusReason reason);

}  // namespace engram
