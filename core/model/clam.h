// ClAM, clustering with associative memories (Saha et al. 2023), in double: the reference. Prototypes rho are memories; a point with
// hidden coordinates descends the energy on those alone, and prototypes learn to complete what was hidden. beta is that of the published
// code, on half squared distances: twice the b of the paper. Batches hold one point a column.
#pragma once

#include <vector>

#include "core/base/scalar.h"
#include "core/model/lagrangian.h"

namespace engram {

struct Clam {
    Matrix prototypes;  // d x K
    Real beta = 2, alpha = 0.1;
    int steps = 10;  // T

    int count() const { return int(prototypes.cols()); }
};

void checkClam(const Clam& clam);  // throws where sizes or numbers make no sense

// S = softmax_mu(-(beta/2) |rho_mu - v|^2), K x points.
Matrix responsibilities(const Clam& clam, const ConstBatch& v);
// E(v) = -(1/beta) log sum_mu exp(-(beta/2) |rho_mu - v|^2); never rises for alpha up to 2.
Vector energy(const Clam& clam, const ConstBatch& v);
// v <- v + alpha M o (S rho - v); `hidden` is M, 1 where a coordinate is free to move; null: all are.
void step(const Clam& clam, const Matrix* hidden, Matrix& v);
Matrix settle(const Clam& clam, const Matrix* hidden, Matrix v);                            // T steps
Matrix hide(const ConstBatch& x, const ConstBatch& hidden, const Vector& fill);             // M o fill + (1 - M) o x
Real completionLoss(const ConstBatch& x, const ConstBatch& hidden, const ConstBatch& end);  // mean over all entries of M (x - v_T)^2

struct ClamGradient {
    Real loss = 0;
    Matrix prototypes, start;  // dL/drho, and dL/dv_0 with all coordinates of the start free
};
ClamGradient gradient(const Clam& clam, const ConstBatch& x, const ConstBatch& hidden, const Vector& fill);

std::vector<int> nearestPrototype(const ConstBatch& prototypes, const ConstBatch& v);  // the first of the nearest
std::vector<int> assign(const Clam& clam, const ConstBatch& x);                        // nearest to where all coordinates, free, end

// A hidden coordinate comes only 1 - g of the way to its prototype, g = (1 - alpha)^T, so prototypes overshoot what they stand for by
// 1 / (1 - g). These are the places where completions that start at `fill` end.
Real remainder(Real alpha, int steps);  // g
Matrix effectiveCentres(const Clam& clam, const Vector& fill);

}  // namespace engram
