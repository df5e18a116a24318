// Diffusion on stored points against its golden cases.
#include "tests/golden_case.h"

#include "core/model/diffusion.h"
#include "core/model/ring.h"

using namespace engram;
using namespace engram::test;

namespace {

Matrix columns(const Case& c, const char* name) { return c.input(name).transpose(); }  // stored one a row

Vector dotProductEnergy(const Matrix& points, const Matrix& x, Real beta) {
    Vector e(x.cols());
    for (Eigen::Index q = 0; q < x.cols(); ++q) {
        const Vector s = beta * points.transpose() * x.col(q);
        e[q] = 0.5 * x.col(q).squaredNorm() - (s.maxCoeff() + std::log((s.array() - s.maxCoeff()).exp().sum())) / beta;
    }
    return e;
}

void scores(Case& c) {
    const Matrix xi = columns(c, "xi"), x = columns(c, "x"), unit = columns(c, "xin");
    const Real sigma = c.param("sig"), next = c.param("sig2"), a = c.param("a"), s = c.param("s_vp"), beta = c.param("beta");
    const Posterior p = posterior(xi, x, sigma), preserving = posterior(a * xi, x, s);
    c.compare("w", Matrix(p.weights.transpose()));
    c.compare("xhat", Matrix(p.mean.transpose()));
    c.compare("score", Matrix(score(xi, x, sigma).transpose()));
    c.compare("logp", logDensity(xi, x, sigma));
    c.compare("E_DM", diffusionEnergy(xi, x, sigma, MixtureWeight::LeftOut));
    c.compare("div_score", scoreDivergence(xi, x, sigma));
    c.compare("w_vp", Matrix(preserving.weights.transpose()));
    c.compare("score_vp", Matrix(score(a * xi, x, s).transpose()));
    c.compare("logp_vp", logDensity(a * xi, x, s));
    const Real fixed = sigmaOf(beta);
    c.compare("E_AM", diffusionEnergy(xi, x, fixed, MixtureWeight::LeftOut));
    c.compare("grad_AM", Matrix(2 * (x - posterior(xi, x, fixed).mean).transpose()));
    c.compare("hess_AM", energyHessian(xi, x.col(0), fixed));
    c.compare("E_MHN", dotProductEnergy(unit, x, 2 * beta));
    c.compare("E_AM_norm", diffusionEnergy(unit, x, fixed, MixtureWeight::LeftOut));
    c.compare("mhn_step", Matrix(posterior(unit, x, fixed).mean.transpose()));
    Matrix ddim = x;
    take(Sampler::Euler, exactDenoiser(xi), flowMove(sigma, next), ddim);
    c.compare("ddim", Matrix(ddim.transpose()));
}

Vector nearest(const Matrix& points, const Matrix& x) {
    Vector labels(x.cols());
    for (Eigen::Index q = 0; q < x.cols(); ++q) {
        Eigen::Index k = 0;
        (points.colwise() - x.col(q)).colwise().squaredNorm().minCoeff(&k);
        labels[q] = Real(k);
    }
    return labels;
}

void flow(Case& c) {
    const Matrix xi = columns(c, "xi"), x0 = columns(c, "x0");
    const Eigen::Index states = x0.cols(), n = Eigen::Index(c.param("n"));
    const std::vector<Real> sigmas = noiseLevels(c.param("sig_max"), c.param("sig_min"), c.param("rho"), int(n) + 1);
    const Denoiser denoiser = exactDenoiser(xi);
    Matrix x = x0, euler = x0, path((n + 1) * states, x0.rows()), energies(n, states), inside(n, states), effective(n, states);
    path.topRows(states) = x0.transpose();
    for (Eigen::Index i = 0; i < n; ++i) {
        energies.row(i) = diffusionEnergy(xi, x, sigmas[std::size_t(i)], MixtureWeight::LeftOut).transpose();
        inside.row(i) = diffusionEnergy(xi, x, sigmas[std::size_t(i)]).transpose();
        effective.row(i) = effectiveMemories(posterior(xi, x, sigmas[std::size_t(i)]).weights).transpose();
        const Move move = flowMove(sigmas[std::size_t(i)], sigmas[std::size_t(i) + 1]);
        take(Sampler::Heun, denoiser, move, x);
        take(Sampler::Euler, denoiser, move, euler);
        path.middleRows((i + 1) * states, states) = x.transpose();
    }
    c.compare("sigmas", Vector(Eigen::Map<const Vector>(sigmas.data(), n + 1)));
    c.compare("heun_path", path);
    c.compare("euler_end", Matrix(euler.transpose()));
    c.compare("label", nearest(xi, x));
    c.compare("label0", nearest(xi, x0));
    c.compare("E_DM_path", energies);
    c.compare("E_DM_mean_path", inside);
    c.compare("neff", effective);
    const Real a = 1 / std::sqrt(1 + sigmas[0] * sigmas[0]);  // of the twin whose sigma is s / a
    c.compare("vp_score", Matrix(score(a * xi, a * x0, a * sigmas[0]).transpose()));

    const Real fixed = sigmaOf(c.param("beta"));
    Matrix y = columns(c, "y0"), updated = y, falling(41, y.cols());
    falling.row(0) = diffusionEnergy(xi, y, fixed, MixtureWeight::LeftOut).transpose();
    for (int i = 1; i <= 40; ++i) {
        take(Sampler::Euler, denoiser, {fixed, fixed, 2 * c.param("eta")}, y);
        falling.row(i) = diffusionEnergy(xi, y, fixed, MixtureWeight::LeftOut).transpose();
    }
    for (int i = 0; i < 10; ++i) take(Sampler::Euler, denoiser, {fixed, fixed, 1}, updated);
    c.compare("fix_end", Matrix(y.transpose()));
    c.compare("E_fix", falling);
    c.compare("cccp", Matrix(updated.transpose()));
}

void likelihood(Case& c) {
    const Matrix xi = columns(c, "xi"), x0 = columns(c, "x0");
    const Real scale = c.param("sigma"), t0 = c.param("t0"), t1 = c.param("t1");
    const FlowDensity coarse = densityAlongFlow(xi, x0, scale, t0, t1, 100), fine = densityAlongFlow(xi, x0, scale, t0, t1, 4000);
    c.compare("rk4_100", Matrix(coarse.end.transpose()));
    c.compare("rk4_div", coarse.change);
    c.compare("x_end", Matrix(fine.end.transpose()));
    c.compare("dlogp", fine.change);
    const Vector end = logDensity(xi, fine.end, scale * std::sqrt(t1));
    c.compare("logp_end", end);
    c.compare("logp_sum", Vector(end + fine.change));
    c.compare("logp_exact", logDensity(xi, x0, scale * std::sqrt(t0)));
}

void closedForms(Case& c) {
    const Vector betas = matrixOf(c.params().at("betas")).row(0).transpose(), radii = matrixOf(c.params().at("R")).row(0).transpose(),
                 betas2 = matrixOf(c.params().at("betas2")).row(0).transpose(), halves = matrixOf(c.params().at("a")).row(0).transpose();
    const int count = int(c.param("K"));
    Matrix circle(2, count);
    for (int k = 0; k < count; ++k) circle.col(k) << std::cos(2 * M_PI * k / count), std::sin(2 * M_PI * k / count);
    Matrix ring(betas.size(), radii.size()), slope = ring, finite = ring, minimum(betas2.size(), halves.size()), curvature = minimum;
    Vector radius(betas.size()), critical(halves.size());
    for (Eigen::Index b = 0; b < betas.size(); ++b) {
        radius[b] = ringRadius(betas[b]);
        for (Eigen::Index r = 0; r < radii.size(); ++r) {
            ring(b, r) = ringEnergy(radii[r], betas[b]), slope(b, r) = ringScore(radii[r], betas[b]);
            finite(b, r) = diffusionEnergy(circle, Eigen::Vector2d(radii[r], 0), sigmaOf(betas[b]))[0];
        }
    }
    for (Eigen::Index i = 0; i < halves.size(); ++i) {
        Matrix pair(1, 2);
        pair << -halves[i], halves[i];
        critical[i] = std::pow(halves[i] / c.param("sigma"), 2);
        for (Eigen::Index b = 0; b < betas2.size(); ++b) {
            minimum(b, i) = pitchfork(betas2[b], halves[i]);
            curvature(b, i) = energyHessian(pair, Vector::Zero(1), sigmaOf(betas2[b]))(0, 0);
        }
    }
    c.compare("E_ring", ring);
    c.compare("radial_score", slope);
    c.compare("E_ring_K", finite);
    c.compare("R_star", radius);
    c.compare("x_star", minimum);
    c.compare("curv0", curvature);
    c.compare("t_c", critical);
}

}  // namespace

class TestGoldenDiffusion : public QObject {
    Q_OBJECT

private slots:
    void everyCase() {
        compareGolden({{"diff_score", scores}, {"diff_flow", flow}, {"diff_likelihood", likelihood}, {"diff_closed", closedForms}});
    }
};

QTEST_GUILESS_MAIN(TestGoldenDiffusion)
#include "test_golden_diffusion.moc"
