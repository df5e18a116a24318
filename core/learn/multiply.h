// Matrix products of the tape: column-major factors, either of them transposed, on all cores. Floats are packed into panels for the
// product kernel; doubles, which serve as reference, go through Eigen. The same bits on any number of threads.
#pragma once

#include "core/compute/kernels.h"
#include "core/learn/numbers.h"

namespace engram {

template <class T>
struct Factor {
    const T* data;
    int rows, cols;      // as stored, column-major without gaps
    bool transposed;

    int height() const { return transposed ? cols : rows; }
    int width() const { return transposed ? rows : cols; }
};

// c = a b, plus the column `start` where there is one; or all of that added to c. Scratch comes from the arena and goes back.
template <class T>
void multiply(const Kernels&, Arena<T>&, const Factor<T>& a, const Factor<T>& b, const T* start, bool add, T* c);

}  // namespace engram
