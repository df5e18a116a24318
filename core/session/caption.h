// A draft of the words under a figure, so that a reader can repeat it: what it shows, of which run, and what was measured.
#pragma once

#include <string>
#include <vector>

#include "core/session/session.h"

namespace engram {

// `panelTitles`: as in the figure, lettered a, b, c where there are several.
std::string captionOf(const Session& session, const Snapshot& moment, const std::vector<std::string>& panelTitles);

}  // namespace engram
