// A block of columns of a dense system: what all steps and energies are written in. Column 0 of the block is cue `first`.
#pragma once

#include "core/model/dense_system.h"

namespace engram {

class DenseBlock {
public:
    DenseBlock(const DenseSystem& system, int first, int count) : s_(system), first_(first), count_(count) {}

    Matrix g(const Matrix& v) const { return activation(s_.features, v); }
    Matrix f(const Matrix& h) const { return activation(s_.hidden, h); }
    Matrix overlaps(const Matrix& g) const;                              // xi g
    Matrix drive(const Matrix& f, const Matrix& g) const;                // xi^T f + I, less the diagonal where it is taken out
    Matrix symmetricDrive(const Matrix& f, const Matrix& g) const;       // the same with xi^T, whatever the feedback
    Matrix featureRate(const Matrix& v, const Matrix& f, const Matrix& g) const { return featureRate(v, drive(f, g)); }
    Matrix featureRate(const Matrix& v, const Matrix& drive) const;
    void relaxFeatures(Matrix& v, const Matrix& drive, Real dt) const;   // exact for a constant drive
    void hold(Matrix& next, const Matrix& before) const;                 // clamped entries go back to `before`
    Vector inputEnergy(const Matrix& g) const;                           // -I.g
    Vector diagonalEnergy(const Matrix& g) const;                        // what taking out the diagonal adds

private:
    void addInput(Matrix& drive) const;
    void takeOutDiagonal(Matrix& drive, const Matrix& g) const;

    const DenseSystem& s_;
    int first_, count_;
};

// Calls body(DenseBlock, first column, column count) for all blocks of `columns` columns, in parallel.
template <class Body>
void forColumns(const DenseSystem& system, int columns, const Body& body);

}  // namespace engram

#include "core/base/parallel.h"

template <class Body>
void engram::forColumns(const DenseSystem& system, int columns, const Body& body) {
    constexpr int kBlock = 32;
    forBlocks(columns, kBlock, [&](int begin, int end) { body(DenseBlock(system, begin, end - begin), begin, end - begin); });
}
