// The instruction sets kernels are compiled for, and the one to use: the best this machine has unless a name says otherwise.
#pragma once

#include <string>
#include <vector>

#include "core/compute/kernels.h"

namespace engram {

std::vector<std::string> knownIsas();     // x86-64, v3, v4
std::vector<std::string> machineIsas();   // those this machine can run

// Empty: what ENGRAM_ISA names, else the best. Throws where the name is unknown or the machine does not have the set.
const Kernels& kernelsFor(const std::string& isa);

}  // namespace engram
