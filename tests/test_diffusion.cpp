// Diffusion on stored points: the exact score, the samplers and the shape of the energy, against theory and against published figures.
#include <QtTest>

#include <cmath>

#include "core/base/random.h"
#include "core/model/diffusion.h"
#include "core/model/diffusion_landscape.h"
#include "core/model/ring.h"

using namespace engram;

namespace {

Matrix normals(Random& random, Eigen::Index rows, Eigen::Index columns, Real scale = 1) {
    Matrix m(rows, columns);
    for (Real& x : m.reshaped()) x = scale * random.normal();
    return m;
}

Matrix onCircle(int count, Random* random = nullptr) {
    Matrix points(2, count);
    for (int k = 0; k < count; ++k) {
        const Real angle = 2 * M_PI * (random ? random->uniform() : Real(k) / count);
        points.col(k) << std::cos(angle), std::sin(angle);
    }
    return points;
}

Eigen::Index nearest(const Matrix& points, const Vector& x) {
    Eigen::Index k = 0;
    (points.colwise() - x).colwise().squaredNorm().minCoeff(&k);
    return k;
}

// A mean over instances and three of its standard errors.
struct Mean {
    Real value, band;
};
template <class Draw>
Mean meanOf(int instances, Draw draw) {
    Vector values(instances);
    for (Real& v : values) v = draw();
    const Real mean = values.mean();
    return {mean, 3 * std::sqrt((values.array() - mean).square().sum() / (instances - 1) / instances)};
}

}  // namespace

class TestDiffusion : public QObject {
    Q_OBJECT

private slots:
    void theScoreIsTheGradientOfTheLogDensity() {
        Random random(1, 0);
        const Matrix points = normals(random, 3, 7), x = normals(random, 3, 5, 1.5);
        // The variance preserving score is that of the shrunken points.
        for (const auto& [shrunk, sigma] : {std::pair{1.0, 0.7}, std::pair{0.8, 0.6}}) {
            const Matrix seen = shrunk * points, exact = score(seen, x, sigma);
            const Real h = 1e-5;
            for (Eigen::Index i = 0; i < 3; ++i) {
                const Matrix along = h * Vector::Unit(3, i).replicate(1, x.cols());
                const Vector difference = (logDensity(seen, x + along, sigma) - logDensity(seen, x - along, sigma)) / (2 * h);
                QVERIFY((difference.transpose() - exact.row(i)).cwiseAbs().maxCoeff() < 1e-8);
            }
        }
    }

    void oneStepToNoNoiseIsOneUpdateOfTheModernHopfieldNetwork() {
        Random random(2, 0);
        Matrix points = normals(random, 16, 20);
        points.colwise().normalize();
        Matrix x = normals(random, 16, 9);
        const Real sigma = 0.6;
        Matrix hopfield(16, 9);
        for (Eigen::Index q = 0; q < 9; ++q) {
            const Vector s = points.transpose() * x.col(q) / (sigma * sigma);  // beta per dot product: 1 / sigma^2
            const Vector w = (s.array() - s.maxCoeff()).exp();
            hopfield.col(q) = points * w / w.sum();
        }
        take(Sampler::Euler, exactDenoiser(points), flowMove(sigma, 0), x);
        QVERIFY((x - hopfield).cwiseAbs().maxCoeff() < 1e-14);
    }

    void oneMemoryIsReachedInAnyNumberOfSteps() {
        Random random(3, 0);
        const Matrix point = normals(random, 5, 1);
        for (const int levels : {2, 3, 11}) {
            Matrix x = normals(random, 5, 4, 10);
            const std::vector<Real> sigmas = noiseLevels(10, 0.01, 7, levels);
            for (std::size_t i = 0; i + 1 < sigmas.size(); ++i)
                take(Sampler::Euler, exactDenoiser(point), flowMove(sigmas[i], sigmas[i + 1]), x);
            QVERIFY((x.colwise() - point.col(0)).cwiseAbs().maxCoeff() < 1e-14);
        }
    }

    // 300 of 300 in every setting; how many end on the memory nearest to their start depends on the instance.
    void theFlowEndsOnAMemoryButRarelyOnTheNearest() {
        const std::vector<Real> sigmas = noiseLevels(20, 0.002, 7, 401);
        for (const auto& [count, features, mostNearest] :
             {std::tuple{5, 2, 270}, {5, 16, 299}, {20, 2, 180}, {20, 16, 270}, {200, 2, 60}, {200, 16, 220}}) {
            Random random(4, std::uint64_t(count * 100 + features));
            const Matrix points = normals(random, features, count);
            Matrix x = normals(random, features, 300, 20);
            const Matrix start = x;
            for (std::size_t i = 0; i + 1 < sigmas.size(); ++i)
                take(Sampler::Heun, exactDenoiser(points), flowMove(sigmas[i], sigmas[i + 1]), x);
            int on = 0, onNearest = 0;
            for (Eigen::Index q = 0; q < 300; ++q) {
                const Eigen::Index k = nearest(points, x.col(q));
                on += (points.col(k) - x.col(q)).norm() < 1e-3;
                onNearest += k == nearest(points, start.col(q));
            }
            QCOMPARE(on, 300);
            QVERIFY2(onNearest < mostNearest, qPrintable(QString("%1 of 300 at K = %2, N = %3").arg(onNearest).arg(count).arg(features)));
        }
    }

    void equallySpacedPointsHaveVoronoiCellsForBasins() {
        Random random(5, 0);
        const std::vector<Real> sigmas = noiseLevels(5, 0.002, 7, 101);
        const auto agreement = [&](const Matrix& points) {
            const Matrix start = normals(random, 2, 400, 5);
            Matrix x = start;
            for (std::size_t i = 0; i + 1 < sigmas.size(); ++i)
                take(Sampler::Heun, exactDenoiser(points), flowMove(sigmas[i], sigmas[i + 1]), x);
            int same = 0;
            for (Eigen::Index q = 0; q < 400; ++q) same += nearest(points, x.col(q)) == nearest(points, start.col(q));
            return same;
        };
        QCOMPARE(agreement(onCircle(9)), 400);
        Random places(6, 0);
        QVERIFY(agreement(onCircle(9, &places)) < 350);
    }

    // x / a at sigma = s / a: the equation of the variance preserving process, integrated by itself in log tan of its angle.
    void bothProcessesAreOneFlow() {
        Random random(7, 0);
        const Matrix points = normals(random, 2, 6);
        Matrix exploding = normals(random, 2, 5, 50);
        const int steps = 20000;
        const Real from = std::log(50.0), to = std::log(0.02), h = (to - from) / steps;
        const auto angle = [](Real u) { return std::atan(std::exp(u)); };  // a = cos, s = sin
        Matrix preserving = std::cos(angle(from)) * exploding;
        const auto rk4 = [h](Matrix& x, Real u, const auto& slope) {
            const Matrix a = slope(x, u), b = slope(x + h / 2 * a, u + h / 2), c = slope(x + h / 2 * b, u + h / 2),
                         d = slope(x + h * c, u + h);
            x += h / 6 * (a + 2 * b + 2 * c + d);
        };
        Real most = 0;
        for (int i = 0; i < steps; ++i) {
            const Real u = from + i * h;
            rk4(exploding, u, [&](const Matrix& x, Real at) { return Matrix(x - posterior(points, x, std::exp(at)).mean); });
            // dx/dtheta = -tan(theta) (x + score), and dtheta = sin cos du
            rk4(preserving, u, [&](const Matrix& x, Real at) {
                const Real theta = angle(at), a = std::cos(theta), s = std::sin(theta);
                return Matrix(-s * s * (x + score(a * points, x, s)));
            });
            if (i % 1000 == 0) most = std::max(most, (preserving / std::cos(angle(u + h)) - exploding).cwiseAbs().maxCoeff());
        }
        QVERIFY2(most < 1e-9, qPrintable(QString::number(most)));
    }

    void energiesFallUnderBothRules() {
        Random random(8, 0);
        for (const int count : {2, 9, 40}) {
            const Matrix points = onCircle(count, &random);
            Matrix x = normals(random, 2, 100, 3), y = x;
            const std::vector<Real> sigmas = noiseLevels(3, 0.01, 7, 401);
            const Real fixed = sigmaOf(20);
            bool sumRose = false;
            for (std::size_t i = 0; i + 2 < sigmas.size(); ++i) {
                const Vector flow = diffusionEnergy(points, x, sigmas[i]),
                             sum = diffusionEnergy(points, x, sigmas[i], MixtureWeight::LeftOut), still = diffusionEnergy(points, y, fixed);
                take(Sampler::Heun, exactDenoiser(points), flowMove(sigmas[i], sigmas[i + 1]), x);
                take(Sampler::Euler, exactDenoiser(points), {fixed, fixed, 0.1}, y);
                QVERIFY((diffusionEnergy(points, x, sigmas[i + 1]) - flow).maxCoeff() <= 1e-9);
                QVERIFY((diffusionEnergy(points, y, fixed) - still).maxCoeff() <= 1e-9);
                sumRose |= (diffusionEnergy(points, x, sigmas[i + 1], MixtureWeight::LeftOut) - sum).maxCoeff() > 1e-6;
            }
            QVERIFY(sumRose);  // what the additive constant makes of the same flow
        }
    }

    void pitchforkAndRing() {
        for (const auto& [beta, place] : {std::pair{0.49, 0.0}, {0.51, 0.2406}, {0.6, 0.6586}, {1.0, 0.9575}, {2.0, 0.9993}})
            QVERIFY(std::abs(pitchfork(beta, 1) - place) < 1e-4);
        for (const auto& [beta, radius] :
             {std::pair{0.99, 0.0}, {1.01, 0.1403}, {2.0, 0.8315}, {5.0, 0.9455}, {10.0, 0.9740}, {20.0, 0.98726}, {100.0, 0.99749}})
            QVERIFY2(std::abs(ringRadius(beta) - radius) < 6e-5, qPrintable(QString::number(ringRadius(beta))));
        QVERIFY(std::abs(ringRadius(1e5) - (1 - 0.25e-5)) < 1e-8);  // beyond what a Bessel function can hold
        // The energy is lowest there, and its slope is minus the score.
        for (const Real beta : {2.0, 20.0, 400.0}) {
            const Real r = ringRadius(beta), h = 1e-4;
            QVERIFY(ringEnergy(r, beta) < ringEnergy(r + h, beta) && ringEnergy(r, beta) < ringEnergy(r - h, beta));
            QVERIFY(std::abs((ringEnergy(1.2 + h, beta) - ringEnergy(1.2 - h, beta)) / (2 * h) + ringScore(1.2, beta)) < 1e-7);
        }
        // Two points: the minima found are those of the closed form.
        Matrix pair(2, 2);
        pair << -1, 1, 0, 0;
        QCOMPARE(diffusionMinima(pair, sigmaOf(0.49)).cols(), Eigen::Index(1));
        const Matrix split = diffusionMinima(pair, sigmaOf(0.6));
        QCOMPARE(split.cols(), Eigen::Index(2));
        QVERIFY(std::abs(split.row(0).maxCoeff() - pitchfork(0.6, 1)) < 1e-9);
    }

    // Random points on the circle at t = 0.15 and 0.05 with sigma = 1: means of the published measurement, within three standard errors.
    void minimaOfRandomPoints() {
        for (const auto& [t, count, minima] : {std::tuple{0.15, 1, 1.0},
                                               {0.15, 2, 1.8},
                                               {0.15, 4, 2.75},
                                               {0.15, 9, 2.95},
                                               {0.15, 32, 3.05},
                                               {0.15, 100, 3.1},
                                               {0.15, 1000, 2.8},
                                               {0.05, 2, 1.9},
                                               {0.05, 9, 4.7},
                                               {0.05, 32, 5.5}}) {
            Random random(9, std::uint64_t(count + 1000 * t));
            const Mean mean = meanOf(count < 1000 ? 20 : 8, [&, n = count, time = t] {
                return Real(diffusionMinima(onCircle(n, &random), std::sqrt(time)).cols());
            });
            const Real band = std::sqrt(2.0) * mean.band + 1e-9;  // both are measured, theirs on as many
            QVERIFY2(std::abs(mean.value - minima) <= band,
                     qPrintable(QString("t = %1, K = %2: %3, not %4").arg(t).arg(count).arg(mean.value).arg(minima)));
        }
    }

    void corrugationOfTheRing() {
        for (const auto& [t, count, wanted] : {std::tuple{0.15, 2, 0.82},
                                               {0.15, 9, 0.60},
                                               {0.15, 100, 0.18},
                                               {0.15, 1000, 0.055},
                                               {0.05, 2, 0.94},
                                               {0.05, 9, 0.68},
                                               {0.05, 100, 0.11},
                                               {0.05, 1000, 0.032}}) {
            Random random(10, std::uint64_t(count + 1000 * t));
            const Mean mean = meanOf(count < 1000 ? 20 : 8, [&, n = count, time = t] {
                return corrugation(valleyAround(onCircle(n, &random), std::sqrt(time), 90));
            });
            const Real band = std::sqrt(2.0) * mean.band + 5e-3;  // and the rounding of what is published
            QVERIFY2(std::abs(mean.value - wanted) <= band,
                     qPrintable(QString("t = %1, K = %2: %3, not %4").arg(t).arg(count).arg(mean.value).arg(wanted)));
        }
        // Equally spaced points in closed form: 2.491e-3 for nine.
        QVERIFY(std::abs(corrugation(valleyAround(onCircle(9), std::sqrt(0.15), 360)) - 2.491e-3) < 1e-5);
        QVERIFY(corrugation(valleyAround(onCircle(100), std::sqrt(0.15), 90)) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestDiffusion)
#include "test_diffusion.moc"
