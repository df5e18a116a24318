// The choice of the window's language, as commands. It is spoken from the next start on: what is open keeps its words.
#pragma once

#include <functional>

#include "app/shell/commands.h"
#include "app/shell/preferences.h"

namespace engram {

using Say = std::function<void(const std::string&)>;

void addLanguageCommands(Commands& commands, Preferences& preferences, const Say& say);

}  // namespace engram
