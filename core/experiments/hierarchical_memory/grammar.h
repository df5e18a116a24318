// What compositions are made of: strokes, rules for parts of two by two strokes, and rules for parts of parts.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/random.h"
#include "core/experiments/hierarchical_memory/params.h"

namespace engram::hierarchical_memory {

// A rule names four things, row by row, of the layer below.
using Rules = Eigen::Matrix4Xi;

struct Grammar {
    Matrix strokes;            // strokes x pixels of a kernel, each of length 1
    std::vector<Rules> rules;  // of layers 3, 4, ...
};
Grammar makeGrammar(const Params& p, std::uint64_t seed);

// One picture by the grammar, with the strokes it is made of.
struct Composition {
    Eigen::MatrixXi strokes;  // rows x columns of the picture's cells
    Vector pixels;            // row by row
};
Composition compose(const Params& p, const Grammar& grammar, Random random);
Vector drawn(const Params& p, const Matrix& strokes, const Eigen::MatrixXi& cells);

// The synapse above layer `a` that knows the grammar.
ConvSynapse synapseOf(const Params& p, const Grammar& grammar, int a);

double pictureCount(const Params& p);  // that the grammar can make; a double, as there are many

}  // namespace engram::hierarchical_memory
