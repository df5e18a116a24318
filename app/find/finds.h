// What the window can find: commands, parameters, panels, examples, experiments and files for the palette, and the list of what differs
// from the defaults. Both are made anew from the document whenever something is typed.
#pragma once

#include "app/find/palette.h"

namespace engram {

class MainWindow;
class Preferences;

FindSource everything(MainWindow& window, const Preferences& preferences);
// Each with its default and its value now; choosing one sets it back.
FindSource changes(MainWindow& window);

}  // namespace engram
