// Sentences over the scene: that something could not be done, or was, gone after a few seconds or when pressed; and what has to be done
// before the session can be shown, as long as it takes.
#pragma once

#include "app/panels/ui.h"

namespace engram {

void toast(Ui& ui);
void busy(Ui& ui);

}  // namespace engram
