#include "core/model/patterns.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace engram {

namespace {

// `chance` of 1, else 0, independently.
Vector draws(Eigen::Index size, Real chance, Random& random) {
    return Vector::NullaryExpr(size, [&](Eigen::Index) { return random.uniform() < chance ? 1.0 : 0.0; });
}

}  // namespace

Patterns scaled(const Matrix& pictures, Scaling scaling, const std::string& name) {
    Patterns p{pictures, Vector::Zero(pictures.rows()), Vector::Ones(pictures.rows())};
    if (scaling == Scaling::Raw) return p;
    for (Eigen::Index m = 0; m < pictures.rows(); ++m) {
        const Real mean = pictures.row(m).mean();
        const Vector centred = pictures.row(m).transpose().array() - mean;
        const Real length = centred.norm();
        if (length <= 1e-9 * std::max<Real>(1, std::abs(mean)))
            fail(name + " " + std::to_string(m) + " has the same value everywhere; without its mean nothing is left to store");
        if (scaling == Scaling::CentredUnit) {
            p.rows.row(m) = centred / length;
            p.offset[m] = mean, p.gain[m] = length;
        } else {
            p.rows.row(m) = (centred.array() >= 0).select(Vector::Ones(centred.size()), -Vector::Ones(centred.size()));
            p.offset[m] = p.gain[m] = 0.5;
        }
    }
    return p;
}

Vector flipped(const Vector& pattern, const Vector& flip) { return pattern.array() * (1 - 2 * flip.array()); }

Vector masked(const Vector& pattern, const Vector& keep) { return pattern.array() * keep.array(); }

Vector noisy(const Vector& pattern, Real sigma, const Vector& noise) { return pattern + sigma * noise; }

Cue corrupted(const Vector& pattern, Corruption kind, Real amount, Random random) {
    const Eigen::Index n = pattern.size();
    if (kind == Corruption::Flip) {
        const Vector flip = draws(n, amount, random);
        return {flipped(pattern, flip), 1 - flip.array()};
    }
    if (kind == Corruption::Mask) {
        const Vector keep = 1 - draws(n, amount, random).array();
        return {masked(pattern, keep), keep};
    }
    const Vector noise = Vector::NullaryExpr(n, [&](Eigen::Index) { return random.normal(); });
    return {noisy(pattern, amount * pattern.norm() / std::sqrt(Real(n)), noise), Vector::Constant(n, amount > 0 ? 0.0 : 1.0)};
}

Real cosine(const Vector& a, const Vector& b) {
    const Real lengths = a.norm() * b.norm();
    return lengths > 0 ? a.dot(b) / lengths : 0;
}

Real effectiveCount(const Vector& f) {
    const Eigen::ArrayXd share = f.array().abs() / std::max(f.array().abs().sum(), 1e-300);
    return std::exp(-(share > 0).select(share * share.max(1e-300).log(), 0.0).sum());
}

}  // namespace engram
