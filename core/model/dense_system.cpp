#include "core/model/dense_system.h"

#include <cmath>

#include "core/model/dense_block.h"

namespace engram {

namespace {

Vector dots(const Matrix& a, const Matrix& b) { return (a.array() * b.array()).colwise().sum().transpose(); }

// A block of the state with all that energies are made of.
struct Layers {
    Matrix v, h, g, f, overlaps;

    Layers(const DenseBlock& block, const DenseState& state, int first, int count)
        : v(state.v.middleCols(first, count)),
          h(state.h.middleCols(first, count)),
          g(block.g(v)),
          f(block.f(h)),
          overlaps(block.overlaps(g)) {}
};

void addTerms(const DenseBlock& block, const DenseSystem& s, const Layers& x, int first, EnergyTerms& terms) {
    const Eigen::Index count = x.v.cols();
    terms.feature.segment(first, count) = dots(x.v, x.g) + block.inputEnergy(x.g) - potential(s.features, x.v);
    terms.hidden.segment(first, count) = dots(x.h, x.f) - potential(s.hidden, x.h);
    terms.synapse.segment(first, count) = block.diagonalEnergy(x.g) - dots(x.f, x.overlaps);
}

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
        const Layers x(block, state, first, count);
        addTerms(block, system, x, first, terms);
    });
    return terms;
}

EnergyRate energyRate(const DenseSystem& system, const DenseState& state) { return readEnergy(system, state).rate; }

EnergyReading readEnergy(const DenseSystem& system, const DenseState& state) {
    const int columns = int(state.v.cols());
    EnergyReading reading{{Vector(columns), Vector(columns), Vector(columns)}, {Vector(columns), Vector(columns)}};
    forColumns(system, columns, [&](const DenseBlock& block, int first, int count) {
        const Layers x(block, state, first, count);
        addTerms(block, system, x, first, reading.energy);
        const Matrix drive = block.symmetricDrive(x.f, x.g);
        const Matrix vDot = system.feedback ? block.featureRate(x.v, x.f, x.g) : block.featureRate(x.v, drive);
        const Matrix hDot = (x.overlaps - x.h) / system.tauHidden;
        Matrix gDot(x.v.rows(), count), fDot(x.h.rows(), count);
        curvature(system.features, x.v, x.g, vDot, gDot);
        curvature(system.hidden, x.h, x.f, hDot, fDot);
        reading.rate.feature.segment(first, count) = -dots(drive - x.v, gDot);
        reading.rate.hidden.segment(first, count) = -system.tauHidden * dots(hDot, fDot);
    });
    return reading;
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
