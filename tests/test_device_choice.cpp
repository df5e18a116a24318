// Which device computes: the probe, the known software renderers, and what becomes of a call whose device fails in the middle.
#include <QTest>

#include <chrono>
#include <thread>

#include "core/base/error.h"
#include "render/compute/choose.h"
#include "render/gl/context.h"

using namespace engram;

namespace {

struct Behaviour {
    double secsPerCall = 0;
    int goodCalls = -1;    // then every call throws; -1: all are good
    bool refuses = false;  // memories
    int calls = 0, prepared = 0;
};

struct FakeMemories : Memories {
    FakeMemories(const ConstFloatBatch& m) : Memories(int(m.rows()), int(m.cols())), sum(m.sum()) {}
    float sum;
};

// Its descend adds the sum of all memories to every entry, and nothing else does anything.
class Fake : public Backend {
public:
    Fake(std::string name, Behaviour& behaviour) : name_(std::move(name)), behaviour_(behaviour) {}

    std::string device() const override { return name_; }
    std::shared_ptr<const Memories> prepare(const ConstFloatBatch& memories) override {
        if (behaviour_.refuses) throw TooLarge("these memories are too large");
        ++behaviour_.prepared;
        return std::make_shared<FakeMemories>(memories);
    }
    void descend(const MemoryModel&, const Memories& memories, float, int, FloatBatch states) override {
        call();
        states.array() += dynamic_cast<const FakeMemories&>(memories).sum;
    }
    void energies(const MemoryModel&, const Memories&, const ConstFloatBatch&, Eigen::Ref<Eigen::VectorXf>) override { call(); }
    void gradients(const MemoryModel&, const Memories&, const ConstFloatBatch&, FloatBatch) override { call(); }
    void settle(const MemoryModel&, const Memories&, float, int, float, FloatBatch, Eigen::Ref<Eigen::VectorXi>) override { call(); }
    void nearest(const MemoryModel&, const Memories&, const ConstFloatBatch&, Eigen::Ref<Eigen::VectorXi>) override {
        usage("this is asked for in a wrong way");
    }
    void landscape(const MemoryModel&, const Memories&, const PlaneGrid&, Eigen::Ref<Eigen::VectorXf>) override { call(); }

private:
    void call() {
        if (behaviour_.calls == behaviour_.goodCalls) fail("the device is lost");
        ++behaviour_.calls;
        std::this_thread::sleep_for(std::chrono::duration<double>(behaviour_.secsPerCall));
    }
    std::string name_;
    Behaviour& behaviour_;
};

const MemoryModel kModel{};
const FloatMatrix kOnes = FloatMatrix::Ones(2, 3);

}  // namespace

class TestDeviceChoice : public QObject {
    Q_OBJECT
private slots:
    void init();
    void theFasterOneIsTaken();
    void softwareIsNotProbed();
    void aWishIsFollowed();
    void noGraphicsDevice();
    void aLostDeviceHandsOver();
    void whatIsTooLargeGoesToTheOther();
    void wrongRequestsStayWrong();
    void aShaderThatDoesNotCompile();

private:
    std::unique_ptr<Backend> cpu() { return std::make_unique<Fake>("processor", cpu_); }
    std::unique_ptr<Backend> gpu() { return std::make_unique<Fake>("graphics", gpu_); }
    std::unique_ptr<Backend> choose(DeviceWish wish) {
        return chooseBackend(wish, cpu(), tell_, [this] { return gpu(); });
    }

    Behaviour cpu_, gpu_;
    std::vector<std::string> told_;
    const Tell tell_ = [this](const std::string& sentence) { told_.push_back(sentence); };
};

void TestDeviceChoice::init() {
    cpu_ = gpu_ = {};
    told_.clear();
}

void TestDeviceChoice::theFasterOneIsTaken() {
    gpu_.secsPerCall = 0.02;
    QCOMPARE(choose(DeviceWish::Auto)->device(), std::string("processor"));
    QVERIFY(gpu_.calls <= 2 && cpu_.calls > 2);  // one to warm up, one that exhausts the budget
    init();
    cpu_.secsPerCall = 0.02;
    QCOMPARE(choose(DeviceWish::Auto)->device(), std::string("graphics"));
    QVERIFY(told_.empty());
}

void TestDeviceChoice::softwareIsNotProbed() {
    for (const char* name : {"llvmpipe (LLVM 15.0.6, 256 bits)", "softpipe", "Software Rasterizer", "SWR/swrast"})
        QVERIFY(isSoftwareRenderer(name));
    for (const char* name : {"NVIDIA H100 PCIe/PCIe/SSE2", "AMD Radeon RX 6600 (radeonsi, navi23)", "Mesa Intel(R) UHD Graphics 620"})
        QVERIFY(!isSoftwareRenderer(name));
    cpu_.secsPerCall = 0.02;
    const auto software = [this] { return std::make_unique<Fake>("llvmpipe", gpu_); };
    QCOMPARE(chooseBackend(DeviceWish::Auto, cpu(), tell_, software)->device(), std::string("processor"));
    QCOMPARE(gpu_.calls + cpu_.calls, 0);
    QCOMPARE(chooseBackend(DeviceWish::Gpu, cpu(), tell_, software)->device(), std::string("llvmpipe"));
}

void TestDeviceChoice::aWishIsFollowed() {
    gpu_.secsPerCall = 0.02;
    QCOMPARE(choose(DeviceWish::Gpu)->device(), std::string("graphics"));
    QCOMPARE(choose(DeviceWish::Cpu)->device(), std::string("processor"));
    QCOMPARE(gpu_.calls + cpu_.calls, 0);
}

void TestDeviceChoice::noGraphicsDevice() {
    const MakeBackend none = []() -> std::unique_ptr<Backend> { fail("there is no EGL here"); };
    QCOMPARE(chooseBackend(DeviceWish::Auto, cpu(), tell_, none)->device(), std::string("processor"));
    QVERIFY(told_.empty());
    QVERIFY_THROWS_EXCEPTION(Error, chooseBackend(DeviceWish::Gpu, cpu(), tell_, none));
    gpu_.goodCalls = 1;  // compiles, then fails in the probe
    QCOMPARE(choose(DeviceWish::Auto)->device(), std::string("processor"));
}

void TestDeviceChoice::aLostDeviceHandsOver() {
    gpu_.goodCalls = 2;
    const auto backend = choose(DeviceWish::Gpu);
    const auto memories = backend->prepare(kOnes);
    FloatMatrix states = FloatMatrix::Zero(2, 1);
    for (int i = 1; i <= 5; ++i) {
        backend->descend(kModel, *memories, 1, 1, states);
        QCOMPARE(states(0, 0), 6.0f * float(i));  // each call once, on whichever device
    }
    QCOMPARE(gpu_.calls, 2);
    QCOMPARE(cpu_.calls, 3);
    QCOMPARE(cpu_.prepared, 1);
    QCOMPARE(told_.size(), std::size_t(1));
    QVERIFY2(told_[0].find("graphics") != std::string::npos && told_[0].find("the device is lost") != std::string::npos, told_[0].c_str());
    QCOMPARE(backend->device(), std::string("processor"));
    backend->prepare(kOnes);
    QCOMPARE(gpu_.prepared, 1);
}

void TestDeviceChoice::whatIsTooLargeGoesToTheOther() {
    const auto backend = choose(DeviceWish::Gpu);
    const auto small = backend->prepare(kOnes);
    gpu_.refuses = true;
    const auto large = backend->prepare(2 * kOnes), larger = backend->prepare(3 * kOnes);
    FloatMatrix states = FloatMatrix::Zero(2, 1);
    backend->descend(kModel, *larger, 1, 1, states);
    backend->descend(kModel, *small, 1, 1, states);
    QCOMPARE(states(0, 0), 24.0f);
    QCOMPARE(gpu_.calls, 1);  // the small ones stay there
    QCOMPARE(cpu_.calls, 1);
    QCOMPARE(told_.size(), std::size_t(1));
    QVERIFY(told_[0].find("too large") != std::string::npos);
}

void TestDeviceChoice::wrongRequestsStayWrong() {
    const auto backend = choose(DeviceWish::Gpu);
    const auto memories = backend->prepare(kOnes);
    Eigen::VectorXi found(1);
    QVERIFY_THROWS_EXCEPTION(Error, backend->nearest(kModel, *memories, FloatMatrix::Zero(2, 1), found));
    QVERIFY(told_.empty());
    QCOMPARE(backend->device(), std::string("graphics"));
}

// The real backend, with a fault in one of its shaders.
void TestDeviceChoice::aShaderThatDoesNotCompile() {
    const auto read = [](std::string_view path) -> std::string_view {
        return path == "shaders/compute/target.comp" ? "void main() { nothing }\n" : asset(path);
    };
    try {
        const gl::Context any;   // only its absence is a reason to skip
    } catch (const Error& error) {
        QSKIP(error.what());
    }
    std::unique_ptr<Backend> real = makeGpuBackend({.mostBytes = 0, .read = read});
    const auto backend = fallbackBackend(std::move(real), cpu(), tell_);
    const auto memories = backend->prepare(FloatMatrix::Ones(6, 1));
    FloatMatrix states = FloatMatrix::Zero(6, 1);
    backend->descend(kModel, *memories, 1, 1, states);
    QCOMPARE(states(0, 0), 6.0f);  // by the other, from the untouched state
    QCOMPARE(told_.size(), std::size_t(1));
    QVERIFY2(told_[0].find("target.comp, line 1") != std::string::npos, told_[0].c_str());
}

QTEST_GUILESS_MAIN(TestDeviceChoice)
#include "test_device_choice.moc"
