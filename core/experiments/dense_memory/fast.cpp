#include "core/experiments/dense_memory/fast.h"

#include <cmath>

#include "core/compute/thread_backend.h"

namespace engram::dense_memory {

const Memories& Prepared::of(const DenseSystem& system) {
    Backend& backend = threadBackend();
    if (!memories_ || backend_ != threadBackendNumber()) {
        memories_ = backend.prepare(FloatMatrix(system.synapses->transpose().cast<float>()));
        backend_ = threadBackendNumber();
    }
    return *memories_;
}

std::optional<MemoryModel> memoryModel(const DenseSystem& system) {
    const bool plain = !system.input && !system.feedback && !system.clamped && system.selfWeights.size() == 0 && system.decay == 1;
    const bool smooth = std::holds_alternative<Identity>(system.features) || std::holds_alternative<Spherical>(system.features) ||
                        std::holds_alternative<LogCosh>(system.features);
    if (!plain || !smooth) return std::nullopt;
    // Linear hidden neurons are a power: L = h^2 / 2.
    const Lagrangian hidden = std::holds_alternative<Identity>(system.hidden) ? Lagrangian(Power{2, false}) : system.hidden;
    return MemoryModel{Similarity::Dot, system.features, hidden};
}

Settled settled(const MemoryModel& model, const Memories& memories, const Matrix& starts, Real time, int mostSteps, Real tolerance) {
    FloatMatrix states = starts.cast<float>();
    Settled result{{}, Eigen::VectorXi(states.cols())};
    threadBackend().settle(model, memories, float(-std::expm1(-time)), mostSteps, float(tolerance), states, result.steps);
    result.states = states.cast<Real>();
    return result;
}

Matrix energyGridOf(const MemoryModel& model, const DenseSystem& system, const Plane& plane, int side, Real reach) {
    const auto step = float(2 * reach / (side - 1));
    const PlaneGrid grid{
        plane.origin.cast<float>(), plane.u.cast<float>(), plane.w.cast<float>(), float(-reach), step, float(-reach), step, side, side};
    Eigen::VectorXf energies(Eigen::Index(side) * side);
    threadBackend().landscape(model, Prepared().of(system), grid, energies);
    return energies.reshaped<Eigen::RowMajor>(side, side).cast<Real>();
}

}  // namespace engram::dense_memory
