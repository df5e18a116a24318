// Micro-benches of the kernels, an instruction set each: which part of a step costs what. Built by the target `microbench` only.
#include <benchmark/benchmark.h>

#include "core/compute/aligned.h"
#include "core/compute/isa.h"

namespace {

using namespace engram;

const Kernels& kernelsOf(const benchmark::State& state) { return kernelsFor(machineIsas()[std::size_t(state.range(0))]); }

void filled(AlignedFloats& store, std::size_t count, float from, float to) {
    store.grow(count);
    for (std::size_t i = 0; i < count; ++i) store.data()[i] = from + (to - from) * float(i * 7919 % 1000) / 1000;
}

void rate(benchmark::State& state, const Kernels& k, const char* unit, double perRun) {
    state.SetLabel(k.name);
    state.counters[unit] = benchmark::Counter(perRun * double(state.iterations()), benchmark::Counter::kIsRate);
}

void peak(benchmark::State& state) {
    const Kernels& k = kernelsOf(state);
    for (auto _ : state) benchmark::DoNotOptimize(k.multiplyAdds(100000));
    rate(state, k, "FLOP", 24.0 * k.lanes * 100000);
}

// A block of 64 states against 2000 memories of 784 features, as in retrieval.
void product(benchmark::State& state) {
    const Kernels& k = kernelsOf(state);
    constexpr int kRows = 64, kDepth = 784, kColumns = 2000;
    const int panels = (kColumns + k.panelWidth - 1) / k.panelWidth, width = panels * k.panelWidth;
    AlignedFloats a, b, c;
    filled(a, kRows * kDepth, -1, 1);
    filled(b, std::size_t(kDepth) * width, -1, 1);
    filled(c, std::size_t(kRows) * width, 0, 0);
    for (auto _ : state) k.product(a.data(), kDepth, kRows, b.data(), kDepth, panels, nullptr, c.data(), width);
    rate(state, k, "FLOP", 2.0 * kRows * kDepth * width);
}

void softmax(benchmark::State& state) {
    const Kernels& k = kernelsOf(state);
    constexpr int kCount = 2000;
    AlignedFloats source, s;
    filled(source, kCount, -1, 1);
    filled(s, kCount, 0, 0);
    const HiddenLaw law{HiddenKind::Softmax, 14, 2, true};
    for (auto _ : state) {
        std::copy_n(source.data(), kCount, s.data());
        benchmark::DoNotOptimize(k.hiddenWeights(law, s.data(), kCount, 0));
    }
    rate(state, k, "exp", kCount);
}

void logSumExp(benchmark::State& state) {
    const Kernels& k = kernelsOf(state);
    constexpr int kCount = 2000;
    AlignedFloats s;
    filled(s, kCount, -1, 1);
    const HiddenLaw law{HiddenKind::Softmax, 14, 2, true};
    for (auto _ : state) benchmark::DoNotOptimize(k.hiddenPotential(law, s.data(), kCount, 0));
    rate(state, k, "exp", kCount);
}

void fewFeatures(benchmark::State& state) {
    const Kernels& k = kernelsOf(state);
    constexpr int kStates = 512, kMemories = 64, kSteps = 20;
    AlignedFloats memories, start, states, scratch(fewScratch(kStates, kMemories));
    filled(memories, 2 * kMemories, -1, 1);
    filled(start, 2 * kStates, -1, 1);
    filled(states, 2 * kStates, 0, 0);
    FewStates few{};
    few.features = {FeatureKind::Identity, 1};
    few.hidden = {HiddenKind::Softmax, 200, 2, true};
    few.distance = true;
    few.memories = memories.data();
    few.featureCount = 2;
    few.memoryCount = kMemories;
    few.states = states.data();
    few.stride = 2;
    few.count = kStates;
    few.rate = 0.5f;
    few.tolerance = -1;
    few.mostSteps = kSteps;
    few.scratch = scratch.data();
    for (auto _ : state) {
        std::copy_n(start.data(), 2 * kStates, states.data());
        k.fewSettle(few);
    }
    rate(state, k, "state_step", double(kStates) * kSteps);
}

void everyIsa(benchmark::internal::Benchmark* bench) {
    for (std::size_t i = 0; i < machineIsas().size(); ++i) bench->Arg(std::int64_t(i));
}

BENCHMARK(peak)->Apply(everyIsa);
BENCHMARK(product)->Apply(everyIsa);
BENCHMARK(softmax)->Apply(everyIsa);
BENCHMARK(logSumExp)->Apply(everyIsa);
BENCHMARK(fewFeatures)->Apply(everyIsa);

}  // namespace

BENCHMARK_MAIN();
