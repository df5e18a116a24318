// A batch cut into slices of samples, each recorded and derived on one core from its start to its end: activations stay in that core's
// cache and cores meet once, where gradients are added up. The same bits on any number of threads.
#pragma once

#include <algorithm>

#include "core/learn/blocks.h"
#include "core/learn/parameters.h"

namespace engram {

template <class T>
class Slices {
public:
    using Matrix = typename Tape<T>::Matrix;

    explicit Slices(int samplesInSlice = 128) : samples_(samplesInSlice) {}

    // loss(tape, weights, first, count) records the part of the loss, a 1 x 1, that samples [first, first + count) have in it; the loss is
    // the sum of its parts. It is called on several threads at once and must be the same function on each. Sets the parameters' gradients.
    template <class Loss>
    double run(Parameters<T>& parameters, int sampleCount, const Loss& loss) {
        const int laneCount = prepare(sampleCount);
        inBlocks(laneCount, 1, [&](int lane, int) {
            const auto alone = [&] { lanes_[std::size_t(lane)].run(parameters, sampleCount, samples_, lane, laneCount, loss); };
            withThreads(1, std::cref(alone));
        });
        T* sum = parameters.gradients().data();
        alongBlocks(long(parameters.gradients().size()), [&](long first, int count) {
            using Part = Eigen::Array<T, Eigen::Dynamic, 1>;
            Eigen::Map<Part> to(sum + first, count);
            to.setZero();
            for (int i = 0; i < laneCount; ++i) to += Eigen::Map<const Part>(lanes_[std::size_t(i)].gradients.data() + first, count);
        });
        double total = 0;
        for (int i = 0; i < laneCount; ++i) total += lanes_[std::size_t(i)].loss;
        return total;
    }

    // y, column by column, of a network without gradients: net(tape, x) is recorded for slices of the columns of x, on several threads.
    template <class Net>
    void evaluate(const Eigen::Ref<const Matrix>& x, Eigen::Ref<Matrix> y, const Net& net) {
        const int count = int(x.cols()), laneCount = prepare(count);
        inBlocks(laneCount, 1, [&](int lane, int) {
            Tape<T>& tape = lanes_[std::size_t(lane)].tape;
            const auto alone = [&] {
                for (int first = lane * samples_; first < count; first += laneCount * samples_) {
                    const int here = std::min(samples_, count - first);
                    tape.clear();
                    y.middleCols(first, here) = tape.value(net(tape, tape.copy(x.middleCols(first, here))));
                }
            };
            withThreads(1, std::cref(alone));
        });
    }

private:
    // The number of lanes for so many samples, all of which are there afterwards.
    int prepare(int sampleCount) {
        const int laneCount = std::min((sampleCount + samples_ - 1) / samples_, kMostLanes);
        while (int(lanes_.size()) < laneCount) lanes_.emplace_back();
        return laneCount;
    }

    static constexpr int kMostLanes = 16;   // each holds gradients of all weights

    // Every laneCount-th slice, one after the other.
    struct Lane {
        Tape<T> tape;
        Numbers<T> gradients;
        double loss = 0;

        template <class Loss>
        void run(const Parameters<T>& parameters, int sampleCount, int samples, int lane, int laneCount, const Loss& record) {
            gradients.assign(parameters.values().size(), T(0));
            loss = 0;
            for (int first = lane * samples; first < sampleCount; first += laneCount * samples) {
                tape.clear();
                const WeightView<T> weights{&parameters.layout(), parameters.values().data(), gradients.data()};
                const Var part = record(tape, weights, first, std::min(samples, sampleCount - first));
                loss += double(tape.scalar(part));
                tape.backward(part);
            }
        }
    };
    int samples_;
    std::vector<Lane> lanes_;
};

}  // namespace engram
