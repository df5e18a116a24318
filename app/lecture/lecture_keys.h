// The keys of a lecture: those of a clicker, those of votes, and those of the lecturer. Part of the one table in region_keys.h.
#pragma once

#include "app/shell/region_keys.h"

namespace engram {

std::vector<RegionKey> lectureKeys();

}  // namespace engram
