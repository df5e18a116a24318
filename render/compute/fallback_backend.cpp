#include "render/compute/fallback_backend.h"

#include <utility>

#include "core/base/error.h"
#include "render/compute/gpu_backend.h"

namespace engram {
namespace {

using SharedMemories = std::shared_ptr<const Memories>;

struct KeptMemories : Memories {
    KeptMemories(const ConstFloatBatch& memories) : Memories(int(memories.rows()), int(memories.cols())), columns(memories) {}
    FloatMatrix columns;
    SharedMemories first;           // null where they do not fit
    mutable SharedMemories second;  // null until needed
};

class FallbackBackend : public Backend {
public:
    FallbackBackend(std::unique_ptr<Backend> first, std::unique_ptr<Backend> second, Tell tell)
        : first_(std::move(first)), second_(std::move(second)), tell_(std::move(tell)) {}

    std::string device() const override { return first_ ? first_->device() : second_->device(); }

    SharedMemories prepare(const ConstFloatBatch& memories) override {
        auto kept = std::make_shared<KeptMemories>(memories);
        attempt([&] { kept->first = first_->prepare(memories); });
        if (!kept->first) kept->second = second_->prepare(memories);
        return kept;
    }
    void energies(const MemoryModel& model, const Memories& memories, const ConstFloatBatch& states,
                  Eigen::Ref<Eigen::VectorXf> result) override {
        either(memories, [&](Backend& b, const Memories& m) { b.energies(model, m, states, result); });
    }
    void gradients(const MemoryModel& model, const Memories& memories, const ConstFloatBatch& states, FloatBatch result) override {
        either(memories, [&](Backend& b, const Memories& m) { b.gradients(model, m, states, result); });
    }
    void descend(const MemoryModel& model, const Memories& memories, float rate, int steps, FloatBatch states) override {
        either(memories, [&](Backend& b, const Memories& m) { b.descend(model, m, rate, steps, states); });
    }
    void settle(const MemoryModel& model, const Memories& memories, float rate, int mostSteps, float tolerance, FloatBatch states,
                Eigen::Ref<Eigen::VectorXi> steps) override {
        either(memories, [&](Backend& b, const Memories& m) { b.settle(model, m, rate, mostSteps, tolerance, states, steps); });
    }
    void nearest(const MemoryModel& model, const Memories& memories, const ConstFloatBatch& states,
                 Eigen::Ref<Eigen::VectorXi> memory) override {
        either(memories, [&](Backend& b, const Memories& m) { b.nearest(model, m, states, memory); });
    }
    void landscape(const MemoryModel& model, const Memories& memories, const PlaneGrid& grid, Eigen::Ref<Eigen::VectorXf> result) override {
        either(memories, [&](Backend& b, const Memories& m) { b.landscape(model, m, grid, result); });
    }

private:
    // Whether the first did it. A wrong request is wrong on both and goes on to the caller.
    template <class Work>
    bool attempt(Work work) {
        if (!first_) return false;
        try {
            work();
            return true;
        } catch (const TooLarge& large) {
            if (!std::exchange(toldSize_, true)) tell_(large.what() + std::string(", so it is computed on ") + second_->device());
        } catch (const Error& error) {
            if (error.fault() == Fault::Usage) throw;
            const std::string left = first_->device();
            first_.reset();
            tell_(left + " is no longer used, " + second_->device() + " takes over: " + error.what());
        }
        return false;
    }

    template <class Work>
    void either(const Memories& memories, Work work) {
        const auto& kept = dynamic_cast<const KeptMemories&>(memories);
        if (kept.first && attempt([&] { work(*first_, *kept.first); })) return;
        if (!kept.second) kept.second = second_->prepare(kept.columns);
        work(*second_, *kept.second);
    }

    std::unique_ptr<Backend> first_, second_;
    Tell tell_;
    bool toldSize_ = false;
};

}  // namespace

std::unique_ptr<Backend> fallbackBackend(std::unique_ptr<Backend> first, std::unique_ptr<Backend> second, Tell tell) {
    return std::make_unique<FallbackBackend>(std::move(first), std::move(second), std::move(tell));
}

}  // namespace engram
