// What a Backend computes, in double and one state at a time, written for reading: the truth all kernels are tested against.
#pragma once

#include "core/compute/backend.h"
#include "core/base/scalar.h"

namespace engram::reference {

// Memories are features x memories, one a column, as for Backend::prepare.
Real energy(const MemoryModel& model, const Matrix& memories, const Vector& v);
Vector gradient(const MemoryModel& model, const Matrix& memories, const Vector& v);
// v itself where distances leave no memory any weight.
Vector target(const MemoryModel& model, const Matrix& memories, const Vector& v);
Vector stepped(const MemoryModel& model, const Matrix& memories, Real rate, const Vector& v);
int nearest(const MemoryModel& model, const Matrix& memories, const Vector& v);
Vector landscape(const MemoryModel& model, const Matrix& memories, const PlaneGrid& grid);

}  // namespace engram::reference
