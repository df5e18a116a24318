#include "core/model/dense_block.h"

#include <cmath>

#include "core/model/product.h"

namespace engram {

Matrix DenseBlock::overlaps(const Matrix& g) const { return product(*s_.synapses, g); }

Matrix DenseBlock::drive(const Matrix& f, const Matrix& g) const {
    if (!s_.feedback) return symmetricDrive(f, g);
    Matrix b = product(*s_.feedback, f);
    addInput(b);
    takeOutDiagonal(b, g);
    return b;
}

Matrix DenseBlock::symmetricDrive(const Matrix& f, const Matrix& g) const {
    Matrix b = transposedProduct(*s_.synapses, f);
    addInput(b);
    takeOutDiagonal(b, g);
    return b;
}

Matrix DenseBlock::featureRate(const Matrix& v, const Matrix& drive) const {
    Matrix r = (drive - s_.decay * v) / s_.tauFeature;
    if (s_.clamped) r = s_.clamped->middleCols(first_, count_).select(0.0, r.array()).matrix();
    return r;
}

void DenseBlock::relaxFeatures(Matrix& v, const Matrix& drive, Real dt) const {
    const Real z = dt / s_.tauFeature;
    const Matrix before = v;
    if (s_.decay == 0) {
        v += z * drive;
    } else {
        const Real e = std::exp(-s_.decay * z);
        v = e * v + ((1 - e) / s_.decay) * drive;
    }
    hold(v, before);
}

void DenseBlock::hold(Matrix& next, const Matrix& before) const {
    if (s_.clamped) next = s_.clamped->middleCols(first_, count_).select(before.array(), next.array()).matrix();
}

Vector DenseBlock::inputEnergy(const Matrix& g) const {
    if (!s_.input) return Vector::Zero(g.cols());
    if (s_.input->cols() == 1) return -s_.inputGain * (g.array().colwise() * s_.input->col(0).array()).colwise().sum().transpose();
    return -s_.inputGain * (g.array() * s_.input->middleCols(first_, count_).array()).colwise().sum().transpose();
}

Vector DenseBlock::diagonalEnergy(const Matrix& g) const {
    if (s_.selfWeights.size() == 0) return Vector::Zero(g.cols());
    return 0.5 * (g.array().square().colwise() * s_.selfWeights.array()).colwise().sum().transpose();
}

void DenseBlock::addInput(Matrix& drive) const {
    if (!s_.input) return;
    if (s_.input->cols() == 1) drive.colwise() += s_.inputGain * s_.input->col(0);
    else drive += s_.inputGain * s_.input->middleCols(first_, count_);
}

void DenseBlock::takeOutDiagonal(Matrix& drive, const Matrix& g) const {
    if (s_.selfWeights.size() > 0) drive -= s_.selfWeights.asDiagonal() * g;
}

}  // namespace engram
