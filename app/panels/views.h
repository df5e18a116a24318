// The large region with more than one run in it: a branch beside the run at hand, over it or taken from it, or a grid of small
// multiples. All show the same panel at the same step under one camera.
#pragma once

#include "app/panels/ui.h"

namespace engram {

bool showsManyRuns(const Ui& ui);
void viewsPanel(Ui& ui);

// Small multiples over this part of the parameter's slider (0..1): alone, or as the second axis where there is one already.
void addGridAxis(Ui& ui, const ParamSpec& spec, double from, double to);

}  // namespace engram
