// The multiply-add peak of this machine, measured: what an instruction set can do at most, against which kernels are held.
#pragma once

#include <string>

namespace engram {

// In GFLOP/s, a multiply-add counting two, on as many threads as threadCount() says: the best of several short runs. `isa` as for
// kernelsFor.
double multiplyAddPeak(const std::string& isa = {});

// GB/s that all threads together read from memory at most.
double readPeak();

}  // namespace engram
