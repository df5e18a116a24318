// The row beneath the scene: recall, hidden neurons, energy or whatever else the experiment shows, each slot with a menu to choose.
#pragma once

#include "app/panels/ui.h"

namespace engram {

void instrumentsPanel(Ui& ui);
// How wide each slot of the row wants to be, from what it shows.
std::vector<double> instrumentShares(const Ui& ui);

}  // namespace engram
