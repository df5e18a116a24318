// The Backend by compute shaders against the definition in double: every model, sizes off the tiles, split batches, refusals.
#include <QTest>

#include <thread>

#include "render/compute/gpu_backend.h"
#include "render/gl/buffer.h"
#include "render/gl/context.h"
#include "render/gl/shader_library.h"
#include "tests/backend_bench.h"

using namespace engram;
using namespace engram::testing;

namespace {

struct NamedModel {
    QString name;
    MemoryModel model;
};

std::vector<NamedModel> allModels() {
    const std::vector<std::pair<QString, Lagrangian>> features{
        {"identity", Identity{}}, {"log cosh", LogCosh{1.5}}, {"spherical", Spherical{}}};
    const std::vector<std::pair<QString, Lagrangian>> hidden{
        {"softmax", Softmax{3}}, {"rectified cube", Power{3, true}}, {"plain square", Power{2, false}}, {"exponential", Exponential{0.8}}};
    std::vector<NamedModel> models;
    for (const Similarity similarity : {Similarity::Dot, Similarity::Distance})
        for (const auto& [featuresName, f] : features)
            for (const auto& [hiddenName, h] : hidden)
                models.push_back({QString(similarity == Similarity::Dot ? "dot, " : "distance, ") + featuresName + ", " + hiddenName,
                                  {similarity, f, h}});
    return models;
}

const MemoryModel kAttention{Similarity::Dot, Identity{}, Softmax{3}};

template <class Work>
std::string refusal(Work work) {
    try {
        work();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

}  // namespace

class TestGpuCompute : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyModel_data();
    void everyModel();
    void everySize_data();
    void everySize();
    void tilesOfEverySize();
    void batchesAreSplit();
    void columnsApart();
    void firstOfEqualMemories();
    void largeNumbersStaySafe();
    void manySteps();
    void restIsNotCatching();
    void sizesAreRefused();
    void wrongRequestsAreRefused();
    void theContextBeforeComesBack();
    void memoriesMayOutliveTheirBackend();
    void aBackendMayLiveOnAnotherThread();
    void failuresLeaveArgumentsAlone();
    void randomBits();

private:
    std::unique_ptr<Backend> backend_;
};

void TestGpuCompute::initTestCase() {
    try {
        const gl::Context any;   // only its absence is a reason to skip
    } catch (const Error& error) {
        QSKIP(error.what());
    }
    backend_ = makeGpuBackend({.busyGroups = 1});  // the largest tiles of products: software devices like few work groups
    QVERIFY(!backend_->device().empty());
}

void TestGpuCompute::everyModel_data() {
    QTest::addColumn<int>("index");
    const auto models = allModels();
    for (int i = 0; i < int(models.size()); ++i) QTest::newRow(qPrintable(models[std::size_t(i)].name)) << i;
}

void TestGpuCompute::everyModel() {
    QFETCH(int, index);
    const MemoryModel model = allModels()[std::size_t(index)].model;
    for (const Size size : {Size{2, 7, 64}, Size{4, 65, 3}, Size{5, 7, 3}, Size{33, 65, 64}})
        QCOMPARE(anythingDiffers(*backend_, model, size), QString());
}

void TestGpuCompute::everySize_data() {
    QTest::addColumn<int>("features");
    for (const int features : {1, 2, 3, 5, 33, 100}) QTest::newRow(qPrintable(QString("%1 features").arg(features))) << features;
}

void TestGpuCompute::everySize() {
    QFETCH(int, features);
    const MemoryModel apart{Similarity::Distance, LogCosh{0.7}, Exponential{1.5}};
    for (const auto& [memories, states] : {std::pair{1, 1}, {1, 130}, {2, 64}, {7, 3}, {65, 130}, {300, 1}})
        for (const MemoryModel& model : {kAttention, apart})
            QCOMPARE(anythingDiffers(*backend_, model, {features, memories, states}), QString());
}

void TestGpuCompute::tilesOfEverySize() {
    for (const int busyGroups : {4, 64}) {
        const auto other = makeGpuBackend({.busyGroups = busyGroups});
        for (const Size size : {Size{5, 33, 17}, Size{40, 65, 66}})
            for (const MemoryModel& model : {kAttention, MemoryModel{Similarity::Distance, Spherical{}, Power{2, false}}})
                QCOMPARE(anythingDiffers(*other, model, size), QString());
    }
}

void TestGpuCompute::batchesAreSplit() {
    const auto narrow = makeGpuBackend({.mostBytes = 1500, .busyGroups = 1});
    for (const MemoryModel& model : {kAttention, MemoryModel{Similarity::Distance, LogCosh{0.7}, Exponential{1.5}}}) {
        QCOMPARE(anythingDiffers(*narrow, model, {2, 7, 200}), QString());
        QCOMPARE(anythingDiffers(*narrow, model, {33, 7, 30}), QString());
    }
}

// A block of a larger matrix: its columns do not follow each other in memory.
void TestGpuCompute::columnsApart() {
    Bench bench(*backend_, kAttention, {6, 9, 10});
    FloatMatrix wide = FloatMatrix::Constant(10, 10, 5), dense = bench.states;
    wide.middleRows(2, 6) = bench.states;
    backend_->descend(kAttention, *bench.memories, kRate, 3, wide.middleRows(2, 6));
    backend_->descend(kAttention, *bench.memories, kRate, 3, dense);
    QCOMPARE(FloatMatrix(wide.middleRows(2, 6)), dense);
    QVERIFY((wide.topRows(2).array() == 5).all() && (wide.bottomRows(2).array() == 5).all());
}

void TestGpuCompute::firstOfEqualMemories() {
    FloatMatrix columns(6, 200);
    for (int k = 0; k < 200; ++k) columns.col(k) = noise(6, 1, 1, 100 + std::uint64_t(k % 60));  // each three times or more
    columns.col(0).setZero();                                                                    // is at no angle to anything
    const auto memories = backend_->prepare(columns);
    Eigen::VectorXi found(60);
    for (const Similarity similarity : {Similarity::Dot, Similarity::Distance}) {
        backend_->nearest({similarity, Identity{}, Softmax{1}}, *memories, columns.middleCols(60, 60), found);
        for (int k = 1; k < 60; ++k) QCOMPARE(found[k], k);
    }
}

// Exponents far beyond what a float holds, where the result is not.
void TestGpuCompute::largeNumbersStaySafe() {
    for (const int features : {3, 40}) {
        Bench bench(*backend_, {Similarity::Dot, Identity{}, Softmax{50}}, {features, 20, 30});
        bench.states *= 100;
        QCOMPARE(energiesDiffer(bench), QString());
        QCOMPARE(stepsDiffer(bench, 1, kNearSteps), QString());
        bench.layer.model = {Similarity::Distance, Identity{}, Exponential{1}};
        FloatMatrix far = 100 * bench.states;
        backend_->descend(bench.layer.model, *bench.memories, 1, 1, far);
        QVERIFY(far.allFinite() && far.cwiseAbs().maxCoeff() < 10);  // each is at a memory
    }
}

// More than one round on the device.
void TestGpuCompute::manySteps() {
    constexpr int kMost = 150, kCount = 5;
    for (const int features : {2, 12}) {
        Bench bench(*backend_, {Similarity::Distance, Identity{}, Softmax{30}}, {features, 9, kCount});
        QCOMPARE(stepsDiffer(bench, 40, kNearSteps), QString());
        FloatMatrix states = bench.states;
        Eigen::VectorXi taken(kCount);
        backend_->settle(bench.layer.model, *bench.memories, 0.05f, kMost, 5e-4f, states, taken);
        QVERIFY(taken.maxCoeff() > 66);
        for (int q = 0; q < kCount; ++q) {
            FloatMatrix alone = bench.states.col(q);
            backend_->descend(bench.layer.model, *bench.memories, 0.05f, std::abs(taken[q]), alone);
            QCOMPARE(alone, FloatMatrix(states.col(q)));  // it stopped there
        }
    }
}

// States of one work group settle at different times, each with its own.
void TestGpuCompute::restIsNotCatching() {
    for (const int features : {2, 8}) {
        const auto memories = backend_->prepare(FloatMatrix::Ones(features, 1));
        FloatMatrix states = FloatMatrix::Ones(features, 300);
        for (int q = 0; q < 300; ++q)
            if (q / 50 % 2) states.col(q).setConstant(2);  // on its way it moves by 1/2, 1/4, 1/8, 1/16
        Eigen::VectorXi taken(300);
        backend_->settle(kAttention, *memories, 0.5f, 20, 0.1f, states, taken);
        for (int q = 0; q < 300; ++q) {
            QCOMPARE(taken[q], q / 50 % 2 ? 4 : 1);
            QCOMPARE(states(0, q), q / 50 % 2 ? 1.0625f : 1.0f);
        }
    }
}

void TestGpuCompute::sizesAreRefused() {
    const auto narrow = makeGpuBackend({.mostBytes = 1000});
    const std::string said = refusal([&] { narrow->prepare(noise(20, 15, 1, 1)); });
    QVERIFY2(said.find("15 memories of 20 features") != std::string::npos && said.find("1260 bytes") != std::string::npos, said.c_str());
    QVERIFY_THROWS_EXCEPTION(TooLarge, narrow->prepare(noise(20, 15, 1, 1)));
    QVERIFY(narrow->prepare(noise(20, 11, 1, 1)));
}

void TestGpuCompute::wrongRequestsAreRefused() {
    Bench bench(*backend_, kAttention, {5, 4, 3});
    Eigen::VectorXf few(2);
    FloatMatrix thin = noise(4, 3, 1, 1);
    const auto other = makeGpuBackend();
    const auto usageFault = [](auto work) {
        try {
            work();
        } catch (const Error& error) {
            return error.fault() == Fault::Usage;
        }
        return false;
    };
    QVERIFY(usageFault([&] { backend_->energies(kAttention, *bench.memories, bench.states, few); }));
    QVERIFY(usageFault([&] { backend_->descend(kAttention, *bench.memories, 1, 1, thin); }));
    QVERIFY(usageFault([&] { backend_->descend({Similarity::Dot, Softmax{}, Softmax{}}, *bench.memories, 1, 1, bench.states); }));
    QVERIFY(usageFault([&] { backend_->descend({Similarity::Dot, Identity{}, Identity{}}, *bench.memories, 1, 1, bench.states); }));
    QVERIFY(usageFault([&] { backend_->descend({Similarity::Dot, Identity{}, Softmax{0}}, *bench.memories, 1, 1, bench.states); }));
    QVERIFY(usageFault([&] { other->descend(kAttention, *bench.memories, 1, 1, bench.states); }));
    QVERIFY(usageFault([&] { backend_->prepare(FloatMatrix(5, 0)); }));
    Eigen::VectorXf none(0);
    backend_->energies(kAttention, *bench.memories, FloatMatrix(5, 0), none);  // nothing to do is no fault
}

void TestGpuCompute::theContextBeforeComesBack() {
    const gl::Context mine;
    const gl::Context::Current current(mine);
    const gl::Buffer buffer;
    glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
    Bench bench(*backend_, kAttention, {8, 8, 8});
    QCOMPARE(stepsDiffer(bench, 1, kNear), QString());
    GLint bound = 0;
    glGetIntegerv(GL_ARRAY_BUFFER_BINDING, &bound);
    QCOMPARE(GLuint(bound), buffer.id());
    GLint program = -1;
    glGetIntegerv(GL_CURRENT_PROGRAM, &program);
    QCOMPARE(program, 0);
    QCOMPARE(glGetError(), GLenum(GL_NO_ERROR));
}

void TestGpuCompute::memoriesMayOutliveTheirBackend() {
    auto backend = makeGpuBackend();
    auto memories = backend->prepare(noise(5, 5, 1, 1));
    backend.reset();
    QCOMPARE(memories->memoryCount(), 5);
    memories.reset();
}

void TestGpuCompute::aBackendMayLiveOnAnotherThread() {
    QString difference = "not compared";
    std::shared_ptr<const Memories> memories;
    std::thread([&] {
        Bench bench(*backend_, kAttention, {5, 7, 9});
        difference = stepsDiffer(bench, 1, kNear);
        memories = bench.memories;
    }).join();
    QCOMPARE(difference, QString());
    memories.reset();
    Bench bench(*backend_, kAttention, {5, 7, 9});  // and come back
    QCOMPARE(stepsDiffer(bench, 1, kNear), QString());
}

void TestGpuCompute::failuresLeaveArgumentsAlone() {
    const auto broken = makeGpuBackend({.read = [](std::string_view path) -> std::string_view {
        return path == "shaders/compute/target.comp" ? "void main() { nothing }\n" : asset(path);
    }});
    Bench bench(*broken, kAttention, {8, 6, 5});
    QCOMPARE(energiesDiffer(bench), QString());
    FloatMatrix states = bench.states;
    const std::string said = refusal([&] { broken->descend(kAttention, *bench.memories, 1, 1, states); });
    QVERIFY2(said.find("shaders/compute/target.comp, line 1") != std::string::npos, said.c_str());
    QCOMPARE(states, bench.states);
    QCOMPARE(energiesDiffer(bench), QString());  // what works goes on working
}

void TestGpuCompute::randomBits() {
    const auto read = [](std::string_view path) -> std::string_view {
        if (path != "shaders/words.comp") return asset(path);
        return "#include \"common/philox.glsl\"\n"
               "layout(local_size_x = 64) in;\n"
               "struct Counter { uvec2 seed, stream, index; };\n"
               "layout(std430, binding = 0) readonly buffer Counters { Counter counters[]; };\n"
               "layout(std430, binding = 1) writeonly buffer Words { uvec4 words[]; };\n"
               "void main() {\n"
               "    uint i = gl_GlobalInvocationID.x;\n"
               "    words[i] = philox(counters[i].seed, counters[i].stream, counters[i].index);\n"
               "}\n";
    };
    struct Counter {
        std::uint64_t seed, stream, index;
    };
    static_assert(sizeof(Counter) == 24);
    const std::vector<std::uint64_t> telling{
        0, 1, 2, 0xffffffffu, 0x100000000u, 0x123456789abcdef0u, ~std::uint64_t(0) - 1, ~std::uint64_t(0)};
    std::vector<Counter> counters;
    for (const auto seed : telling)
        for (const auto stream : telling)
            for (const auto index : telling) counters.push_back({seed, stream, index});
    for (std::uint64_t i = 0; counters.size() < 4096; ++i) {  // and any others
        const auto a = philox(1, 0, i), b = philox(1, 1, i);
        const auto wide = [](std::uint32_t high, std::uint32_t low) { return std::uint64_t(high) << 32 | low; };
        counters.push_back({wide(a[0], a[1]), wide(a[2], a[3]), wide(b[0], b[1])});
    }

    const gl::Context context;
    const gl::Context::Current current(context);
    const gl::Program program = gl::ShaderLibrary(read).compute("words");
    gl::Buffer in, out;
    in.set(counters);
    std::vector<std::array<std::uint32_t, 4>> words(counters.size());
    out.set(words);
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 0, in.id());
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, 1, out.id());
    program.use();
    glDispatchCompute(GLuint(counters.size() / 64), 1, 1);
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    glBindBuffer(GL_COPY_READ_BUFFER, out.id());
    glGetBufferSubData(GL_COPY_READ_BUFFER, 0, GLsizeiptr(words.size() * sizeof(words[0])), words.data());
    for (std::size_t i = 0; i < words.size(); ++i) QVERIFY(words[i] == philox(counters[i].seed, counters[i].stream, counters[i].index));
}

QTEST_GUILESS_MAIN(TestGpuCompute)
#include "test_gpu_compute.moc"
