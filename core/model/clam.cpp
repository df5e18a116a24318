#include "core/model/clam.h"

#include <cmath>
#include <string>

#include "core/base/error.h"

namespace engram {

namespace {

// -(beta/2) |rho - v|^2, shifted by nothing.
Matrix logits(const Clam& clam, const ConstBatch& v) {
    Matrix l = clam.prototypes.transpose() * v;
    l.colwise() -= (0.5 * clam.prototypes.colwise().squaredNorm()).transpose();
    l.rowwise() -= 0.5 * v.colwise().squaredNorm();
    return clam.beta * l;
}

}  // namespace

void checkClam(const Clam& clam) {
    if (clam.prototypes.size() == 0) usage("a clustering needs at least one prototype of at least one feature");
    if (clam.steps < 1) usage("a depth of " + std::to_string(clam.steps) + " makes no step; it must be 1 or more");
    if (!(clam.beta > 0) || !std::isfinite(clam.beta)) usage("beta must be a positive number");
    if (!(clam.alpha > 0) || clam.alpha > 2) usage("alpha must lie above 0 and up to 2, where the energy never rises");
}

Matrix responsibilities(const Clam& clam, const ConstBatch& v) {
    Matrix s = logits(clam, v);
    s.rowwise() -= s.colwise().maxCoeff().eval();
    s = s.array().exp();
    s.array().rowwise() /= s.colwise().sum().array().eval();
    return s;
}

Vector energy(const Clam& clam, const ConstBatch& v) {
    Matrix l = logits(clam, v);
    const Eigen::RowVectorXd most = l.colwise().maxCoeff();
    l.rowwise() -= most;
    return -(l.array().exp().colwise().sum().log() + most.array()).transpose() / clam.beta;
}

void step(const Clam& clam, const Matrix* hidden, Matrix& v) {
    const Matrix pull = clam.alpha * (clam.prototypes * responsibilities(clam, v) - v);
    if (hidden)
        v.array() += hidden->array() * pull.array();
    else
        v += pull;
}

Matrix settle(const Clam& clam, const Matrix* hidden, Matrix v) {
    for (int t = 0; t < clam.steps; ++t) step(clam, hidden, v);
    return v;
}

Matrix hide(const ConstBatch& x, const ConstBatch& hidden, const Vector& fill) {
    return (hidden.array() * fill.replicate(1, x.cols()).array() + (1 - hidden.array()) * x.array()).matrix();
}

Real completionLoss(const ConstBatch& x, const ConstBatch& hidden, const ConstBatch& end) {
    return (hidden.array() * (x - end).array().square()).mean();
}

// Back through the steps: u = alpha M o G, dS = rho^T u, dl = S o (dS - S.dS), G <- G - u + beta rho dl.
ClamGradient gradient(const Clam& clam, const ConstBatch& x, const ConstBatch& hidden, const Vector& fill) {
    const Matrix mask = hidden;
    std::vector<Matrix> v{hide(x, hidden, fill)}, s;
    for (int t = 0; t < clam.steps; ++t) {
        s.push_back(responsibilities(clam, v.back()));
        Matrix next = v.back();
        step(clam, &mask, next);
        v.push_back(std::move(next));
    }
    ClamGradient result{completionLoss(x, hidden, v.back()), Matrix::Zero(x.rows(), clam.count()), {}};
    Matrix g = (2.0 / double(x.size()) * mask.array() * (v.back() - x).array()).matrix();
    for (int t = clam.steps; t-- > 0;) {
        const Matrix &weights = s[std::size_t(t)], u = (clam.alpha * mask.array() * g.array()).matrix();
        const Matrix ds = clam.prototypes.transpose() * u;
        const Eigen::RowVectorXd mean = (weights.array() * ds.array()).colwise().sum();
        const Matrix dl = (clam.beta * weights.array() * (ds.rowwise() - mean).array()).matrix();
        result.prototypes += u * weights.transpose() + v[std::size_t(t)] * dl.transpose();
        result.prototypes -= clam.prototypes * dl.rowwise().sum().asDiagonal();
        g += clam.prototypes * dl - u;
    }
    result.start = std::move(g);
    return result;
}

std::vector<int> nearestPrototype(const ConstBatch& prototypes, const ConstBatch& v) {
    std::vector<int> labels(std::size_t(v.cols()));
    for (Eigen::Index q = 0; q < v.cols(); ++q) {
        Eigen::Index at = 0;
        (prototypes.colwise() - v.col(q)).colwise().squaredNorm().minCoeff(&at);
        labels[std::size_t(q)] = int(at);
    }
    return labels;
}

std::vector<int> assign(const Clam& clam, const ConstBatch& x) { return nearestPrototype(clam.prototypes, settle(clam, nullptr, x)); }

Real remainder(Real alpha, int steps) { return std::pow(1 - alpha, steps); }

Matrix effectiveCentres(const Clam& clam, const Vector& fill) {
    return ((1 - remainder(clam.alpha, clam.steps)) * (clam.prototypes.colwise() - fill)).colwise() + fill;
}

}  // namespace engram
