#include "render/compute/choose.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <limits>

#include "core/base/random.h"

namespace engram {
namespace {

constexpr double kProbeSecs = 0.002;
constexpr int kProbeFeatures = 64, kProbeMemories = 256, kProbeStates = 256, kProbeSteps = 2;

FloatMatrix noise(int rows, int columns, std::uint64_t stream) {
    Random random(0, stream);
    FloatMatrix m(rows, columns);
    for (float& entry : m.reshaped()) entry = float(random.uniform(-1, 1));
    return m;
}

bool gpuIsFaster(Backend& gpu, Backend& cpu) { return !isSoftwareRenderer(gpu.device()) && probe(gpu) < probe(cpu); }

}  // namespace

bool isSoftwareRenderer(std::string_view device) {
    std::string name(device);
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    constexpr std::array<std::string_view, 5> kKnown{"llvmpipe", "softpipe", "swrast", "swiftshader", "software"};
    return std::ranges::any_of(kKnown, [&](std::string_view known) { return name.find(known) != std::string::npos; });
}

double probe(Backend& backend) {
    using Clock = std::chrono::steady_clock;
    const auto secondsSince = [](Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); };
    const MemoryModel model{Similarity::Dot, Identity{}, Softmax{4}};
    const auto memories = backend.prepare(noise(kProbeFeatures, kProbeMemories, 0));
    FloatMatrix states = noise(kProbeFeatures, kProbeStates, 1);
    backend.descend(model, *memories, 0.1f, 1, states);  // compiles, allocates, wakes threads
    double best = std::numeric_limits<double>::infinity();
    for (const auto start = Clock::now(); secondsSince(start) < kProbeSecs;) {
        const auto once = Clock::now();
        backend.descend(model, *memories, 0.1f, kProbeSteps, states);
        best = std::min(best, secondsSince(once));
    }
    return best;
}

std::unique_ptr<Backend> chooseBackend(DeviceWish wish, std::unique_ptr<Backend> cpu, const Tell& tell, const MakeBackend& makeGpu) {
    if (wish == DeviceWish::Cpu) return cpu;
    if (wish == DeviceWish::Gpu) return fallbackBackend(makeGpu(), std::move(cpu), tell);
    try {
        if (auto gpu = makeGpu(); gpuIsFaster(*gpu, *cpu)) return fallbackBackend(std::move(gpu), std::move(cpu), tell);
    } catch (const Error&) {  // nobody asked for it, so nobody need hear that there is none
    }
    return cpu;
}

}  // namespace engram
