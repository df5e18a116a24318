// The probability flow on the compute layer against the double reference, with and without weights left out.
#include <QtTest>

#include <cmath>

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/compute/flow.h"
#include "core/model/diffusion.h"
#include "tests/refusal.h"

using namespace engram;
using engram::test::messageOf;

namespace {

struct Setting {
    Matrix points, start;
    std::vector<double> sigmas = noiseLevels(20, 0.05, 7, 41);

    Setting(int features, int memories, int states) : points(features, memories), start(features, states) {
        Random random(5, 0);
        for (Real& x : points.reshaped()) x = random.normal();
        for (Eigen::Index k = 0; k < points.cols(); ++k) points.col(k) *= 0.7 + 0.6 * random.uniform();  // of unequal lengths
        for (Real& x : start.reshaped()) x = 20 * random.normal();
    }
    Matrix reference() const {
        Matrix x = start;
        for (std::size_t i = 0; i + 1 < sigmas.size(); ++i)
            take(Sampler::Heun, exactDenoiser(points), flowMove(sigmas[i], sigmas[i + 1]), x);
        return x;
    }
};

}  // namespace

class TestFlow : public QObject {
    Q_OBJECT

private slots:
    void isTheReferenceInFloat() {
        for (const auto& [features, memories, states] : {std::tuple{20, 50, 7}, {64, 300, 150}}) {  // the second in several passes
            const Setting setting(features, memories, states);
            const Matrix wanted = setting.reference();
            const auto backend = makeCpuBackend();
            const auto prepared = backend->prepare(FloatMatrix(setting.points.cast<float>()));
            for (const float skip : {-1.0f, 1e-7f}) {
                FloatMatrix x = setting.start.cast<float>();
                const FlowCounts counts = followFlow(*prepared, setting.sigmas, x, skip);
                QCOMPARE(counts.whole + counts.few, long(states) * 79);
                QVERIFY(skip < 0 ? counts.few == 0 : counts.few > 0 && counts.whole > 0);
                int elsewhere = 0;  // a start near a ridge may fall on its other side in float
                for (Eigen::Index q = 0; q < states; ++q) elsewhere += (x.col(q).cast<Real>() - wanted.col(q)).norm() > 1e-3;
                QVERIFY2(elsewhere <= 1 + states / 100, qPrintable(QString::number(elsewhere)));
            }
        }
    }

    void isTheSameOnAnyNumberOfThreads() {
        const Setting setting(40, 120, 70);
        const auto backend = makeCpuBackend();
        const auto prepared = backend->prepare(FloatMatrix(setting.points.cast<float>()));
        FloatMatrix one = setting.start.cast<float>(), two = one;
        limitThreads(1);
        followFlow(*prepared, setting.sigmas, one);
        limitThreads(2);
        followFlow(*prepared, setting.sigmas, two);
        limitThreads(0);
        QVERIFY(one == two);
    }

    void refusesWhatIsNoFlow() {
        const auto backend = makeCpuBackend();
        const auto prepared = backend->prepare(FloatMatrix(FloatMatrix::Ones(8, 3)));
        FloatMatrix states = FloatMatrix::Ones(8, 2), others = FloatMatrix::Ones(7, 2);
        QVERIFY(messageOf([&] { followFlow(*prepared, {1, 2, 0}, states); }).find("must fall") != std::string::npos);
        QVERIFY(messageOf([&] { followFlow(*prepared, {1, NAN, 0}, states); }).find("must fall") != std::string::npos);
        QVERIFY(messageOf([&] { followFlow(*prepared, {1, 0}, others); }).find("7 features") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestFlow)
#include "test_flow.moc"
