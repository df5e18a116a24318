// Optimisers in the formulas and with the defaults of torch.optim, so that published settings mean here what they meant there. An
// optimiser is a value: with the parameters it is all a training is resumed from.
#pragma once

#include <variant>

#include "core/learn/parameters.h"

namespace engram {

struct Sgd {
    double momentum = 0, dampening = 0, weightDecay = 0;
    bool nesterov = false;
};
struct Adam {    // weight decay is part of the gradient (Kingma & Ba 2015)
    double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0;
};
struct AdamW {   // weight decay by itself, times the rate (Loshchilov & Hutter 2019)
    double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0.01;
};
using OptimiserLaw = std::variant<Sgd, Adam, AdamW>;

template <class T>
class Optimiser {
public:
    explicit Optimiser(OptimiserLaw law = Adam{}) : law_(law) {}
    // Goes on from what another one held: steps made, and its moments (empty, or as long as the parameters).
    Optimiser(OptimiserLaw law, long stepCount, Numbers<T> first, Numbers<T> second);

    // Moves the parameters by their gradients. The same bits on any number of threads.
    void step(Parameters<T>& parameters, double rate);

    const OptimiserLaw& law() const { return law_; }
    long stepCount() const { return stepCount_; }
    const Numbers<T>& first() const { return first_; }     // momentum, or mean of gradients
    const Numbers<T>& second() const { return second_; }   // mean of their squares

private:
    OptimiserLaw law_;
    long stepCount_ = 0;
    Numbers<T> first_, second_;
};

// An exponential moving average of weights, which often generalises better than the weights themselves (Polyak & Juditsky 1992). It
// starts at the first weights it sees; early on it forgets faster, by (1 + n) / (10 + n) after n updates.
template <class T>
class MovingAverage {
public:
    explicit MovingAverage(double decay = 0.999);
    MovingAverage(double decay, long updateCount, Numbers<T> values);

    void update(const Parameters<T>& parameters);
    WeightView<T> weights(const TensorLayout& layout) const { return {&layout, values_.data(), nullptr}; }
    const Numbers<T>& values() const { return values_; }   // laid out as the parameters'
    double decay() const { return decay_; }
    long updateCount() const { return updateCount_; }

private:
    double decay_;
    long updateCount_ = 0;
    Numbers<T> values_;
};

}  // namespace engram
