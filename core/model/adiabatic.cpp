#include "core/model/adiabatic.h"

#include <algorithm>
#include <cmath>

#include "core/model/dense_block.h"
#include "core/model/product.h"

namespace engram {

namespace {

// Weights of Cox & Matthews' ETDRK4 for dx/dt = -rate x + N: all are functions of z = -rate dt, by Taylor series near 0.
struct EtdWeights {
    Real whole, half, stage, first, middle, last;   // e^z, e^(z/2), dt phi_1(z/2)/2, and dt times the three final weights

    EtdWeights(Real rate, Real dt) {
        const Real z = -rate * dt;
        whole = std::exp(z), half = std::exp(z / 2), stage = dt / 2 * phi(1, z / 2);
        const Real p1 = phi(1, z), p2 = phi(2, z), p3 = phi(3, z);
        first = dt * (p1 - 3 * p2 + 4 * p3), middle = dt * (2 * p2 - 4 * p3), last = dt * (4 * p3 - p2);
    }

    static Real phi(int order, Real z) {
        if (std::abs(z) < 1) {
            Real term = 1;
            for (int k = 2; k <= order; ++k) term /= k;
            Real sum = 0;
            for (int k = order + 1; k < order + 25; ++k) sum += term, term *= z / k;
            return sum;
        }
        Real value = std::exp(z), factorial = 1;
        for (int k = 0; k < order; ++k) value = (value - 1 / factorial) / z, factorial *= k + 1;
        return value;
    }
};

struct Forces {
    Matrix v, h;
};

Forces forcesOf(const DenseBlock& block, const DenseSystem& s, const Matrix& v, const Matrix& h) {
    const Matrix g = block.g(v);
    return {block.drive(block.f(h), g) / s.tauFeature, block.overlaps(g) / s.tauHidden};
}

void etdStep(const DenseBlock& block, const DenseSystem& s, const EtdWeights& wv, const EtdWeights& wh, Matrix& v, Matrix& h) {
    const Forces n = forcesOf(block, s, v, h);
    const Matrix av = wv.half * v + wv.stage * n.v, ah = wh.half * h + wh.stage * n.h;
    const Forces a = forcesOf(block, s, av, ah);
    const Forces b = forcesOf(block, s, wv.half * v + wv.stage * a.v, wh.half * h + wh.stage * a.h);
    const Forces c = forcesOf(block, s, wv.half * av + wv.stage * (2 * b.v - n.v), wh.half * ah + wh.stage * (2 * b.h - n.h));
    v = wv.whole * v + wv.first * n.v + wv.middle * (a.v + b.v) + wv.last * c.v;
    h = wh.whole * h + wh.first * n.h + wh.middle * (a.h + b.h) + wh.last * c.h;
}

int stepCount(Real duration, Real dt) { return std::max(1, int(std::ceil(duration / dt - 1e-9))); }

Vector fullEnd(const DenseSystem& system, const Vector& v0, Real duration, Real longest) {
    const DenseBlock block(system, 0, 1);
    // The scheme is stable for any step, but what is looked for is the lag of h, of the order of tau_h: it has to be resolved.
    const int steps = stepCount(duration, std::min(longest, system.tauHidden / 2));
    const Real dt = duration / steps;
    const EtdWeights wv(system.decay / system.tauFeature, dt), wh(1 / system.tauHidden, dt);
    Matrix v = v0, h = block.overlaps(block.g(v));
    for (int k = 0; k < steps; ++k) etdStep(block, system, wv, wh, v, h);
    return v.col(0);
}

}  // namespace

AdiabaticGap adiabaticGap(const DenseSystem& system, const Vector& v0, const std::vector<Real>& tauHiddens, Real duration, Real dt) {
    DenseSystem s = system;
    s.clamped = nullptr;
    const int steps = stepCount(duration, dt);
    AdiabaticGap result;
    Matrix v = v0;
    for (int k = 0; k < steps; ++k) reducedStep(s, ReducedIntegrator::Rk4, duration / steps, v);
    result.reducedEnd = v.col(0);
    result.fullEnds.resize(v0.size(), Eigen::Index(tauHiddens.size()));
    for (std::size_t i = 0; i < tauHiddens.size(); ++i) {
        s.tauHidden = tauHiddens[i];
        result.fullEnds.col(Eigen::Index(i)) = fullEnd(s, v0, duration, dt);
        result.gaps.push_back((result.fullEnds.col(Eigen::Index(i)) - result.reducedEnd).norm());
    }
    return result;
}

Real logSlope(Real x0, Real y0, Real x1, Real y1) { return std::log(y1 / y0) / std::log(x1 / x0); }

bool rotationInvariant(const DenseSystem& system) {
    return (std::holds_alternative<Identity>(system.features) || std::holds_alternative<Spherical>(system.features)) &&
           system.selfWeights.size() == 0 && !system.clamped;
}

Spanned spanned(const DenseSystem& system, const Matrix& others) {
    const Matrix& xi = *system.synapses;
    std::vector<Vector> axes;
    const auto add = [&](const Vector& v) {
        if (Eigen::Index(axes.size()) == v.size()) return;
        Vector rest = v;
        for (int twice = 0; twice < 2; ++twice)     // a second pass removes what rounding left of the first
            for (const Vector& a : axes) rest -= rest.dot(a) * a;
        if (const Real length = rest.norm(); length > 1e-12 * v.norm()) axes.push_back(rest / length);
    };
    for (Eigen::Index m = 0; m < xi.rows(); ++m) add(xi.row(m).transpose());
    for (Eigen::Index q = 0; q < others.cols(); ++q) add(others.col(q));
    if (system.input) for (Eigen::Index q = 0; q < system.input->cols(); ++q) add(system.input->col(q));
    if (system.feedback) for (Eigen::Index m = 0; m < system.feedback->cols(); ++m) add(system.feedback->col(m));

    Spanned result{system, Matrix(xi.cols(), Eigen::Index(axes.size()))};
    for (std::size_t i = 0; i < axes.size(); ++i) result.basis.col(Eigen::Index(i)) = axes[i];
    result.system.synapses = std::make_shared<Matrix>(product(xi, result.basis));
    if (system.input) result.system.input = std::make_shared<Matrix>(transposedProduct(result.basis, *system.input));
    if (system.feedback) result.system.feedback = std::make_shared<Matrix>(transposedProduct(result.basis, *system.feedback));
    return result;
}

}  // namespace engram
