// Functions applied to every entry: their names, and how they and their slopes are computed in either precision. Floats go through the
// kernels of the machine's instruction set, doubles through the standard library.
#pragma once

#include <string>
#include <vector>

#include "core/compute/kernels.h"

namespace engram {

struct FunctionEntry {
    Function function;
    const char* name;
    double (*value)(double x);
    double (*slope)(double x, double y);   // at x with y = f(x)
    double low, high;                      // where the function is smooth and of moderate size
};
const std::vector<FunctionEntry>& functions();   // in the order of Function
const FunctionEntry& entryOf(Function function);

Function functionNamed(const std::string& name);   // throws, naming the nearest

// y = f(x); dx = f'(x) dy, or that added to dx. On all cores, with the same bits on any number of them.
void applyAll(const Kernels&, Function, const float* x, long count, float* y);
void applyAll(const Kernels&, Function, const double* x, long count, double* y);
void applyBackAll(const Kernels&, Function, const float* x, const float* y, const float* dy, long count, bool add, float* dx);
void applyBackAll(const Kernels&, Function, const double* x, const double* y, const double* dy, long count, bool add, double* dx);

}  // namespace engram
