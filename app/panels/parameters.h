// The panel of parameters, made from the experiment's table alone: groups, search, one widget a kind, refusals in place.
#pragma once

#include "app/panels/ui.h"

namespace engram {

void parametersPanel(Ui& ui);
// Keys while the panel has the focus: up and down choose a row, left and right change it, Backspace resets, Enter types.
void moveParameterFocus(Ui& ui, int rows);
void nudgeFocusedParameter(Ui& ui, double steps);
void resetFocusedParameter(Ui& ui);
void typeFocusedParameter(Ui& ui);

}  // namespace engram
