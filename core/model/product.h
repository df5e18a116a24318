// Matrix products of batches. They stand in one file because they are what takes long to compile.
#pragma once

#include "core/model/lagrangian.h"

namespace engram {

Matrix product(const Matrix& a, const ConstBatch& b);            // a b
Matrix transposedProduct(const Matrix& a, const ConstBatch& b);  // a^T b

}  // namespace engram
