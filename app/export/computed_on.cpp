#include "app/export/computed_on.h"

#include "core/compute/isa.h"

namespace engram {

std::string computedOn() { return std::string("cpu, ") + kernelsFor("").name; }

}  // namespace engram
