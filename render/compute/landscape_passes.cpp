#include "render/compute/landscape_passes.h"

namespace engram {
namespace {

bool affine(const Call& call) { return !std::holds_alternative<LogCosh>(call.model.features); }

void writeSpan(DeviceArray& array, const PlaneGrid& grid) {
    const std::int64_t features = grid.origin.size();
    array.reserve(3 * features);
    array.write(grid.origin);
    array.write(grid.u, features);
    array.write(grid.w, 2 * features);
}

void score(Device& device, const Call& call, const MemoryModel& model, int vectors) {
    scorePasses(device, {model, call.task, call.featureCount, call.memoryCount, vectors});
}

void setGrid(const gl::Program& program, const PlaneGrid& grid, int first) {
    program.set("firstPoint", first);
    program.set("columns", grid.columns);
    program.set("gridStart", glm::vec2(grid.x0, grid.y0));
    program.set("gridStep", glm::vec2(grid.dx, grid.dy));
}

float product(const Eigen::VectorXf& a, const Eigen::VectorXf& b) { return float(a.cast<double>().dot(b.cast<double>())); }

}  // namespace

int pointsAtOnce(const Device& device, const Call& call) {
    if (affine(call)) return entriesAtOnce(device, 1);
    return call.featureCount <= kFewFeatures ? statesAtOnce(device, call.featureCount, 1)
                                             : statesAtOnce(device, call.featureCount, call.memoryCount);
}

void planePasses(Device& device, const Call& call, const PlaneGrid& grid) {
    if (!affine(call)) return;
    writeSpan(device[Slot::Activations], grid);
    device.bind(Slot::Activations);
    device.provide(Slot::Scores, 3 * std::int64_t(call.memoryCount));
    MemoryModel model{Similarity::Dot, call.model.features, call.model.hidden};
    score(device, call, model, 3);
    // Identity: a distance is told from that of the origin, which must be exact.
    model.similarity = call.model.similarity;
    if (model.similarity == Similarity::Distance && std::holds_alternative<Identity>(model.features)) score(device, call, model, 1);
}

void landscapePasses(Device& device, const Call& call, const PlaneGrid& grid, int first) {
    if (!affine(call)) {
        writeSpan(device[Slot::Scores], grid);
        device.bind(Slot::Scores);
        device.provide(Slot::States, std::int64_t(call.stateCount) * call.featureCount);
        setGrid(device.kernels().use("plane", call), grid, first);
        dispatch(call.stateCount);
        return energyPasses(device, call);
    }
    device.provide(Slot::Results, call.stateCount);
    const gl::Program& program = device.kernels().use("landscape", call);
    setGrid(program, grid, first);
    program.set("originProducts", glm::vec3(product(grid.origin, grid.origin), product(grid.origin, grid.u), product(grid.origin, grid.w)));
    program.set("planeProducts", glm::vec3(product(grid.u, grid.u), product(grid.u, grid.w), product(grid.w, grid.w)));
    dispatch(ceilDivided(call.stateCount, kGroup));
}

}  // namespace engram
