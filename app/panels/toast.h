// One sentence over the scene when something could not be done, or was: gone after a few seconds or when pressed.
#pragma once

#include "app/panels/ui.h"

namespace engram {

void toast(Ui& ui);

}  // namespace engram
