#include "core/learn/optimiser.h"

#include <cmath>

#include "core/base/error.h"
#include "core/compute/isa.h"
#include "core/learn/blocks.h"

namespace engram {

namespace {

const Kernels& bestKernels() {
    static const Kernels& kernels = kernelsFor({});
    return kernels;
}

template <class T>
struct Step {
    const T* gradient;
    T *weight, *first, *second;
    long count;
    bool isFirst;
};

template <class T>
void move(const Sgd& law, double rate, long, const Step<T>& s) {
    alongBlocks(s.count, [&](long begin, int n) {
        const T momentum = T(law.momentum), keep = T(s.isFirst ? 1 : 1 - law.dampening), decay = T(law.weightDecay), lr = T(rate);
        for (long i = begin; i < begin + n; ++i) {
            T g = s.gradient[i] + decay * s.weight[i];
            if (momentum != 0) {
                const T speed = s.first[i] = momentum * s.first[i] + keep * g;
                g = law.nesterov ? g + momentum * speed : speed;
            }
            s.weight[i] -= lr * g;
        }
    });
}

void adamBlock(const AdamStep& a, const Step<float>& s, long i, int n) {
    bestKernels().adam(a, s.gradient + i, n, s.weight + i, s.first + i, s.second + i);
}

template <class Law>
void moveAdam(const Law& law, double rate, long count, double coupled, double keep, const Step<float>& s) {
    const double unbiasedFirst = 1 - std::pow(law.beta1, double(count)), unbiasedSecond = 1 - std::pow(law.beta2, double(count));
    const AdamStep a{float(1 - law.beta1), float(1 - law.beta2), float(rate / unbiasedFirst), float(1 / std::sqrt(unbiasedSecond)),
                     float(law.epsilon), float(coupled), float(keep)};
    alongBlocks(s.count, [&](long i, int n) { adamBlock(a, s, i, n); });
}
template <class Law>
void moveAdam(const Law& law, double rate, long count, double coupled, double keep, const Step<double>& s) {
    const double unbiasedFirst = 1 - std::pow(law.beta1, double(count)), unbiasedSecond = 1 - std::pow(law.beta2, double(count));
    alongBlocks(s.count, [&](long begin, int n) {
        for (long i = begin; i < begin + n; ++i) {
            const double g = s.gradient[i] + coupled * s.weight[i];
            s.first[i] += (1 - law.beta1) * (g - s.first[i]);
            s.second[i] = law.beta2 * s.second[i] + (1 - law.beta2) * g * g;
            const double spread = std::sqrt(s.second[i]) / std::sqrt(unbiasedSecond) + law.epsilon;
            s.weight[i] = keep * s.weight[i] - rate / unbiasedFirst * s.first[i] / spread;
        }
    });
}

template <class T>
void move(const Adam& law, double rate, long count, const Step<T>& s) { moveAdam(law, rate, count, law.weightDecay, 1, s); }
template <class T>
void move(const AdamW& law, double rate, long count, const Step<T>& s) { moveAdam(law, rate, count, 0, 1 - rate * law.weightDecay, s); }

// With the moments a law keeps: momentum only where there is one.
int momentCount(const OptimiserLaw& law) {
    if (const auto* sgd = std::get_if<Sgd>(&law)) return sgd->momentum != 0;
    return 2;
}

template <class T>
void hold(Numbers<T>& moment, bool needed, std::size_t size) {
    if (!needed || moment.size() == size) return;
    if (!moment.empty()) fail("an optimiser of " + std::to_string(moment.size()) + " weights cannot move " + std::to_string(size));
    moment.assign(size, T(0));
}

}  // namespace

template <class T>
Optimiser<T>::Optimiser(OptimiserLaw law, long stepCount, Numbers<T> first, Numbers<T> second)
    : law_(law), stepCount_(stepCount), first_(std::move(first)), second_(std::move(second)) {}

template <class T>
void Optimiser<T>::step(Parameters<T>& parameters, double rate) {
    const std::size_t size = parameters.values().size();
    hold(first_, momentCount(law_) > 0, size);
    hold(second_, momentCount(law_) > 1, size);
    const Step<T> s{parameters.gradients().data(), parameters.values().data(), first_.data(), second_.data(), long(size), stepCount_ == 0};
    ++stepCount_;
    std::visit([&](const auto& law) { move(law, rate, stepCount_, s); }, law_);
}

template <class T>
MovingAverage<T>::MovingAverage(double decay) : MovingAverage(decay, 0, {}) {}
template <class T>
MovingAverage<T>::MovingAverage(double decay, long updateCount, Numbers<T> values)
    : decay_(decay), updateCount_(updateCount), values_(std::move(values)) {
    if (!(decay >= 0 && decay < 1)) fail("the decay of a moving average is to be from 0 to below 1");
}

template <class T>
void MovingAverage<T>::update(const Parameters<T>& parameters) {
    const Numbers<T>& weights = parameters.values();
    if (values_.empty()) {
        values_ = weights;
        return;
    }
    if (values_.size() != weights.size()) fail("a moving average of other parameters cannot be updated");
    ++updateCount_;
    const T keep = T(std::min(decay_, double(1 + updateCount_) / double(10 + updateCount_)));
    alongBlocks(long(weights.size()), [&](long i, int n) {
        using Part = Eigen::Array<T, Eigen::Dynamic, 1>;
        Eigen::Map<Part> average(values_.data() + i, n);
        average = keep * average + (1 - keep) * Eigen::Map<const Part>(weights.data() + i, n);
    });
}

template class Optimiser<float>;
template class Optimiser<double>;
template class MovingAverage<float>;
template class MovingAverage<double>;

}  // namespace engram
