// Where runs are computed, for stamps: "cpu, x86-64-v3". Pictures of many starts may come from compute shaders; the numbers of a run
// never do.
#pragma once

#include <string>

namespace engram {

std::string computedOn();

}  // namespace engram
