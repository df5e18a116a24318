#include "core/model/dense_system.h"

#include <cmath>

#include "core/model/dense_block.h"

namespace engram {

namespace {

Vector dots(const Matrix& a, const Matrix& b) { return (a.array() * b.array()).colwise().sum().transpose(); }

struct Rates {
    Matrix v, h;
};

Rates ratesOf(const DenseBlock& block, const DenseSystem& s, const Matrix& v, const Matrix& h) {
    const Matrix g = block.g(v), f = block.f(h);
    return {block.featureRate(v, f, g), (block.overlaps(g) - h) / s.tauHidden};
}

void blockStep(const DenseBlock& block, const DenseSystem& s, Real dt, Matrix& v, Matrix& h) {
    block.relaxFeatures(v, block.drive(block.f(h), block.g(v)), dt);
    const Real share = -std::expm1(-dt / s.tauHidden);
    h += share * (block.overlaps(block.g(v)) - h);
}

void rk4Step(const DenseBlock& block, const DenseSystem& s, Real dt, Matrix& v, Matrix& h) {
    const Rates a = ratesOf(block, s, v, h);
    const Rates b = ratesOf(block, s, v + 0.5 * dt * a.v, h + 0.5 * dt * a.h);
    const Rates c = ratesOf(block, s, v + 0.5 * dt * b.v, h + 0.5 * dt * b.h);
    const Rates d = ratesOf(block, s, v + dt * c.v, h + dt * c.h);
    v += dt / 6 * (a.v + 2 * b.v + 2 * c.v + d.v);
    h += dt / 6 * (a.h + 2 * b.h + 2 * c.h + d.h);
}

void eulerStep(const DenseBlock& block, const DenseSystem& s, Real dt, Matrix& v, Matrix& h) {
    const Rates a = ratesOf(block, s, v, h);
    v += dt * a.v;
    h += dt * a.h;
}

}  // namespace

DenseState onSlowManifold(const DenseSystem& system, Matrix v) {
    DenseState state{std::move(v), {}};
    state.h.resize(system.synapses->rows(), state.v.cols());
    forColumns(system, int(state.v.cols()), [&](const DenseBlock& block, int first, int count) {
        state.h.middleCols(first, count) = block.overlaps(block.g(state.v.middleCols(first, count)));
    });
    return state;
}

EnergyTerms energy(const DenseSystem& system, const DenseState& state) {
    const int columns = int(state.v.cols());
    EnergyTerms terms{Vector(columns), Vector(columns), Vector(columns)};
    forColumns(system, columns, [&](const DenseBlock& block, int first, int count) {
        const Matrix v = state.v.middleCols(first, count), h = state.h.middleCols(first, count);
        const Matrix g = block.g(v), f = block.f(h);
        terms.feature.segment(first, count) = dots(v, g) + block.inputEnergy(g) - potential(system.features, v);
        terms.hidden.segment(first, count) = dots(h, f) - potential(system.hidden, h);
        terms.synapse.segment(first, count) = block.diagonalEnergy(g) - dots(f, block.overlaps(g));
    });
    return terms;
}

EnergyRate energyRate(const DenseSystem& system, const DenseState& state) {
    const int columns = int(state.v.cols());
    EnergyRate result{Vector(columns), Vector(columns)};
    forColumns(system, columns, [&](const DenseBlock& block, int first, int count) {
        const Matrix v = state.v.middleCols(first, count), h = state.h.middleCols(first, count);
        const Matrix g = block.g(v), f = block.f(h);
        const Matrix vDot = block.featureRate(v, f, g), hDot = (block.overlaps(g) - h) / system.tauHidden;
        Matrix gDot(v.rows(), count), fDot(h.rows(), count);
        curvature(system.features, v, g, vDot, gDot);
        curvature(system.hidden, h, f, hDot, fDot);
        result.feature.segment(first, count) = -dots(block.symmetricDrive(f, g) - v, gDot);
        result.hidden.segment(first, count) = -system.tauHidden * dots(hDot, fDot);
    });
    return result;
}

DenseState rate(const DenseSystem& system, const DenseState& state) {
    DenseState result = state;
    forColumns(system, int(state.v.cols()), [&](const DenseBlock& block, int first, int count) {
        const Rates r = ratesOf(block, system, state.v.middleCols(first, count), state.h.middleCols(first, count));
        result.v.middleCols(first, count) = r.v;
        result.h.middleCols(first, count) = r.h;
    });
    return result;
}

void step(const DenseSystem& system, Integrator integrator, Real dt, DenseState& state) {
    forColumns(system, int(state.v.cols()), [&](const DenseBlock& block, int first, int count) {
        Matrix v = state.v.middleCols(first, count), h = state.h.middleCols(first, count);
        switch (integrator) {
            case Integrator::Block: blockStep(block, system, dt, v, h); break;
            case Integrator::Rk4: rk4Step(block, system, dt, v, h); break;
            case Integrator::Euler: eulerStep(block, system, dt, v, h); break;
        }
        state.v.middleCols(first, count) = v;
        state.h.middleCols(first, count) = h;
    });
}

}  // namespace engram
