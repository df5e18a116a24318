// Wrong requests to the processor's compute layer: each is a usage error, as on a graphics device, and names what is wrong before
// anything is allocated. Also: how instruction sets are chosen.
#include <QtTest>

#include <algorithm>

#include "core/base/error.h"
#include "core/compute/isa.h"
#include "core/compute/peak.h"
#include "tests/compute_models.h"

using namespace engram;

namespace {

std::string refusal(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& e) {
        return e.fault() == Fault::Usage ? e.what() : "not a usage error: ";
    }
    return {};
}

}  // namespace

class TestComputeRequests : public QObject {
    Q_OBJECT

private slots:
    void refusalsNameTheThing() {
        const auto backend = makeCpuBackend();
        const FloatMatrix memories = compute_models::columns(6, 4, 1);
        const auto packed = backend->prepare(memories);
        FloatMatrix states = compute_models::columns(5, 3, 2);
        Eigen::VectorXi counts(3);
        const MemoryModel model;
        QVERIFY(refusal([&] { backend->descend(model, *packed, 1, 1, states); }).find("5 x 3") != std::string::npos);
        states = compute_models::columns(6, 3, 2);
        QVERIFY(refusal([&] { backend->settle(model, *packed, 1, 1, 0, states, counts); }).find("tolerance is 0") != std::string::npos);
        const std::pair<MemoryModel, const char*> unknown[] = {{{Similarity::Dot, SignLimit{}, Softmax{}}, "Identity"},
                                                               {{Similarity::Dot, Identity{}, Spherical{}}, "Softmax"},
                                                               {{Similarity::Dot, Identity{}, Softmax{-1}}, "beta is -1"}};
        for (const auto& [wrong, name] : unknown)
            QVERIFY(refusal([&] { backend->descend(wrong, *packed, 1, 1, states); }).find(name) != std::string::npos);
        const auto other = makeCpuBackend({.isa = machineIsas().size() > 1 ? "x86-64" : ""});
        if (machineIsas().size() > 1)
            QVERIFY(refusal([&] { other->descend(model, *packed, 1, 1, states); }).find("another backend") != std::string::npos);
        // Nothing this large is read before it is refused.
        const Eigen::Map<const FloatMatrix, 0, Eigen::OuterStride<>> huge(memories.data(), 3000000, 2000000, Eigen::OuterStride<>(3000000));
        QVERIFY(refusal([&] { backend->prepare(huge); }).find("3000000 features x 2000000 memories") != std::string::npos);
        const Eigen::Map<const FloatMatrix, 0, Eigen::OuterStride<>> many(memories.data(), 2, 1LL << 33, Eigen::OuterStride<>(2));
        QVERIFY(refusal([&] { backend->prepare(many); }).find("8589934592") != std::string::npos);
        PlaneGrid grid = compute_models::plane(6, 100000, 100000);
        Eigen::VectorXf points(10);
        QVERIFY(refusal([&] { backend->landscape(model, *packed, grid, points); }).find("100000 x 100000") != std::string::npos);
        grid = compute_models::plane(5, 5, 2);
        QVERIFY(refusal([&] { backend->landscape(model, *packed, grid, points); }).find("5 features") != std::string::npos);

        // Every entry point, by a batch of other features, a result of another size, and more states than can be counted.
        Eigen::VectorXf energies(4);
        Eigen::VectorXi four(4);
        FloatMatrix gradients(6, 4);
        const auto refusedEverywhere = [&](const auto& batch, const std::string& name) {
            const Eigen::Ref<const FloatMatrix, 0, Eigen::OuterStride<>> in(batch);
            const FloatBatch out(FloatBatch(Eigen::Map<FloatMatrix, 0, Eigen::OuterStride<>>(
                const_cast<float*>(batch.data()), batch.rows(), batch.cols(), Eigen::OuterStride<>(batch.rows()))));
            const std::function<void()> entries[] = {
                [&] { backend->energies(model, *packed, in, energies); },        [&] { backend->gradients(model, *packed, in, gradients); },
                [&] { backend->settle(model, *packed, 1, 9, 1e-3f, out, four); }, [&] { backend->nearest(model, *packed, in, four); }};
            for (const auto& entry : entries)
                QVERIFY2(refusal(entry).find(name) != std::string::npos, (name + ": " + refusal(entry)).c_str());
        };
        refusedEverywhere(compute_models::columns(5, 4, 2), "5 x 4");
        refusedEverywhere(compute_models::columns(6, 3, 2), "6 x 3");
        refusedEverywhere(Eigen::Map<const FloatMatrix, 0, Eigen::OuterStride<>>(memories.data(), 6, 1LL << 32, Eigen::OuterStride<>(6)),
                          "6 x 4294967296");
        const Eigen::Map<const FloatMatrix, 0, Eigen::OuterStride<>> none(memories.data(), 6, 0, Eigen::OuterStride<>(6));
        QVERIFY(refusal([&] { backend->prepare(none); }).find("6 features x 0 memories") != std::string::npos);
        // Steps below none are none.
        states = memories.leftCols(3);
        backend->settle(model, *packed, 1, -5, 1e-3f, states, counts);
        QVERIFY(counts == Eigen::VectorXi::Zero(3) && states == memories.leftCols(3));
    }

    void instructionSetsAreChosenByName() {
        const QByteArray before = qgetenv("ENGRAM_ISA");
        qputenv("ENGRAM_ISA", "x86-64");
        QVERIFY(makeCpuBackend()->device().starts_with("x86-64,"));
        qputenv("ENGRAM_ISA", "v5");
        const std::string unknown = refusal([] { makeCpuBackend(); });
        QVERIFY(unknown.find("v5") != std::string::npos && unknown.find("x86-64, v3, v4") != std::string::npos);
        for (const std::string& name : knownIsas()) {
            const auto here = machineIsas();
            if (std::ranges::find(here, name) != here.end()) continue;
            qputenv("ENGRAM_ISA", name.c_str());
            QVERIFY(refusal([] { makeCpuBackend(); }).find("does not have the instruction set " + name) != std::string::npos);
        }
        before.isNull() ? qunsetenv("ENGRAM_ISA") : qputenv("ENGRAM_ISA", before);
        QVERIFY(multiplyAddPeak() > 0.1);
    }
};

QTEST_GUILESS_MAIN(TestComputeRequests)
#include "test_compute_requests.moc"
