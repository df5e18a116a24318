#include "core/model/binary.h"

#include "core/model/dense_block.h"

namespace engram {

namespace {

// E(neuron i = +1) - E(neuron i = -1) for every column, where h are the overlaps at the present sigma.
Vector upEnergy(const DenseSystem& s, int i, int first, const Matrix& sigma, const Matrix& h) {
    const auto column = s.synapses->col(i);
    const Matrix without = h - column * sigma.row(i);
    Vector cost = potential(s.hidden, without.colwise() - Vector(column)) - potential(s.hidden, without.colwise() + Vector(column));
    if (!s.input) return cost;
    if (s.input->cols() == 1) cost.array() -= 2 * s.inputGain * (*s.input)(i, 0);
    else cost -= 2 * s.inputGain * s.input->row(i).segment(first, sigma.cols()).transpose();
    return cost;
}

}  // namespace

Matrix synchronousUpdate(const DenseSystem& system, const Matrix& sigma) {
    Matrix field = sigma;
    reducedStep(system, ReducedIntegrator::Euler, system.tauFeature, field);
    return activation(SignLimit{}, field);
}

Matrix flipEnergies(const DenseSystem& system, const Matrix& sigma) {
    Matrix result(sigma.rows(), sigma.cols());
    forColumns(system, int(sigma.cols()), [&](const DenseBlock& block, int first, int count) {
        const Matrix x = sigma.middleCols(first, count), h = block.overlaps(x);
        for (int i = 0; i < x.rows(); ++i)
            result.row(i).segment(first, count) = -x.row(i).array() * upEnergy(system, i, first, x, h).transpose().array();
    });
    return result;
}

Matrix selfExcludedField(const DenseSystem& system, const Matrix& sigma) {
    Matrix result(sigma.rows(), sigma.cols());
    forColumns(system, int(sigma.cols()), [&](const DenseBlock& block, int first, int count) {
        const Matrix x = sigma.middleCols(first, count), h = block.overlaps(x);
        for (int i = 0; i < x.rows(); ++i)
            result.row(i).segment(first, count) = system.synapses->col(i).transpose() * block.f(h - system.synapses->col(i) * x.row(i));
    });
    return result;
}

void asynchronousSweep(const DenseSystem& system, const std::vector<int>& order, Matrix& sigma) {
    forColumns(system, int(sigma.cols()), [&](const DenseBlock& block, int first, int count) {
        Matrix x = sigma.middleCols(first, count), h = block.overlaps(x);
        for (const int i : order) {
            const Vector up = upEnergy(system, i, first, x, h);
            for (int q = 0; q < count; ++q) {
                if (up[q] == 0 || (system.clamped && (*system.clamped)(i, first + q))) continue;
                const Real next = up[q] < 0 ? 1 : -1;
                if (next == x(i, q)) continue;
                h.col(q) += (next - x(i, q)) * system.synapses->col(i);
                x(i, q) = next;
            }
        }
        sigma.middleCols(first, count) = x;
    });
}

}  // namespace engram
