#include "core/model/lagrangian.h"

#include <cmath>

namespace engram {

namespace {

using Array = Eigen::ArrayXXd;

template <class... F>
struct Overload : F... {
    using F::operator()...;
};
template <class... F>
Overload(F...) -> Overload<F...>;

Array raised(const Array& x, int exponent) {
    Array result = Array::Ones(x.rows(), x.cols());
    for (int i = 0; i < exponent; ++i) result *= x;
    return result;
}

Array base(const Power& p, const ConstBatch& x) {
    return p.rectified ? Array(x.array().max(0.0)) : Array(x.array());
}

// exp(-2 |z|), from which tanh z and log cosh z follow without overflow and by vectorised functions only.
Array decayOf(Real slope, const ConstBatch& x) {
    return (-2 * slope * x.array().abs()).exp();
}

void softmaxColumns(Real beta, const ConstBatch& x, Batch g) {
    for (Eigen::Index q = 0; q < x.cols(); ++q) {
        const Real most = x.col(q).maxCoeff();
        g.col(q) = (beta * (x.col(q).array() - most)).exp();
        g.col(q) /= g.col(q).sum();
    }
}

}  // namespace

Vector potential(const Lagrangian& lagrangian, const ConstBatch& x) {
    const auto sums = [](const Array& a) { return Vector(a.colwise().sum().transpose()); };
    return std::visit(Overload{
        [&](Identity) { return sums(0.5 * x.array().square()); },
        [&](const LogCosh& l) {
            return sums(x.array().abs() + ((1 + decayOf(l.slope, x)).log() - std::log(2.0)) / l.slope);
        },
        [&](SignLimit) { return sums(x.array().abs()); },
        [&](Spherical) { return Vector(x.colwise().norm().transpose()); },
        [&](const Softmax& l) {
            Vector value(x.cols());
            for (Eigen::Index q = 0; q < x.cols(); ++q) {
                const Real most = x.col(q).maxCoeff();
                value[q] = most + std::log((l.beta * (x.col(q).array() - most)).exp().sum()) / l.beta;
            }
            return value;
        },
        [&](const Power& l) { return sums(raised(base(l, x), l.order) / Real(l.order)); },
        [&](const Exponential& l) { return sums((l.beta * x.array()).exp() / l.beta); },
        [&](const Sigmoid& l) { return sums(x.array().max(0.0) + (1 + (-l.slope * x.array().abs()).exp()).log() / l.slope); },
    }, lagrangian);
}

void activate(const Lagrangian& lagrangian, const ConstBatch& x, Batch g) {
    std::visit(Overload{
        [&](Identity) { g = x; },
        [&](const LogCosh& l) {
            const Array e = decayOf(l.slope, x);
            g = ((1 - e) / (1 + e) * x.array().sign()).matrix();
        },
        [&](SignLimit) { g = x.array().sign().matrix(); },
        [&](Spherical) {
            for (Eigen::Index q = 0; q < x.cols(); ++q) {
                const Real length = x.col(q).norm();
                if (length > 0) g.col(q) = x.col(q) / length;
                else g.col(q).setZero();
            }
        },
        [&](const Softmax& l) { softmaxColumns(l.beta, x, g); },
        [&](const Power& l) { g = raised(base(l, x), l.order - 1).matrix(); },
        [&](const Exponential& l) { g = (l.beta * x.array()).exp().matrix(); },
        [&](const Sigmoid& l) { g = (1 / (1 + (-l.slope * x.array()).exp())).matrix(); },
    }, lagrangian);
}

void curvature(const Lagrangian& lagrangian, const ConstBatch& x, const ConstBatch& g, const ConstBatch& d, Batch out) {
    std::visit(Overload{
        [&](Identity) { out = d; },
        [&](const LogCosh& l) { out = (l.slope * (1 - g.array().square()) * d.array()).matrix(); },
        [&](SignLimit) { out.setZero(); },
        [&](Spherical) {
            for (Eigen::Index q = 0; q < x.cols(); ++q) {
                const Real length = x.col(q).norm();
                if (length > 0) out.col(q) = (d.col(q) - g.col(q) * g.col(q).dot(d.col(q))) / length;
                else out.col(q).setZero();
            }
        },
        [&](const Softmax& l) {
            for (Eigen::Index q = 0; q < x.cols(); ++q)
                out.col(q) = l.beta * (g.col(q).array() * (d.col(q).array() - g.col(q).dot(d.col(q)))).matrix();
        },
        [&](const Power& l) {
            const Array open = l.rectified ? Array((x.array() > 0).cast<Real>()) : Array(Array::Ones(x.rows(), x.cols()));
            out = (open * Real(l.order - 1) * raised(base(l, x), l.order - 2) * d.array()).matrix();
        },
        [&](const Exponential& l) { out = (l.beta * g.array() * d.array()).matrix(); },
        [&](const Sigmoid& l) { out = (l.slope * g.array() * (1 - g.array()) * d.array()).matrix(); },
    }, lagrangian);
}

Matrix activation(const Lagrangian& lagrangian, const ConstBatch& x) {
    Matrix g(x.rows(), x.cols());
    activate(lagrangian, x, g);
    return g;
}

bool convex(const Lagrangian& lagrangian) {
    const auto* power = std::get_if<Power>(&lagrangian);
    return !power || power->rectified || power->order % 2 == 0;
}

}  // namespace engram
