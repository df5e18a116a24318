#include "core/model/diffusion_landscape.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engram {

namespace {

constexpr int kMostStarts = 96, kGridSide = 9, kDescents = 300;
constexpr Real kSame = 1e-3;  // of the extent: minima nearer than this are one

Matrix startsFor(const Matrix& points, Real extent) {
    const int stride = 1 + int(points.cols() - 1) / kMostStarts, own = 1 + int(points.cols() - 1) / stride;
    Matrix starts(2, own + kGridSide * kGridSide);
    for (int k = 0; k < own; ++k) starts.col(k) = points.col(k * stride);
    for (int j = 0; j < kGridSide; ++j)
        for (int i = 0; i < kGridSide; ++i)
            starts.col(own + j * kGridSide + i) << extent * (2.0 * i / (kGridSide - 1) - 1), extent * (2.0 * j / (kGridSide - 1) - 1);
    return starts;
}

// E = 0 gradient by Newton steps, taken only while they stay small: a flat valley would throw them far.
bool polished(const Matrix& points, Real sigma, Real extent, Vector& x) {
    for (int i = 0; i < 30; ++i) {
        const Matrix h = energyHessian(points, x, sigma);
        const Real determinant = h(0, 0) * h(1, 1) - h(0, 1) * h(1, 0);
        if (!(h(0, 0) > 0 && determinant > 0)) return false;
        const Vector gradient = 2 * (x - posterior(points, x, sigma).mean.col(0));
        const Eigen::Vector2d step =
            Eigen::Vector2d(h(1, 1) * gradient[0] - h(0, 1) * gradient[1], h(0, 0) * gradient[1] - h(1, 0) * gradient[0]) / determinant;
        if (!(step.norm() < 0.1 * extent)) return false;
        x -= step;
        if (step.norm() < 1e-12 * extent) return true;
    }
    return false;
}

Real energyAt(const Matrix& points, Real sigma, Real radius, Real angle) {
    return diffusionEnergy(points, Eigen::Vector2d(radius * std::cos(angle), radius * std::sin(angle)), sigma)[0];
}

}  // namespace

Matrix diffusionMinima(const Matrix& points, Real sigma) {
    const Real extent = std::max(points.colwise().norm().maxCoeff(), 1e-6);
    Matrix x = startsFor(points, extent);
    for (int i = 0; i < kDescents; ++i) {
        const Matrix mean = posterior(points, x, sigma).mean;
        const Real most = (mean - x).colwise().norm().maxCoeff();
        x = mean;
        if (most < 1e-9 * extent) break;
    }
    std::vector<Vector> found;
    for (Eigen::Index q = 0; q < x.cols(); ++q) {
        Vector at = x.col(q);
        if (!polished(points, sigma, extent, at)) continue;
        if (std::none_of(found.begin(), found.end(), [&](const Vector& other) { return (other - at).norm() < kSame * extent; }))
            found.push_back(at);
    }
    Matrix minima(2, Eigen::Index(found.size()));
    for (std::size_t k = 0; k < found.size(); ++k) minima.col(Eigen::Index(k)) = found[k];
    return minima;
}

Valley valleyAround(const Matrix& points, Real sigma, int angles) {
    constexpr int kRadii = 33, kHalvings = 40;
    const Real reach = 1.5 * std::max(points.colwise().norm().maxCoeff(), 1e-6), golden = (std::sqrt(5.0) - 1) / 2;
    Valley valley{Vector(angles), Vector(angles)};
    for (int a = 0; a < angles; ++a) {
        const Real angle = 2 * std::numbers::pi * a / angles;
        Matrix along(2, kRadii);
        for (int i = 0; i < kRadii; ++i)
            along.col(i) << reach * i / (kRadii - 1) * std::cos(angle), reach * i / (kRadii - 1) * std::sin(angle);
        Eigen::Index lowest = 0;
        diffusionEnergy(points, along, sigma).minCoeff(&lowest);
        // Between the neighbours of the lowest the energy has one minimum, which golden sections enclose.
        Real low = reach * Real(std::max<Eigen::Index>(lowest - 1, 0)) / (kRadii - 1),
             high = reach * Real(std::min<Eigen::Index>(lowest + 1, kRadii - 1)) / (kRadii - 1);
        for (int i = 0; i < kHalvings; ++i) {
            const Real left = high - golden * (high - low), right = low + golden * (high - low);
            if (energyAt(points, sigma, left, angle) < energyAt(points, sigma, right, angle))
                high = right;
            else
                low = left;
        }
        valley.radius[a] = (low + high) / 2;
        valley.energy[a] = energyAt(points, sigma, valley.radius[a], angle);
    }
    return valley;
}

Real corrugation(const Valley& valley) { return valley.energy.maxCoeff() - valley.energy.minCoeff(); }

}  // namespace engram
