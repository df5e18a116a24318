#include "core/model/diffusion.h"

#include <cmath>
#include <numbers>

#include "core/base/error.h"
#include "core/model/product.h"

namespace engram {

Real betaOf(Real sigma) { return 1 / (2 * sigma * sigma); }
Real sigmaOf(Real beta) { return 1 / std::sqrt(2 * beta); }

// Distances are summed coordinate by coordinate: the difference of large squares would lose the small ones that decide.
Posterior posterior(const Matrix& points, const ConstBatch& x, Real sigma) {
    Posterior p{Matrix(points.cols(), x.cols()), Matrix(x.rows(), x.cols()), Vector(x.cols())};
    const Real beta = betaOf(sigma);
    for (Eigen::Index q = 0; q < x.cols(); ++q) {
        auto w = p.weights.col(q);
        w = -beta * (points.colwise() - x.col(q)).colwise().squaredNorm().transpose();
        const Real most = w.maxCoeff();
        w = (w.array() - most).exp();
        const Real sum = w.sum();
        w /= sum;
        p.logSum[q] = most + std::log(sum);
    }
    p.mean = product(points, p.weights);
    return p;
}

Vector diffusionEnergy(const Matrix& points, const ConstBatch& x, Real sigma, MixtureWeight weight) {
    const Real offset = weight == MixtureWeight::Inside ? std::log(Real(points.cols())) : 0;
    return -2 * sigma * sigma * (posterior(points, x, sigma).logSum.array() - offset);
}

Vector logDensity(const Matrix& points, const ConstBatch& x, Real sigma) {
    const Real norm = std::log(Real(points.cols())) + 0.5 * Real(points.rows()) * std::log(2 * std::numbers::pi * sigma * sigma);
    return posterior(points, x, sigma).logSum.array() - norm;
}

Matrix score(const Matrix& points, const ConstBatch& x, Real sigma) { return (posterior(points, x, sigma).mean - x) / (sigma * sigma); }

Vector scoreDivergence(const Matrix& points, const ConstBatch& x, Real sigma) {
    const Posterior p = posterior(points, x, sigma);
    const Vector squares = points.colwise().squaredNorm().transpose();
    const Vector trace = (p.weights.transpose() * squares).array() - p.mean.colwise().squaredNorm().transpose().array();  // of Cov_w
    return (trace.array() / (sigma * sigma) - Real(points.rows())) / (sigma * sigma);
}

Matrix energyHessian(const Matrix& points, const Vector& x, Real sigma) {
    const Posterior p = posterior(points, x, sigma);
    const Matrix centred = points.colwise() - p.mean.col(0);
    const Matrix covariance = centred * p.weights.col(0).asDiagonal() * centred.transpose();
    return 2 * (Matrix::Identity(points.rows(), points.rows()) - covariance / (sigma * sigma));
}

Vector effectiveMemories(const Matrix& weights) {
    return (-(weights.array() * (weights.array() + 1e-300).log()).colwise().sum()).exp().transpose();
}

std::vector<Real> noiseLevels(Real largest, Real smallest, Real rho, int levels) {
    if (levels < 2) usage("noise needs at least two levels, the last of which is 0");
    std::vector<Real> sigmas;
    const Real from = std::pow(largest, 1 / rho), to = std::pow(smallest, 1 / rho);
    for (int i = 0; i + 1 < levels; ++i)
        sigmas.push_back(levels == 2 ? largest : std::pow(from + Real(i) / (levels - 2) * (to - from), rho));
    sigmas.push_back(0);
    return sigmas;
}

Denoiser exactDenoiser(const Matrix& points) {
    return [&points](const ConstBatch& x, Real sigma) { return posterior(points, x, sigma).mean; };
}

Move flowMove(Real sigma, Real next) { return {sigma, next, 1 - next / sigma}; }

void take(Sampler sampler, const Denoiser& denoiser, const Move& move, Batch x, const Matrix* noise) {
    const Matrix pull = denoiser(x, move.sigma) - x;
    switch (sampler) {
        case Sampler::Euler:
            x += move.rate * pull;
            break;
        case Sampler::Heun: {
            const Matrix there = x + move.rate * pull;
            if (move.rate >= 1) {  // the step to no noise at all has no second slope
                x = there;
                break;
            }
            // The slope at the end counts from there: its own rate carries back as far as this one carries ahead.
            x += 0.5 * (move.rate * pull + move.rate / (1 - move.rate) * (denoiser(there, move.next) - there));
            break;
        }
        case Sampler::Maruyama: {
            // The reversed equation has twice the flow's drift, and noise; no noise on the last step.
            const Real kept = 1 - move.rate, variance = move.sigma * move.sigma * (1 - kept * kept);
            x += (1 - kept * kept) * pull;
            if (noise && kept > 0) x += std::sqrt(variance) * *noise;
            break;
        }
    }
}

FlowDensity densityAlongFlow(const Matrix& points, const Matrix& x, Real scale, Real t0, Real t1, int steps) {
    FlowDensity flow{x, Vector::Zero(x.cols())};
    struct Slope {
        Matrix x;
        Vector log;
    };
    const auto slope = [&](const Matrix& at, Real t) {
        const Real sigma = scale * std::sqrt(t), half = -0.5 * scale * scale;
        return Slope{half * score(points, at, sigma), half * scoreDivergence(points, at, sigma)};
    };
    const Real dt = (t1 - t0) / steps;
    for (int i = 0; i < steps; ++i) {
        const Real t = t0 + i * dt;
        const Slope a = slope(flow.end, t), b = slope(flow.end + 0.5 * dt * a.x, t + 0.5 * dt),
                    c = slope(flow.end + 0.5 * dt * b.x, t + 0.5 * dt), d = slope(flow.end + dt * c.x, t + dt);
        flow.end += dt / 6 * (a.x + 2 * b.x + 2 * c.x + d.x);
        flow.change += dt / 6 * (a.log + 2 * b.log + 2 * c.log + d.log);
    }
    return flow;
}

}  // namespace engram
