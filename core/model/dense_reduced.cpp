// The reduced dynamics of dense_system.h: hidden neurons that follow at once.
#include <cmath>

#include "core/model/dense_block.h"

namespace engram {

namespace {

Matrix reducedRateOf(const DenseBlock& block, const Matrix& v) {
    const Matrix g = block.g(v);
    return block.featureRate(v, block.f(block.overlaps(g)), g);
}

void reducedRk4(const DenseBlock& block, Real dt, Matrix& v) {
    const Matrix a = reducedRateOf(block, v), b = reducedRateOf(block, v + 0.5 * dt * a), c = reducedRateOf(block, v + 0.5 * dt * b);
    v += dt / 6 * (a + 2 * b + 2 * c + reducedRateOf(block, v + dt * c));
}

}  // namespace

Vector reducedEnergy(const DenseSystem& system, const Matrix& v) {
    Vector result(v.cols());
    forColumns(system, int(v.cols()), [&](const DenseBlock& block, int first, int count) {
        const Matrix x = v.middleCols(first, count), g = block.g(x);
        const Vector vg = (x.array() * g.array()).colwise().sum().transpose();
        result.segment(first, count) = vg + block.inputEnergy(g) + block.diagonalEnergy(g) - potential(system.features, x) -
                                       potential(system.hidden, block.overlaps(g));
    });
    return result;
}

Matrix reducedRate(const DenseSystem& system, const Matrix& v) {
    Matrix result(v.rows(), v.cols());
    forColumns(system, int(v.cols()), [&](const DenseBlock& block, int first, int count) {
        result.middleCols(first, count) = reducedRateOf(block, v.middleCols(first, count));
    });
    return result;
}

void reducedStep(const DenseSystem& system, ReducedIntegrator integrator, Real dt, Matrix& v) {
    forColumns(system, int(v.cols()), [&](const DenseBlock& block, int first, int count) {
        Matrix x = v.middleCols(first, count);
        switch (integrator) {
            case ReducedIntegrator::Euler: x += dt * reducedRateOf(block, x); break;
            case ReducedIntegrator::Rk4: reducedRk4(block, dt, x); break;
            case ReducedIntegrator::Exponential: {
                const Matrix g = block.g(x);
                block.relaxFeatures(x, block.drive(block.f(block.overlaps(g)), g), dt);
                break;
            }
        }
        v.middleCols(first, count) = x;
    });
}

}  // namespace engram
