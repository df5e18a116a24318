// The keys that the regions of the GL widget understand by themselves, as one table: what they do, the sheet of shortcuts, and the test
// that no two clash, also not with a command's, all read it.
#pragma once

#include <QKeyEvent>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/panels/ui.h"

namespace engram {

struct RegionKey {
    std::optional<Focus> region;                 // none: in all of them
    std::vector<const char*> keys;               // as QKeySequence reads them
    const char* text;                            // what they do
    std::function<void(Ui& ui, int which)> act;  // which of the keys was pressed
};

const std::vector<RegionKey>& regionKeys();
const char* regionName(Focus region);  // "Scene"

bool pressRegionKey(Ui& ui, const QKeyEvent& key);  // by the region that has the keyboard; false where it means nothing there
// Jumps to a region, or one on, from the last to the first: before and after them all lie the native parts of the window.
void goToRegion(Ui& ui, Focus region);
void enterByTab(Ui& ui, Qt::FocusReason reason);

}  // namespace engram
