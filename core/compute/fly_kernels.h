// The kernel of winner-take-all learning, compiled once per instruction set like those of kernels.h, in a table of its own: only what
// learns this way includes it.
#pragma once

namespace engram {

constexpr int kFlyLine = 16;  // rows are padded to whole lines of so many floats

// Windows of inputs over the rows of a table (a row an input, `lines` lines of cells a row). The drive of a cell is scale times the sum
// of its entries in the rows of the window, plus `bias` (0, or -infinity for padding). Negative inputs are left out. Writes the largest
// drive of each window and its cell, the first one where several are equal.
struct FlyWindows {
    const float *table, *scale, *bias;
    int lines;
    const int* inputs;  // width a window
    int width, windows;
    float* best;
    int* winner;
};

using FlyDrives = void (*)(const FlyWindows&);
FlyDrives flyDrives();  // of the instruction set that kernelsFor({}) takes

namespace x86_64 {
void flyDrives(const FlyWindows& windows);
}
namespace x86_64_v3 {
void flyDrives(const FlyWindows& windows);
}
namespace x86_64_v4 {
void flyDrives(const FlyWindows& windows);
}

}  // namespace engram
