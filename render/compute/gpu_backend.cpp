#include "render/compute/gpu_backend.h"

#include <algorithm>
#include <limits>

#include "render/compute/gpu_memories.h"
#include "render/compute/landscape_passes.h"

namespace engram {
namespace {

void checkSize(Eigen::Index has, Eigen::Index wanted, const char* what) {
    if (has != wanted) usage(std::to_string(has) + " " + what + " where " + std::to_string(wanted) + " belong");
}

// Results wait in staging until the whole call has gone well: one that fails leaves its arguments as they were.
class GpuBackend : public Backend {
public:
    explicit GpuBackend(const GpuOptions& options) : device_(std::make_shared<Device>(options)) {}

    std::string device() const override { return device_->name(); }
    std::shared_ptr<const Memories> prepare(const ConstFloatBatch& memories) override;
    void energies(const MemoryModel& model, const Memories& memories, const ConstFloatBatch& states,
                  Eigen::Ref<Eigen::VectorXf> result) override;
    void gradients(const MemoryModel& model, const Memories& memories, const ConstFloatBatch& states, FloatBatch result) override;
    void descend(const MemoryModel& model, const Memories& memories, float rate, int steps, FloatBatch states) override;
    void settle(const MemoryModel& model, const Memories& memories, float rate, int mostSteps, float tolerance, FloatBatch states,
                Eigen::Ref<Eigen::VectorXi> steps) override;
    void nearest(const MemoryModel& model, const Memories& memories, const ConstFloatBatch& states,
                 Eigen::Ref<Eigen::VectorXi> memory) override;
    void landscape(const MemoryModel& model, const Memories& memories, const PlaneGrid& grid, Eigen::Ref<Eigen::VectorXf> result) override;

private:
    const GpuMemories& known(const Memories& memories) const;
    void step(const MemoryModel& model, const Memories& memories, const Stepping& stepping, FloatBatch states);

    // Calls pass(call, first) for parts of at most `atOnce` states, with their columns on the device.
    template <class Pass>
    void inParts(const Call& whole, const Memories& memories, const ConstFloatBatch& states, int atOnce, Pass pass);
    int atOnce(const Call& call) const {
        return call.featureCount <= kFewFeatures ? entriesAtOnce(*device_, call.featureCount)
                                                 : statesAtOnce(*device_, call.featureCount, call.memoryCount);
    }

    std::shared_ptr<Device> device_;
    FloatMatrix columns_;
    Eigen::VectorXf numbers_;
    Eigen::VectorXi indices_;
    std::vector<Progress> progress_;
};

Call callOf(const MemoryModel& model, Task task, const Memories& memories, Eigen::Index states) {
    checkModel(model);
    if (states > std::numeric_limits<int>::max()) throw TooLarge(std::to_string(states) + " states are more than can be counted");
    return {model, task, memories.featureCount(), memories.memoryCount(), int(states)};
}

const GpuMemories& GpuBackend::known(const Memories& memories) const {
    const auto* ours = dynamic_cast<const GpuMemories*>(&memories);
    if (!ours || ours->device() != device_.get()) usage("these memories were prepared by another backend");
    return *ours;
}

std::shared_ptr<const Memories> GpuBackend::prepare(const ConstFloatBatch& memories) {
    const std::int64_t features = memories.rows(), count = memories.cols();
    if (features == 0 || count == 0) usage("a backend needs at least one memory of one feature");
    const std::int64_t numbers = count * std::max<std::int64_t>(features + 1, 3);  // a landscape keeps three numbers a memory
    const std::string size = std::to_string(count) + " memories of " + std::to_string(features) + " features";
    if (numbers > device_->mostNumbers())
        throw TooLarge(size + " take " + std::to_string(4 * numbers) + " bytes; an array on " + device_->name() + " has at most " +
                       std::to_string(4 * device_->mostNumbers()));
    if (std::max(count, features) / (kSide * kMostEach) >= device_->mostGroups())
        throw TooLarge(size + " are more than the " + std::to_string(device_->mostGroups()) + " work groups of " + device_->name() +
                       " reach");

    const Device::Session session(*device_);
    const FloatMatrix squaredLengths = memories.cast<double>().colwise().squaredNorm().cast<float>();
    DeviceArray array;
    array.reserve((features + 1) * count);
    array.write(memories);
    array.write(squaredLengths, features * count);
    session.check();
    return std::make_shared<GpuMemories>(device_, int(features), int(count), std::move(array).release());
}

template <class Pass>
void GpuBackend::inParts(const Call& whole, const Memories& memories, const ConstFloatBatch& states, int atOnce, Pass pass) {
    checkSize(states.rows(), whole.featureCount, "features");
    const GpuMemories& ours = known(memories);
    const Device::Session session(*device_);
    for (int first = 0; first < whole.stateCount; first += atOnce) {
        Call part = whole;
        part.stateCount = std::min(atOnce, whole.stateCount - first);
        (*device_)[Slot::States].write(states.middleCols(first, part.stateCount));
        device_->bind(Slot::Memories, ours.buffer());
        pass(part, first);
    }
    session.check();
}

void GpuBackend::energies(const MemoryModel& model, const Memories& memories, const ConstFloatBatch& states,
                          Eigen::Ref<Eigen::VectorXf> result) {
    const Call call = callOf(model, Task::Energy, memories, states.cols());
    checkSize(result.size(), states.cols(), "energies");
    numbers_.resize(result.size());
    inParts(call, memories, states, atOnce(call), [&](const Call& part, int first) {
        energyPasses(*device_, part);
        (*device_)[Slot::Results].read(numbers_.data() + first, part.stateCount);
    });
    result = numbers_;
}

void GpuBackend::gradients(const MemoryModel& model, const Memories& memories, const ConstFloatBatch& states, FloatBatch result) {
    const Call call = callOf(model, Task::Gradient, memories, states.cols());
    checkSize(result.rows(), states.rows(), "features of gradients");
    checkSize(result.cols(), states.cols(), "gradients");
    columns_.resize(states.rows(), states.cols());
    inParts(call, memories, states, atOnce(call), [&](const Call& part, int first) {
        gradientPasses(*device_, part);
        (*device_)[Slot::Results].read(columns_.col(first).data(), std::int64_t(part.stateCount) * part.featureCount);
    });
    result = columns_;
}

// Of states that settle, indices_ says how each fared.
void GpuBackend::step(const MemoryModel& model, const Memories& memories, const Stepping& stepping, FloatBatch states) {
    const Call call = callOf(model, Task::Step, memories, states.cols());
    columns_.resize(states.rows(), states.cols());
    inParts(call, memories, states, atOnce(call), [&](const Call& part, int first) {
        stepPasses(*device_, part, stepping);
        (*device_)[Slot::States].read(columns_.col(first).data(), std::int64_t(part.stateCount) * part.featureCount);
        if (!stepping.progress) return;
        for (int q = 0; q < part.stateCount; ++q) {
            const int taken = progress_[std::size_t(q)].taken;
            indices_[first + q] = taken > 0 ? taken : -stepping.steps;
        }
    });
    states = columns_;
}

void GpuBackend::descend(const MemoryModel& model, const Memories& memories, float rate, int steps, FloatBatch states) {
    if (steps > 0) step(model, memories, {rate, steps, 0, nullptr}, states);
}

void GpuBackend::settle(const MemoryModel& model, const Memories& memories, float rate, int mostSteps, float tolerance, FloatBatch states,
                        Eigen::Ref<Eigen::VectorXi> steps) {
    checkSize(steps.size(), states.cols(), "counts of steps");
    if (!(tolerance > 0)) usage("the tolerance is " + std::to_string(tolerance) + "; it must be positive for a state to settle");
    indices_.setZero(states.cols());
    if (mostSteps > 0) step(model, memories, {rate, mostSteps, tolerance, &progress_}, states);
    steps = indices_;
}

void GpuBackend::nearest(const MemoryModel& model, const Memories& memories, const ConstFloatBatch& states,
                         Eigen::Ref<Eigen::VectorXi> memory) {
    const Call call = callOf(model, Task::Energy, memories, states.cols());
    checkSize(memory.size(), states.cols(), "nearest memories");
    indices_.resize(states.cols());
    const int most = statesAtOnce(*device_, call.featureCount, call.memoryCount);
    inParts(call, memories, states, most, [&](const Call& part, int first) {
        nearestPasses(*device_, part);
        (*device_)[Slot::Results].read(indices_.data() + first, part.stateCount);
    });
    memory = indices_;
}

void GpuBackend::landscape(const MemoryModel& model, const Memories& memories, const PlaneGrid& grid, Eigen::Ref<Eigen::VectorXf> result) {
    const std::int64_t points = std::int64_t(grid.columns) * grid.rows;
    checkSize(result.size(), points, "energies");
    for (const Eigen::VectorXf* v : {&grid.origin, &grid.u, &grid.w}) checkSize(v->size(), memories.featureCount(), "features");
    if (points == 0) return;
    const GpuMemories& ours = known(memories);
    const Call whole = callOf(model, Task::Energy, memories, points);
    const int atOnce = pointsAtOnce(*device_, whole);
    numbers_.resize(points);
    const Device::Session session(*device_);
    for (int first = 0; first < points; first += atOnce) {
        Call part = whole;
        part.stateCount = int(std::min<std::int64_t>(atOnce, points - first));
        device_->bind(Slot::Memories, ours.buffer());
        if (first == 0) planePasses(*device_, part, grid);
        landscapePasses(*device_, part, grid, first);
        (*device_)[Slot::Results].read(numbers_.data() + first, part.stateCount);
    }
    session.check();
    result = numbers_;
}

}  // namespace

std::unique_ptr<Backend> makeGpuBackend(const GpuOptions& options) { return std::make_unique<GpuBackend>(options); }

}  // namespace engram
