#include <algorithm>
#include <functional>
#include <limits>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/compute/backend.h"
#include "core/compute/cpu_block.h"
#include "core/compute/cpu_landscape.h"
#include "core/compute/isa.h"

namespace engram {

namespace {

// States of few features in a block: enough to keep lanes full as others settle, and vectors close together.
constexpr int kFewBlock = 1024;

std::string sizeText(Eigen::Index rows, Eigen::Index columns) { return std::to_string(rows) + " x " + std::to_string(columns); }

class CpuBackend : public Backend {
public:
    explicit CpuBackend(const CpuOptions& options) : kernels_(kernelsFor(options.isa)), skipBelow_(options.skipWeightsBelow) {}

    std::string device() const override {
        const int threads = threadCount();
        return std::string(kernels_.name) + ", " + std::to_string(threads) + (threads == 1 ? " thread" : " threads");
    }

    std::shared_ptr<const Memories> prepare(const ConstFloatBatch& memories) override {
        return std::make_shared<CpuMemories>(kernels_, memories);
    }

    void energies(const MemoryModel& model, const Memories& memories, const ConstFloatBatch& states,
                  Eigen::Ref<Eigen::VectorXf> result) override {
        const CpuMemories& m = checked(memories, states, result.size(), 1);
        inBlocks(model, m, states, [&](CpuBlock& block, int first, int count) { block.energies(count, result.data() + first); });
    }

    void gradients(const MemoryModel& model, const Memories& memories, const ConstFloatBatch& states, FloatBatch result) override {
        const CpuMemories& m = checked(memories, states, result.cols(), result.rows() == states.rows());
        inBlocks(model, m, states, [&](CpuBlock& block, int first, int count) { block.gradients(count, result, first); });
    }

    void descend(const MemoryModel& model, const Memories& memories, float rate, int steps, FloatBatch states) override {
        relax(model, checked(memories, states, states.cols(), 1), rate, steps, -1, states, nullptr);
    }

    void settle(const MemoryModel& model, const Memories& memories, float rate, int mostSteps, float tolerance, FloatBatch states,
                Eigen::Ref<Eigen::VectorXi> steps) override {
        if (!(tolerance > 0)) usage("the tolerance is " + std::to_string(tolerance) + "; it must be positive for a state to settle");
        relax(model, checked(memories, states, steps.size(), 1), rate, mostSteps, tolerance, states, steps.data());
    }

    void nearest(const MemoryModel& model, const Memories& memories, const ConstFloatBatch& states,
                 Eigen::Ref<Eigen::VectorXi> memory) override {
        const CpuMemories& m = checked(memories, states, memory.size(), 1);
        if (m.featureCount() > kMostFewFeatures)
            return inBlocks(model, m, states, [&](CpuBlock& block, int first, int count) { block.nearest(count, memory.data() + first); });
        const Laws laws = lawsOf(model);
        const auto body = [&](int begin, int end) {
            FewStates few = fewStates(laws, m, end - begin);
            few.states = const_cast<float*>(states.col(begin).data());   // only read
            few.stride = states.outerStride();
            kernels_.fewNearest(few, memory.data() + begin);
        };
        forBlocks(int(states.cols()), kFewBlock, std::ref(body));
    }

    void landscape(const MemoryModel& model, const Memories& memories, const PlaneGrid& grid, Eigen::Ref<Eigen::VectorXf> result) override {
        const CpuMemories& m = own(memories);
        for (const auto* axis : {&grid.origin, &grid.u, &grid.w})
            if (axis->size() != m.featureCount())
                usage("the plane has " + std::to_string(axis->size()) + " features; the memories have " + std::to_string(m.featureCount()));
        const std::int64_t points = std::int64_t(grid.columns) * grid.rows;
        if (grid.columns < 1 || grid.rows < 1 || points > std::numeric_limits<int>::max() || result.size() != points)
            usage("a grid of " + sizeText(grid.columns, grid.rows) + " points does not fit a result of " + std::to_string(result.size()));
        cpuLandscape(lawsOf(model), m, grid, plane_, result.data());
    }

private:
    const CpuMemories& own(const Memories& memories) const {
        const auto* mine = dynamic_cast<const CpuMemories*>(&memories);
        if (!mine || &mine->kernels != &kernels_) usage("these memories were prepared by another backend");
        return *mine;
    }

    const CpuMemories& checked(const Memories& memories, const ConstFloatBatch& states, Eigen::Index results, bool sameRows) const {
        const CpuMemories& m = own(memories);
        const auto size = [&] { return "a batch of " + sizeText(states.rows(), states.cols()); };
        if (states.rows() != m.featureCount())
            usage(size() + " does not fit memories of " + std::to_string(m.featureCount()) + " features");
        if (states.cols() > std::numeric_limits<int>::max() - kFewBlock) usage(size() + " has more states than can be counted");
        if (results != states.cols() || !sameRows) usage(size() + " does not fit its result of " + std::to_string(results));
        return m;
    }

    // Calls body(block, first, count) with the states first .. first + count read into the block.
    template <class Body>
    void inBlocks(const MemoryModel& model, const CpuMemories& m, const ConstFloatBatch& states, const Body& body) {
        const Laws laws = lawsOf(model);
        const auto one = [&](int begin, int end) {
            CpuBlock block(laws, m, skipBelow_);
            block.read(states, begin, end - begin);
            body(block, begin, end - begin);
        };
        forBlocks(int(states.cols()), CpuBlock::stateCount(m), std::ref(one));
    }

    FewStates fewStates(const Laws& laws, const CpuMemories& m, int count) const {
        FewStates few{};
        few.features = laws.features;
        few.hidden = laws.stepping();
        few.distance = laws.distance;
        few.memories = m.rows.data();
        few.featureCount = m.featureCount();
        few.memoryCount = m.memoryCount();
        few.count = count;
        few.scratch = threadScratch(fewScratch(count, m.memoryCount()));
        return few;
    }

    void relax(const MemoryModel& model, const CpuMemories& m, float rate, int most, float tolerance, FloatBatch states, int* steps) {
        const int mostSteps = std::max(0, most);
        if (m.featureCount() > kMostFewFeatures)
            return inBlocks(model, m, states, [&](CpuBlock& block, int first, int count) {
                block.relax(count, rate, mostSteps, tolerance, states, first, steps ? steps + first : nullptr);
            });
        const Laws laws = lawsOf(model);
        const auto body = [&](int begin, int end) {
            FewStates few = fewStates(laws, m, end - begin);
            few.states = states.col(begin).data();
            few.stride = states.outerStride();
            few.rate = rate;
            few.tolerance = tolerance;
            few.mostSteps = mostSteps;
            few.steps = steps ? steps + begin : nullptr;
            kernels_.fewSettle(few);
        };
        forBlocks(int(states.cols()), kFewBlock, std::ref(body));
    }

    const Kernels& kernels_;
    const float skipBelow_;
    AlignedFloats plane_;   // of landscapes; not thread scratch, which the tiles take
};

}  // namespace

std::unique_ptr<Backend> makeCpuBackend() { return makeCpuBackend(CpuOptions{}); }
std::unique_ptr<Backend> makeCpuBackend(const CpuOptions& options) { return std::make_unique<CpuBackend>(options); }

}  // namespace engram
