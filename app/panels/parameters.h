// The panel of parameters, made from the experiment's table alone: groups, search, one widget a kind, refusals in place.
#pragma once

#include "app/panels/ui.h"

namespace engram {

struct ParamEdit;

void parametersPanel(Ui& ui);
// Applies what a control of any kind has given, or keeps the sentence that says why it cannot be (ParametersState::refusals).
void changeParameter(Ui& ui, const ParamSpec& spec, const ParamEdit& edit);
void applyEdit(Document& document, const ParamSpec& spec, const ParamEdit& edit);  // or throws
// Brings the row into view, whatever is searched for or folded, and gives it the keyboard.
void focusParameter(Ui& ui, const std::string& id);
// Keys while the panel has the focus: up and down choose a row, left and right change it, Backspace resets, Enter types.
void moveParameterFocus(Ui& ui, int rows);
void nudgeFocusedParameter(Ui& ui, double steps);
void resetFocusedParameter(Ui& ui);
void typeFocusedParameter(Ui& ui);
void multiplyFocusedParameter(Ui& ui);  // small multiples along the whole of its track

// The panel last painted or moved in by hand, up to the moment shown; empty: none.
std::string touchedPanel(const Session& session);

// Whether they stand in the window, beside the scene or as a drawer over it; and so that they do, or do not.
bool parametersShown(const Ui& ui);
void showParameters(Ui& ui, bool on);

}  // namespace engram
