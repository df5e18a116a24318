#include "render/compute/passes.h"

#include <algorithm>

namespace engram {
namespace {

constexpr std::int64_t kMostEntries = std::int64_t(1) << 25;  // of a work array, 128 MiB; larger batches are no faster
constexpr int kMostStates = 1 << 15;                          // work groups in a row that every device takes
constexpr int kTile = kSide * kMostEach;
constexpr int kRound = 16;         // steps between two looks at who has settled
constexpr double kMostWork = 3e9;  // similarities' entries in one dispatch of few features: well below what a desktop would kill

bool few(const Call& call) { return call.featureCount <= kFewFeatures; }
bool isIdentity(const Call& call) { return std::holds_alternative<Identity>(call.model.features); }

void bindStates(Device& device, const Call& call) {
    const std::int64_t entries = std::int64_t(call.stateCount) * call.featureCount;
    device.provide(Slot::States, entries);
    if (isIdentity(call))
        device.bind(Slot::Activations, device[Slot::States].id());  // states are their own activations
    else
        device.provide(Slot::Activations, entries);
}

// What only the products need; nearest too, even of few features.
void bindProducts(Device& device, const Call& call) {
    const std::int64_t states = call.stateCount;
    device.provide(Slot::Scores, states * call.memoryCount);
    device.provide(Slot::OwnParts, states);
    device.provide(Slot::Weighings, 3 * states);
}

void activate(Device& device, const Call& call) {
    device.kernels().use("features", call);
    dispatch(call.stateCount);
}

// The largest tiles that still keep the device busy.
int eachOf(const Device& device, int rows, int states) {
    const auto groups = [&](int each) { return std::int64_t(ceilDivided(rows, kSide * each)) * ceilDivided(states, kSide * each); };
    for (int each = kMostEach; each > 1; each /= 2)
        if (groups(each) >= device.busyGroups()) return each;
    return 1;
}

void dispatchTiles(int rows, int states, int each) { dispatch(ceilDivided(rows, kSide * each), ceilDivided(states, kSide * each)); }

void weigh(Device& device, const Call& call) {
    device.kernels().use("weights", call);
    dispatch(call.stateCount);
}

const gl::Program& useSettling(Device& device, const char* kernel, const Call& call, const Stepping& stepping, Definition definition = {}) {
    const gl::Program& program = device.kernels().use(kernel, call, definition);
    program.set("rate", stepping.rate);
    program.set("settling", stepping.progress ? 1 : 0);
    program.set("tolerance", stepping.tolerance);
    return program;
}

void pull(Device& device, const Call& call, const Stepping& stepping) {
    const int each = eachOf(device, call.featureCount, call.stateCount);
    useSettling(device, "target", call, stepping, {"EACH", each});
    dispatchTiles(call.featureCount, call.stateCount, each);
}

void stepAll(Device& device, const Call& call, const Stepping& stepping, int stepNumber) {
    if (!isIdentity(call)) activate(device, call);
    scorePasses(device, call);
    weigh(device, call);
    pull(device, call, stepping);
    if (!stepping.progress) return;
    useSettling(device, "settle", call, stepping).set("stepNumber", stepNumber);
    dispatch(ceilDivided(call.stateCount, kGroup));
}

void particles(Device& device, const Call& call, const Stepping& stepping, int done, int count) {
    const gl::Program& program = useSettling(device, "particles", call, stepping, {"FEATURES", call.featureCount});
    program.set("stepNumber", done);
    program.set("stepCount", count);
    dispatch(ceilDivided(call.stateCount, kGroup));
}

bool allSettled(Device& device, int stateCount, std::vector<Progress>& progress) {
    progress.resize(std::size_t(stateCount));
    device[Slot::Progress].read(progress.data(), 2 * std::int64_t(stateCount));
    return std::ranges::all_of(progress, [](const Progress& p) { return p.taken != 0; });
}

}  // namespace

int statesAtOnce(const Device& device, int featureCount, int memoryCount) {
    const std::int64_t entries = std::min(device.mostNumbers(), kMostEntries) / std::max({featureCount, memoryCount, 3});
    const std::int64_t states = std::clamp<std::int64_t>(entries, 1, std::min(kMostStates, device.mostGroups()));
    return int(states < kTile ? states : states / kTile * kTile);
}

int entriesAtOnce(const Device& device, int perEntry) {
    const std::int64_t entries = std::min(device.mostNumbers(), kMostEntries) / perEntry;
    return int(std::clamp<std::int64_t>(entries, 1, std::int64_t(kGroup) * device.mostGroups()));
}

void scorePasses(Device& device, const Call& call) {
    const int each = eachOf(device, call.memoryCount, call.stateCount);
    device.kernels().use("scores", call, {"EACH", each});
    dispatchTiles(call.memoryCount, call.stateCount, each);
}

void energyPasses(Device& device, const Call& call) {
    bindStates(device, call);
    device.provide(Slot::Results, call.stateCount);
    if (few(call)) return particles(device, call, {}, 0, 0);
    bindProducts(device, call);
    activate(device, call);
    scorePasses(device, call);
    weigh(device, call);
}

void gradientPasses(Device& device, const Call& call) {
    bindStates(device, call);
    device.provide(Slot::Results, std::int64_t(call.stateCount) * call.featureCount);
    if (few(call)) return particles(device, call, {}, 0, 0);
    bindProducts(device, call);
    if (!isIdentity(call)) activate(device, call);
    scorePasses(device, call);
    weigh(device, call);
    pull(device, call, {});
    if (isIdentity(call)) return;
    device.kernels().use("curvature", call);
    dispatch(call.stateCount);
}

void nearestPasses(Device& device, const Call& call) {
    bindStates(device, call);
    bindProducts(device, call);
    device.provide(Slot::Results, call.stateCount);
    device.bind(Slot::Activations, device[Slot::States].id());
    scorePasses(device, call);
    device.kernels().use("nearest", call);
    dispatch(call.stateCount);
}

void stepPasses(Device& device, const Call& call, const Stepping& stepping) {
    bindStates(device, call);
    if (!few(call)) bindProducts(device, call);
    device.provide(Slot::Progress, 2 * std::int64_t(call.stateCount));
    if (stepping.progress) device[Slot::Progress].clear(2 * std::int64_t(call.stateCount));
    const double work = double(call.stateCount) * call.memoryCount * call.featureCount;  // of a step
    const int round = few(call) ? int(std::clamp(kMostWork / work, 1.0, stepping.progress ? 4.0 * kRound : 4096.0)) : kRound;
    for (int done = 0; done < stepping.steps; done += round) {
        const int count = std::min(round, stepping.steps - done);
        if (few(call))
            particles(device, call, stepping, done, count);
        else
            for (int i = 1; i <= count; ++i) stepAll(device, call, stepping, done + i);
        if (!stepping.progress)
            glFlush();  // the device starts while the rest is still being said
        else if (allSettled(device, call.stateCount, *stepping.progress))
            return;
    }
}

}  // namespace engram
