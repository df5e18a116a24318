// The processor's compute layer against the double reference: every model, every instruction set of this machine, few features and
// many, in single steps. Also: the same bits on any number of threads, no allocation once warm, accuracy of exp and log.
#include <QtTest>

#include <bit>
#include <cstring>

#include "core/base/parallel.h"
#include "core/compute/isa.h"
#include "core/compute/reference.h"
#include "tests/compute_models.h"
#include "tests/counted_allocations.h"

using namespace engram;

namespace {

// Of one step or reading in float, relative to 1 + the size of what is compared: rounding of sums of some hundred terms, and for
// distances the cancellation of squares.
constexpr double kEnergyTolerance = 2e-5, kGradientTolerance = 4e-5, kStepTolerance = 2e-5;
constexpr double kMostUlps = 2;
constexpr double kReferenceGradientTolerance = 1e-6;   // central differences in double

struct Size { int features, memories, states; };
constexpr Size kSizes[] = {{1, 3, 5}, {2, 5, 70}, {3, 40, 33}, {4, 9, 600}, {5, 4, 70}, {37, 50, 70}, {64, 300, 35}, {300, 33, 7}};

// A little off the surface on which everything is of length 1, and one state that is zero.
FloatMatrix someStates(const Size& size) {
    FloatMatrix states = 1.3f * compute_models::columns(size.features, size.states, 2);
    states.col(size.states / 2).setZero();
    return states;
}

double error(const Eigen::Ref<const Matrix>& found, const Eigen::Ref<const Matrix>& expected) {
    if (!found.allFinite() || !expected.allFinite()) return 1e9;
    return (found - expected).cwiseAbs().maxCoeff() / (1 + expected.cwiseAbs().maxCoeff());
}

double ulps(double found, double exact) {
    const double ulp = std::ldexp(1.0, std::ilogb(exact) - 23);
    return std::abs(found - exact) / ulp;
}

#define COMPARE_WITHIN(found, expected, tolerance, what)                                                                        \
    do {                                                                                                                        \
        const double off = error(found, expected);                                                                              \
        if (!(off <= (tolerance))) QFAIL(qPrintable(QString::fromStdString(what) + QString(": off by %1").arg(off)));            \
    } while (false)

// Every result a backend gives for one model and size, one after the other.
std::vector<float> everything(Backend& backend, const MemoryModel& model, const Size& size) {
    const auto memories = backend.prepare(compute_models::columns(size.features, size.memories, 1));
    const FloatMatrix states = someStates(size);
    std::vector<float> all;
    const auto keep = [&](const auto& m) { for (Eigen::Index i = 0; i < m.size(); ++i) all.push_back(float(m.data()[i])); };
    Eigen::VectorXf energies(size.states);
    backend.energies(model, *memories, states, energies);
    keep(energies);
    FloatMatrix work(size.features, size.states);
    backend.gradients(model, *memories, states, work);
    keep(work);
    work = states;
    backend.descend(model, *memories, 0.5f, 4, work);
    keep(work);
    Eigen::VectorXi counts(size.states);
    work = states;
    backend.settle(model, *memories, 0.5f, 30, 1e-3f, work, counts);
    keep(work);
    keep(counts);
    backend.nearest(model, *memories, states, counts);
    keep(counts);
    return all;
}

}  // namespace

class TestCompute : public QObject {
    Q_OBJECT

    // A row an instruction set; `isa` is empty where this machine cannot run it.
    void isaRows() {
        QTest::addColumn<QString>("isa");
        for (const std::string& name : knownIsas()) QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    static bool missing(const QString& isa) {
        const auto here = machineIsas();
        return std::find(here.begin(), here.end(), isa.toStdString()) == here.end();
    }
#define ISA_OR_SKIP()                                                                                                           \
    QFETCH(QString, isa);                                                                                                       \
    if (missing(isa)) QSKIP(qPrintable("this machine does not have " + isa));                                                   \
    const auto backend = makeCpuBackend({.isa = isa.toStdString()});

private slots:
    void cleanup() { limitThreads(0); }

    void referenceGradientsAreThoseOfItsEnergies() {
        const Size size{5, 7, 4};
        const Matrix memories = compute_models::columns(size.features, size.memories, 1).cast<double>();
        const Matrix states = compute_models::columns(size.features, size.states, 2).cast<double>();
        constexpr double kStep = 1e-5;
        for (const auto& [name, model] : compute_models::all())
            for (int q = 0; q < size.states; ++q) {
                Vector differences(size.features);
                for (int i = 0; i < size.features; ++i) {
                    const Vector along = kStep * Vector::Unit(size.features, i);
                    differences[i] = (reference::energy(model, memories, states.col(q) + along) -
                                      reference::energy(model, memories, states.col(q) - along)) / (2 * kStep);
                }
                COMPARE_WITHIN(reference::gradient(model, memories, states.col(q)), differences, kReferenceGradientTolerance, name);
            }
    }

    void kernelsEqualTheReference_data() { isaRows(); }
    void kernelsEqualTheReference() {
        ISA_OR_SKIP();
        for (const Size& size : kSizes) {
            const FloatMatrix memories = compute_models::columns(size.features, size.memories, 1), states = someStates(size);
            const auto packed = backend->prepare(memories);
            const Matrix exact = memories.cast<double>();
            for (const auto& [modelName, model] : compute_models::all()) {
                const std::string name = modelName + ", " + std::to_string(size.features) + " x " + std::to_string(size.memories);
                Vector energies(size.states);
                Matrix gradients(size.features, size.states), stepped(size.features, size.states);
                for (int q = 0; q < size.states; ++q) {
                    const Vector v = states.col(q).cast<double>();
                    energies[q] = reference::energy(model, exact, v);
                    gradients.col(q) = reference::gradient(model, exact, v);
                    stepped.col(q) = reference::stepped(model, exact, 0.7f, v);
                }
                Eigen::VectorXf foundEnergies(size.states);
                backend->energies(model, *packed, states, foundEnergies);
                COMPARE_WITHIN(foundEnergies.cast<double>(), energies, kEnergyTolerance, name + ", energies");
                FloatMatrix found(size.features, size.states);
                backend->gradients(model, *packed, states, found);
                COMPARE_WITHIN(found.cast<double>(), gradients, kGradientTolerance, name + ", gradients");
                found = states;
                backend->descend(model, *packed, 0.7f, 1, found);
                COMPARE_WITHIN(found.cast<double>(), stepped, kStepTolerance, name + ", step");

                Eigen::VectorXi nearestFound(size.states);
                backend->nearest(model, *packed, states, nearestFound);
                for (int q = 0; q < size.states; ++q)
                    QVERIFY2(nearestFound[q] == reference::nearest(model, exact, states.col(q).cast<double>()), name.c_str());
            }
        }
    }

    // A state stops after the first step that moves it less than the tolerance, and keeps the value after it.
    void settlingStopsEachStateOnItsOwn_data() { isaRows(); }
    void settlingStopsEachStateOnItsOwn() {
        ISA_OR_SKIP();
        constexpr float kTolerance = 1e-3f, kRate = 0.5f;
        constexpr int kMost = 12;
        for (const Size& size : {Size{2, 5, 150}, Size{40, 50, 70}})
            for (const Similarity similarity : {Similarity::Dot, Similarity::Distance}) {
                const MemoryModel model{similarity, Identity{}, Softmax{30}};
                const FloatMatrix memories = compute_models::columns(size.features, size.memories, 1), start = someStates(size);
                const auto packed = backend->prepare(memories);
                FloatMatrix states = start;
                Eigen::VectorXi steps(size.states);
                backend->settle(model, *packed, kRate, kMost, kTolerance, states, steps);
                for (int q = 0; q < size.states; ++q) {
                    Vector v = start.col(q).cast<double>(), before = v;
                    const int taken = std::abs(steps[q]);
                    QVERIFY(taken >= 1 && taken <= kMost && (steps[q] > 0 || taken == kMost));
                    for (int t = 1; t <= taken; ++t) {
                        before = v;
                        v = reference::stepped(model, memories.cast<double>(), kRate, v);
                        if (t < taken) QVERIFY((v - before).cwiseAbs().maxCoeff() > 0.99 * kTolerance);
                    }
                    const double last = (v - before).cwiseAbs().maxCoeff();
                    QVERIFY(steps[q] > 0 ? last < 1.01 * kTolerance : last > 0.99 * kTolerance);
                    COMPARE_WITHIN(states.col(q).cast<double>(), v, 2e-4, "settled state");   // a dozen steps apart
                }
                QVERIFY((steps.array() > 0).any());
            }
    }

    void divergedStatesHaveNotSettled_data() { isaRows(); }
    void divergedStatesHaveNotSettled() {
        ISA_OR_SKIP();
        for (const int features : {2, 20}) {
            FloatMatrix states = 1e6f * compute_models::columns(features, 20, 2);
            Eigen::VectorXi steps(20);
            const auto packed = backend->prepare(compute_models::columns(features, 30, 1));
            backend->settle({Similarity::Dot, Identity{}, Power{4, false}}, *packed, 0.5f, 40, 1e-3f, states, steps);
            QVERIFY((steps.array() == -40).all());
        }
    }

    void landscapesEqualTheReference_data() { isaRows(); }
    void landscapesEqualTheReference() {
        ISA_OR_SKIP();
        for (const auto& [name, model] : compute_models::all())
            for (const int features : {2, 30}) {
                const FloatMatrix memories = compute_models::columns(features, 21, 1);
                const PlaneGrid grid = compute_models::plane(features, 70, 67);
                Eigen::VectorXf found(grid.columns * grid.rows);
                backend->landscape(model, *backend->prepare(memories), grid, found);
                COMPARE_WITHIN(found.cast<double>(), reference::landscape(model, memories.cast<double>(), grid), kEnergyTolerance, name);
            }
        // Exponents too far apart for factors: point by point, and no overflow.
        const MemoryModel steep{Similarity::Dot, Identity{}, Softmax{2000}};
        const FloatMatrix memories = compute_models::columns(30, 21, 1);
        const PlaneGrid grid = compute_models::plane(30, 20, 20);
        Eigen::VectorXf found(400);
        backend->landscape(steep, *backend->prepare(memories), grid, found);
        COMPARE_WITHIN(found.cast<double>(), reference::landscape(steep, memories.cast<double>(), grid), kEnergyTolerance, "steep");
    }

    void softmaxIsSafeForAnySize_data() { isaRows(); }
    void softmaxIsSafeForAnySize() {
        ISA_OR_SKIP();
        for (const int features : {2, 20}) {
            const FloatMatrix memories = 100 * compute_models::columns(features, 30, 1);
            const FloatMatrix states = 100 * compute_models::columns(features, 40, 2);
            for (const Similarity similarity : {Similarity::Dot, Similarity::Distance}) {
                const MemoryModel model{similarity, Identity{}, Softmax{5}};
                FloatMatrix found = states;
                backend->descend(model, *backend->prepare(memories), 1, 1, found);
                for (int q = 0; q < 40; ++q) {
                    const Vector stepped = reference::stepped(model, memories.cast<double>(), 1, states.col(q).cast<double>());
                    COMPARE_WITHIN(found.col(q).cast<double>(), stepped, 5e-3, "large logits");   // float keeps three digits of these
                }
            }
        }
    }

    void threadsDoNotChangeABit_data() { isaRows(); }
    void threadsDoNotChangeABit() {
        ISA_OR_SKIP();
        for (const auto& [name, model] : compute_models::all())
            for (const Size& size : {Size{2, 5, 1500}, Size{37, 50, 170}}) {
                limitThreads(1);
                const std::vector<float> one = everything(*backend, model, size);
                limitThreads(2);
                const std::vector<float> two = everything(*backend, model, size);
                QVERIFY2(one.size() == two.size() && std::memcmp(one.data(), two.data(), one.size() * sizeof(float)) == 0, name.c_str());
            }
    }

    // Among many memories a single step looks at groups of them, and only at those that matter: from noise that hides all differences
    // to so little that the nearest is all there is, in the middle of them and far out.
    void oneStepAmongManyIsExact_data() { isaRows(); }
    void oneStepAmongManyIsExact() {
        ISA_OR_SKIP();
        for (const Size& size : {Size{1, 64, 40}, Size{2, 1003, 600}, Size{3, 300, 70}, Size{4, 90, 35}})
            for (const float sigma : {30.0f, 3.0f, 0.5f, 0.1f, 0.02f, 0.002f}) {
                const FloatMatrix memories = compute_models::columns(size.features, size.memories, 1);
                FloatMatrix states = 1.5f * compute_models::columns(size.features, size.states, 2);
                states.col(0) *= 20;
                states.col(1) = memories.col(1);
                const MemoryModel model{Similarity::Distance, Identity{}, Softmax{1 / (sigma * sigma)}};
                Matrix expected(size.features, size.states);
                for (int i = 0; i < size.states; ++i)
                    expected.col(i) = reference::stepped(model, memories.cast<Real>(), 0.7, states.col(i).cast<Real>());
                backend->descend(model, *backend->prepare(memories), 0.7f, 1, states);
                // A logit beta d^2 / 2 is a float: near equals at a large distance share by what its last bit says.
                const double rounding = 4e-7 * (1 + 1 / (sigma * sigma));
                const std::string what = "sigma " + std::to_string(sigma) + ", features " + std::to_string(size.features);
                for (int i = 1; i < size.states; ++i)
                    COMPARE_WITHIN(states.col(i).cast<Real>(), expected.col(i),
                                   i == 1 ? kStepTolerance : std::min(0.3, kStepTolerance + rounding), what);
                if (sigma > 0.4f) COMPARE_WITHIN(states.col(0).cast<Real>(), expected.col(0), kStepTolerance, what + ", far out");
            }
    }

    // What diverged says nothing of where its neighbours are.
    void aDivergedStateLeavesItsNeighboursAlone_data() { isaRows(); }
    void aDivergedStateLeavesItsNeighboursAlone() {
        ISA_OR_SKIP();
        const FloatMatrix memories = compute_models::columns(2, 200, 1);
        FloatMatrix sound = compute_models::columns(2, 64, 2), spoiled = sound;
        spoiled(0, 7) = std::numeric_limits<float>::quiet_NaN();
        spoiled(1, 20) = std::numeric_limits<float>::infinity();
        const MemoryModel model{Similarity::Distance, Identity{}, Softmax{50}};
        const auto packed = backend->prepare(memories);
        backend->descend(model, *packed, 1, 1, sound);
        backend->descend(model, *packed, 1, 1, spoiled);
        for (int i = 0; i < 64; ++i)
            if (i != 7 && i != 20)
                COMPARE_WITHIN(spoiled.col(i).cast<Real>(), sound.col(i).cast<Real>(), kStepTolerance, std::to_string(i));
    }

    void skippingSmallWeightsIsBounded_data() { isaRows(); }
    void skippingSmallWeightsIsBounded() {
        ISA_OR_SKIP();
        const FloatMatrix memories = compute_models::columns(90, 400, 1);
        const FloatMatrix start = memories.leftCols(70) + 0.3f * compute_models::columns(90, 70, 2);
        // After a few steps states hardly move and are followed; so slow ones are all the time, and drift away from where they were.
        for (const Similarity similarity : {Similarity::Dot, Similarity::Distance})
            for (const auto& [rate, steps] : {std::pair{1.0f, 3}, {1.0f, 9}, {0.03f, 25}}) {
                const MemoryModel model{similarity, Identity{}, Softmax{40}};
                FloatMatrix all = start, most = start;
                backend->descend(model, *backend->prepare(memories), rate, steps, all);
                const auto pruned = makeCpuBackend({.isa = isa.toStdString(), .skipWeightsBelow = 1e-6f});
                pruned->descend(model, *pruned->prepare(memories), rate, steps, most);
                QVERIFY((all - most).cwiseAbs().maxCoeff() < 400 * 1e-6);
                QVERIFY((all - most).cwiseAbs().maxCoeff() > 0);
            }
    }

    void prunedStatesSettleAlike_data() { isaRows(); }
    void prunedStatesSettleAlike() {
        ISA_OR_SKIP();
        const MemoryModel model{Similarity::Dot, Identity{}, Softmax{40}};
        const FloatMatrix memories = compute_models::columns(90, 400, 1);
        const FloatMatrix start = memories.leftCols(70) + 0.3f * compute_models::columns(90, 70, 2);
        FloatMatrix all = start, most = start;
        Eigen::VectorXi allSteps(70), mostSteps(70);
        backend->settle(model, *backend->prepare(memories), 0.5f, 30, 1e-3f, all, allSteps);
        const auto pruned = makeCpuBackend({.isa = isa.toStdString(), .skipWeightsBelow = 1e-6f});
        pruned->settle(model, *pruned->prepare(memories), 0.5f, 30, 1e-3f, most, mostSteps);
        QVERIFY((all - most).cwiseAbs().maxCoeff() < 400 * 1e-6);
        QVERIFY((allSteps - mostSteps).cwiseAbs().maxCoeff() <= 1);
        QVERIFY(allSteps.minCoeff() < allSteps.maxCoeff());       // each on its own
    }

    void warmCallsDoNotAllocate_data() { isaRows(); }
    void warmCallsDoNotAllocate() {
        ISA_OR_SKIP();
        for (const Size& size : {Size{2, 5, 1500}, Size{37, 50, 170}}) {
            const MemoryModel model{Similarity::Dot, LogCosh{}, Softmax{4}};
            const auto pruned = makeCpuBackend({.isa = isa.toStdString(), .skipWeightsBelow = 1e-3f});
            const auto packed = backend->prepare(compute_models::columns(size.features, size.memories, 1));
            FloatMatrix states = someStates(size), gradients = states;
            Eigen::VectorXf energies(size.states), points(40 * 30);
            Eigen::VectorXi counts(size.states);
            const PlaneGrid grid = compute_models::plane(size.features, 40, 30);
            const auto calls = [&] {
                backend->energies(model, *packed, states, energies);
                backend->gradients(model, *packed, states, gradients);
                backend->descend(model, *packed, 0.1f, 2, states);
                backend->settle(model, *packed, 0.1f, 5, 1e-3f, states, counts);
                backend->nearest(model, *packed, states, counts);
                backend->landscape(model, *packed, grid, points);
                backend->landscape({Similarity::Dot, Identity{}, Softmax{4}}, *packed, grid, points);
                pruned->descend(model, *packed, 0.1f, 2, states);
            };
            for (const int threads : {1, 2}) {
                limitThreads(threads);
                calls();
                const long before = allocations;
                calls();
                QCOMPARE(allocations - before, 0L);
            }
            limitThreads(0);
            const long before = allocations;
            const auto again = backend->prepare(compute_models::columns(size.features, size.memories, 1));
            QVERIFY(allocations - before >= 5);       // stores and objects: both kinds are counted
        }
    }

    void exponentialsAndLogarithmsAreAccurate_data() { isaRows(); }
    void exponentialsAndLogarithmsAreAccurate() {
        ISA_OR_SKIP();
        const Kernels& k = kernelsFor(isa.toStdString());
        constexpr int kChunk = 4099;
        std::vector<float> x, y(kChunk);
        double worstExp = 0, worstLog = 0;
        const auto sweep = [&](auto kernel, auto exact, double& worst) {
            kernel(x.data(), int(x.size()), y.data());
            for (std::size_t i = 0; i < x.size(); ++i) worst = std::max(worst, ulps(y[i], exact(double(x[i]))));
            x.clear();
        };
        const auto exps = [&](const float* in, int count, float* out) { k.exps(in, 0, count, out); };
        // Every 401st float of either sign from 2^-40 to the ends of the range.
        for (const float sign : {1.0f, -1.0f})
            for (auto bits = std::bit_cast<std::uint32_t>(0x1p-40f);; bits += 401) {
                const float at = sign * std::bit_cast<float>(bits);
                if (at > 88.7f || at < -87.3f) break;
                x.push_back(at);
                if (x.size() == kChunk) sweep(exps, [](double v) { return std::exp(v); }, worstExp);
            }
        x.clear();
        for (auto bits = std::bit_cast<std::uint32_t>(1.2e-38f); bits < std::bit_cast<std::uint32_t>(3.4e38f); bits += 1009) {
            const float at = std::bit_cast<float>(bits);
            if (at != 1) x.push_back(at);
            if (x.size() == kChunk) sweep(k.logs, [](double v) { return std::log(v); }, worstLog);
        }
        qInfo("%s: exp within %.2f ulp, log within %.2f ulp", k.name, worstExp, worstLog);
        QVERIFY(worstExp <= kMostUlps);
        QVERIFY(worstLog <= kMostUlps);
        const float ends[] = {-1e30f, -88, 89, 1e30f, 0};
        float found[5];
        k.exps(ends, 0, 5, found);
        QVERIFY(found[0] == 0 && found[1] == 0 && std::isinf(found[2]) && std::isinf(found[3]) && found[4] == 1);
    }
};

QTEST_GUILESS_MAIN(TestCompute)
#include "test_compute.moc"
