// Training steps as experiments make them: how long one takes, and what evaluating the trained network costs.
#include <benchmark/benchmark.h>

#include "core/base/random.h"
#include "core/learn/layers.h"
#include "core/learn/trainer.h"

namespace {

using namespace engram;

Eigen::MatrixXf gaussian(int rows, int cols, std::uint64_t seed) {
    Eigen::MatrixXf matrix(rows, cols);
    Random random(seed, 0);
    for (Eigen::Index i = 0; i < matrix.size(); ++i) matrix.data()[i] = float(random.normal());
    return matrix;
}

struct Setup {
    std::shared_ptr<TensorLayout> layout = std::make_shared<TensorLayout>();
    Mlp mlp = addMlp(*layout, "net", {128, 128, 128, 128, 128}, Function::Silu);
    Trainer<float> trainer{Parameters<float>(layout), Optimiser<float>(Adam{}), {}, {}, {}};
    Tape<float> tape;
    Setup() { initialise(trainer.parameters, mlp, 1); }
};

// Forward, backward and Adam of four layers of 128 with SiLU, a batch of 512.
void trainingStep(benchmark::State& state) {
    Setup s;
    const Eigen::MatrixXf x = gaussian(128, 512, 1), y = gaussian(128, 512, 2);
    for (auto _ : state)
        s.trainer.step(s.tape, [&](Tape<float>& t, const WeightView<float>& w) {
            return t.mean(
                t.apply(Function::Square, t.subtract(record(t, w, s.mlp, t.constant(x.data(), 128, 512)), t.constant(y.data(), 128, 512))));
        });
}

// The same in slices, a core each.
void slicedStep(benchmark::State& state) {
    Setup s;
    Slices<float> slices(int(state.range(0)));
    const Eigen::MatrixXf x = gaussian(128, 512, 1), y = gaussian(128, 512, 2);
    for (auto _ : state)
        s.trainer.step(slices, 512, [&](Tape<float>& t, const WeightView<float>& w, int first, int count) {
            const Var in = t.constant(x.col(first).data(), 128, count), target = t.constant(y.col(first).data(), 128, count);
            return t.scale(t.sum(t.apply(Function::Square, t.subtract(record(t, w, s.mlp, in), target))), 1 / float(x.size()));
        });
}

// As many samples as an experiment has particles.
void evaluation(benchmark::State& state) {
    Setup s;
    const Eigen::MatrixXf x = gaussian(128, 20000, 1);
    Eigen::MatrixXf y(128, 20000);
    Slices<float> slices;
    for (auto _ : state)
        slices.evaluate(x, y, [&](Tape<float>& t, Var in) { return record(t, s.trainer.parameters.fixed(), s.mlp, in); });
}

BENCHMARK(trainingStep)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(slicedStep)->Arg(64)->Arg(128)->Arg(256)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(evaluation)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
