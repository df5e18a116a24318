// The small dialogs of the Help menu.
#pragma once

#include <string>

#include "app/shell/commands.h"

class QWidget;

namespace engram {

void showShortcuts(const Commands& commands, QWidget* parent);
void showAbout(const std::string& device, QWidget* parent);

}  // namespace engram
