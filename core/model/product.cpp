#include "core/model/product.h"

namespace engram {

Matrix product(const Matrix& a, const ConstBatch& b) { return a * b; }

Matrix transposedProduct(const Matrix& a, const ConstBatch& b) { return a.transpose() * b; }

}  // namespace engram
