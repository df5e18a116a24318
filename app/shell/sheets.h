// The small dialogs of the Help menu.
#pragma once

#include "app/shell/commands.h"

class QWidget;

namespace engram {

void showShortcuts(const Commands& commands, QWidget* parent);

}  // namespace engram
