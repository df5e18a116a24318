#include "core/model/plane.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/parallel.h"
#include "core/model/product.h"

namespace engram {

namespace {

// `direction` made orthogonal to `others` and of unit length; an axis of the space where nothing is left of it.
Vector unitAxis(Vector direction, const std::vector<Vector>& others) {
    const Real length = direction.norm();
    const auto reject = [&](Vector v) {
        for (const Vector& o : others) v -= v.dot(o) * o;
        return v;
    };
    direction = reject(direction);
    for (Eigen::Index i = 0; direction.norm() <= 1e-9 * length + 1e-300 && i < direction.size(); ++i)
        direction = reject(Vector::Unit(direction.size(), i));
    return direction / std::max(direction.norm(), 1e-300);
}

// What is affine or quadratic in the coordinates: s0 + x su + y sv and the squared length of the state.
struct AffineOverlaps {
    Vector s0, su, sw;
    Real oo, ou, ow, uu, uw, ww, i0 = 0, iu = 0, iw = 0;

    AffineOverlaps(const DenseSystem& s, const Plane& p)
        : s0(product(*s.synapses, p.origin)), su(product(*s.synapses, p.u)), sw(product(*s.synapses, p.w)), oo(p.origin.squaredNorm()),
          ou(p.origin.dot(p.u)), ow(p.origin.dot(p.w)), uu(p.u.squaredNorm()), uw(p.u.dot(p.w)), ww(p.w.squaredNorm()) {
        if (!s.input) return;
        const Vector input = s.inputGain * s.input->col(0);
        i0 = input.dot(p.origin), iu = input.dot(p.u), iw = input.dot(p.w);
    }
};

void fillRow(const DenseSystem& s, const AffineOverlaps& a, const Vector& xs, Real y, Eigen::Ref<Eigen::RowVectorXd> row) {
    Matrix h = (a.s0 + y * a.sw).replicate(1, xs.size()) + a.su * xs.transpose();
    const Eigen::ArrayXd x = xs.array();
    const Eigen::ArrayXd square = (a.oo + 2 * y * a.ow + y * y * a.ww) + x * (2 * a.ou + 2 * y * a.uw) + x.square() * a.uu;
    Eigen::ArrayXd input = a.i0 + y * a.iw + x * a.iu;
    Eigen::ArrayXd self = 0.5 * square;
    if (std::holds_alternative<Spherical>(s.features)) {
        const Eigen::ArrayXd inverse = (square > 0).select(square.max(1e-300).sqrt().inverse(), 0.0);
        h = h * inverse.matrix().asDiagonal();
        input *= inverse;
        self.setZero();
    }
    row = (self - input - potential(s.hidden, h).array()).matrix().transpose();
}

}  // namespace

Plane planeThrough(const Vector& a, const Vector& b, const Vector& c) {
    Plane plane;
    plane.origin = (a + b + c) / 3;
    plane.u = unitAxis(a - c, {});
    plane.w = unitAxis(b - plane.origin, {plane.u});
    return plane;
}

Matrix project(const Plane& plane, const ConstBatch& states) {
    Matrix result(2, states.cols());
    for (Eigen::Index q = 0; q < states.cols(); ++q) {
        result(0, q) = plane.u.dot(states.col(q) - plane.origin);
        result(1, q) = plane.w.dot(states.col(q) - plane.origin);
    }
    return result;
}

Real shareOutside(const Plane& plane, const Vector& state) {
    const Real whole = (state - plane.origin).squaredNorm();
    const Real inside = project(plane, state).squaredNorm();
    return whole > 0 ? std::clamp(1 - inside / whole, 0.0, 1.0) : 0;
}

Matrix landscape(const DenseSystem& system, const Plane& plane, const Vector& xs, const Vector& ys) {
    Matrix result(ys.size(), xs.size());
    const bool affine = std::holds_alternative<Identity>(system.features) || std::holds_alternative<Spherical>(system.features);
    if (affine && system.selfWeights.size() == 0) {
        const AffineOverlaps overlaps(system, plane);
        forBlocks(int(ys.size()), 8, [&](int begin, int end) {
            Eigen::RowVectorXd row(xs.size());
            for (int j = begin; j < end; ++j) {
                fillRow(system, overlaps, xs, ys[j], row);
                result.row(j) = row;
            }
        });
        return result;
    }
    for (Eigen::Index j = 0; j < ys.size(); ++j) {
        const Matrix states = (plane.origin + ys[j] * plane.w).replicate(1, xs.size()) + plane.u * xs.transpose();
        result.row(j) = reducedEnergy(system, states).transpose();
    }
    return result;
}

}  // namespace engram
