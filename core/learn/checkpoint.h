// Weights to and from the tensors of a file. A tensor is stored as rows x columns, a column as a list, so that other programs read a
// layer's weight as outputs x inputs.
#pragma once

#include "core/learn/parameters.h"
#include "core/learn/safetensors.h"

namespace engram {

// Adds values laid out as `layout` says (parameters, their average, a moment of an optimiser), each name after `prefix`.
template <class T>
void store(StoredTensors& into, const TensorLayout& layout, const Numbers<T>& values, const std::string& prefix = {});

// The values of all tensors whose names begin with `prefix`; either precision is read. Throws, naming the tensor, where one is missing,
// there is one the layout does not know, or a shape differs. Numbers that are not finite are taken as they are, and told of in `warning`.
template <class T>
struct Restored {
    Numbers<T> values;
    std::string warning;   // a sentence, or empty
};
template <class T>
Restored<T> restore(const StoredTensors& from, const TensorLayout& layout, const std::string& prefix = {});

}  // namespace engram
