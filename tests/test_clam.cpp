// Clustering with associative memories: what can be proven of it, its gradients, its rivals, and the published data sets.
#include <QtTest>

#include <cmath>

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/compute/isa.h"
#include "core/learn/clam_completion.h"
#include "core/learn/optimiser.h"
#include "core/learn/tape.h"
#include "core/model/clam.h"
#include "core/model/kmeans.h"
#include "core/model/spectral.h"
#include "core/model/ward.h"
#include "tests/refusal.h"

using namespace engram;
using namespace engram::test;

namespace {

Matrix normals(std::uint64_t stream, int rows, int cols, Real scale = 1) {
    Random random(3, stream);
    Matrix m(rows, cols);
    for (Real& e : m.reshaped()) e = scale * random.normal();
    return m;
}

Matrix maskOf(std::uint64_t stream, int rows, int cols, Real share) {
    Random random(3, stream);
    Matrix m(rows, cols);
    for (Real& e : m.reshaped()) e = random.uniform() < share;
    return m;
}

// Blobs at the corners of a cube of this side, one a column.
Matrix blobs(int perBlob, Real side, Labels& truth) {
    Matrix x = normals(9, 3, 4 * perBlob);
    for (int q = 0; q < x.cols(); ++q) {
        truth.push_back(q % 4);
        if (q % 4 > 0) x(q % 4 - 1, q) += side;
    }
    return x;
}

// The same recursion recorded operation by operation.
Matrix tapeGradient(const Clam& clam, const Matrix& x, const Matrix& hidden, const Vector& fill, Real& loss) {
    Tape<Real> tape;
    Matrix slope = Matrix::Zero(x.rows(), clam.count());
    const Var rho = tape.parameter(clam.prototypes.data(), slope.data(), int(x.rows()), clam.count());
    const Var mask = tape.copy(hidden), target = tape.copy(x);
    Var v = tape.copy(hide(x, hidden, fill));
    const Var half = tape.scale(tape.transpose(tape.sumColumns(tape.apply(Function::Square, rho))), -0.5);
    for (int t = 0; t < clam.steps; ++t) {
        const Var s = tape.softmax(tape.add(tape.product(rho, v, true), half), clam.beta);
        v = tape.add(v, tape.scale(tape.multiply(mask, tape.subtract(tape.product(rho, s), v)), clam.alpha));
    }
    const Var off = tape.multiply(mask, tape.subtract(target, v));
    const Var l = tape.mean(tape.apply(Function::Square, off));
    loss = tape.scalar(l);
    tape.backward(l);
    return slope;
}

}  // namespace

class TestClam : public QObject {
    Q_OBJECT

private slots:
    void gradientIsThatOfTheTapeAndOfDifferences() {
        const Clam clam{normals(0, 5, 4), 1.7, 0.1, 10};
        const Matrix x = normals(1, 5, 23), hidden = maskOf(2, 5, 23, 0.3);
        const Vector fill = normals(3, 5, 1);
        const ClamGradient g = gradient(clam, x, hidden, fill);
        Real loss = 0;
        const Matrix recorded = tapeGradient(clam, x, hidden, fill, loss);
        QVERIFY(std::abs(loss - g.loss) < 1e-14);
        QVERIFY((recorded - g.prototypes).norm() < 1e-12 * g.prototypes.norm());
        constexpr Real kStep = 1e-5;
        for (int e = 0; e < g.prototypes.size(); ++e) {
            Clam more = clam, less = clam;
            more.prototypes.reshaped()[e] += kStep, less.prototypes.reshaped()[e] -= kStep;
            const Real slope = (gradient(more, x, hidden, fill).loss - gradient(less, x, hidden, fill).loss) / (2 * kStep);
            QVERIFY(std::abs(slope - g.prototypes.reshaped()[e]) < 1e-8);
        }
    }

    // Every instruction set here, counts that fill no vector and no block, masks with rows that nothing hides.
    void fastGradientIsThatOfTheModel() {
        for (const std::string& isa : machineIsas())
            for (const auto& [d, k, count, share] :
                 {std::tuple{5, 3, 8, 0.3}, {1, 1, 1, 1.0}, {33, 9, 41, 0.05}, {90, 15, 8, 0.2}, {7, 8, 300, 0.0}}) {
                const Clam clam{normals(4, d, k), 0.8, 0.2, 6};
                const Matrix x = normals(5, d, count), hidden = maskOf(6, d, count, share);
                const Vector fill = normals(7, d, 1);
                const ClamGradient want = gradient(clam, x, hidden, fill);
                const Eigen::MatrixXf rho = clam.prototypes.cast<float>(), xf = x.cast<float>(), mask = hidden.cast<float>();
                const Eigen::VectorXf start = fill.cast<float>();
                Eigen::MatrixXf got(d, k);
                Completion completion(d, k, isa);
                const double loss =
                    completion.gradient(rho.data(), {6, 0.2f, 0.8f}, {count, xf.data(), mask.data(), start.data()}, got.data());
                QVERIFY(std::abs(loss - want.loss) <= 2e-6 * (1 + want.loss));
                const Real off = (got.cast<Real>() - want.prototypes).norm() / (1e-3 + want.prototypes.norm());
                QVERIFY2(off <= 5e-5,
                         (isa + " is off by " + std::to_string(1e6 * off) + " ppm for " + std::to_string(d) + " features").c_str());
            }
    }

    void sameBitsOnAnyNumberOfThreads() {
        const Eigen::MatrixXf rho = normals(4, 12, 5).cast<float>(), x = normals(5, 12, 500).cast<float>(),
                              mask = maskOf(6, 12, 500, 0.3).cast<float>();
        const auto slopes = [&] {
            Eigen::MatrixXf out(12, 5), fill = Eigen::MatrixXf::Zero(12, 1);
            Completion(12, 5).gradient(rho.data(), {}, {500, x.data(), mask.data(), fill.data()}, out.data());
            return out;
        };
        Eigen::MatrixXf alone;
        withThreads(1, [&] { alone = slopes(); });
        QVERIFY(alone == slopes());
    }

    void energyNeverRises() {
        const Matrix start = normals(8, 3, 40, 2);
        for (const Real beta : {0.5, 5.0, 100.0})
            for (const Real alpha : {0.05, 0.5, 1.0, 1.9}) {
                const Clam clam{normals(9, 3, 6), beta, alpha, 10};
                const Matrix hidden = maskOf(10, 3, 40, 0.5);
                Matrix v = start;
                Vector before = energy(clam, v);
                for (int t = 0; t < 40; ++t) {
                    step(clam, &hidden, v);
                    const Vector now = energy(clam, v);
                    QVERIFY(((now - before).array() <= 1e-12 * (1 + before.array().abs())).all());
                    before = now;
                }
            }
    }

    // All of a cluster's points hidden and started at c: the loss is least where the prototype overshoots the mean by 1 / (1 - g).
    void prototypesOvershoot() {
        const Matrix x = normals(11, 2, 200, 0.2).colwise() + Vector::Constant(2, 3.0);
        const Matrix hidden = Matrix::Ones(2, 200);
        const Vector fill = Vector::Constant(2, 0.5);
        Clam clam{Matrix::Constant(2, 1, 1.0), 2, 0.1, 10};
        for (int i = 0; i < 400; ++i) clam.prototypes -= 1.0 * gradient(clam, x, hidden, fill).prototypes;
        const Vector mean = x.rowwise().mean();
        const Real factor = (clam.prototypes(0, 0) - fill[0]) / (mean[0] - fill[0]);
        QVERIFY(std::abs(factor - 1 / (1 - std::pow(0.9, 10))) < 1e-6);
        QVERIFY(std::abs(factor - 1.535) < 1e-3);
        QVERIFY((effectiveCentres(clam, fill) - mean).norm() < 1e-6);
    }

    void nonsenseIsRefused() {
        QVERIFY(messageOf([] { checkClam({Matrix(2, 0), 1, 0.1, 10}); }).find("at least one prototype") != std::string::npos);
        QVERIFY(messageOf([] { checkClam({Matrix::Zero(2, 2), -1, 0.1, 10}); }).find("beta") != std::string::npos);
        QVERIFY(messageOf([] { checkClam({Matrix::Zero(2, 2), 1, 2.5, 10}); }).find("alpha") != std::string::npos);
        QVERIFY(messageOf([] { Completion(0, 3); }).find("0 features") != std::string::npos);
    }

    void rivalsFindFourBlobs() {
        Labels truth;
        const Matrix x = blobs(40, 12, truth);
        const Clustering hard = kMeans(x, 4, 10, 7);
        QCOMPARE(adjustedRandIndex(hard.labels, truth), 1.0);
        QVERIFY(std::abs(hard.inertia - inertia(x, hard.labels)) < 1e-9 * hard.inertia);
        QCOMPARE(adjustedRandIndex(softKMeans(x, plusPlus(x, 4, 7, 0), 1).labels, truth), 1.0);
        QCOMPARE(adjustedRandIndex(ward(x, 4), truth), 1.0);
        QCOMPARE(adjustedRandIndex(spectral(x, 4, 10, 7), truth), 1.0);
    }

    // Two rings, one in the other: no centre describes them, the graph of neighbours does.
    void spectralFollowsRings() {
        Matrix x(2, 400);
        Labels truth;
        for (int q = 0; q < 400; ++q) {
            const Real angle = 2 * 3.14159265358979 * q / 400 * 2, radius = q < 200 ? 1 : 3;
            x.col(q) << radius * std::cos(angle), radius * std::sin(angle);
            truth.push_back(q >= 200);
        }
        QCOMPARE(adjustedRandIndex(spectral(x, 2, 10, 7), truth), 1.0);
        QVERIFY(adjustedRandIndex(kMeans(x, 2, 10, 7).labels, truth) < 0.2);
        QVERIFY(messageOf([] { spectral(Matrix::Zero(2, kMostSpectralPoints + 1), 2, 10, 7); }).find("too long") != std::string::npos);
    }

    // Lloyd's iterations never raise the inertia; an empty cluster keeps its centre.
    void lloydDescends() {
        const Matrix x = normals(12, 2, 300);
        Clustering c{normals(13, 2, 6), {}, 0, 0};
        c.centres.col(5).setConstant(100);
        Real before = 1e300;
        for (int i = 0; i < 20; ++i) {
            lloydStep(x, c);
            QVERIFY(c.inertia <= before * (1 + 1e-12));
            before = c.inertia;
        }
        QCOMPARE(c.centres(0, 5), 100.0);
    }

    void scoresOfOneCluster() {
        const Matrix x = normals(14, 2, 10);
        const Labels one(10, 0);
        QCOMPARE(silhouette(x, one), 0.0);
        QCOMPARE(normalisedMutualInformation(one, one), 1.0);
        QCOMPARE(adjustedRandIndex(one, one), 1.0);
        QCOMPARE(clustersUsed(one), 1);
    }
};

QTEST_GUILESS_MAIN(TestClam)
#include "test_clam.moc"
