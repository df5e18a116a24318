// One training as a value: weights, optimiser, average, and what is done in each step. Copy it to keep it; its parts can also be kept
// and put together again. A step that would lead to nothing finite is not made, so the weights are always the last good ones.
#pragma once

#include <optional>

#include "core/learn/optimiser.h"
#include "core/learn/schedule.h"
#include "core/learn/slices.h"

namespace engram {

struct TrainingStep {
    double loss = 0, gradientNorm = 0, rate = 0;   // the norm before clipping
    bool diverged = false;                          // then nothing has changed but the gradients
};

template <class T>
struct Trainer {
    Parameters<T> parameters;
    Optimiser<T> optimiser;
    Schedule schedule;
    std::optional<double> mostNorm;                 // gradients are clipped to
    std::optional<MovingAverage<T>> average;

    // loss(tape, weights) records what is to become small, a 1 x 1, of a whole batch. Clears the tape.
    template <class Loss>
    TrainingStep step(Tape<T>& tape, const Loss& loss) {
        parameters.clearGradients();
        tape.clear();
        const Var value = loss(tape, parameters.trained());
        const double reached = double(tape.scalar(value));
        tape.backward(value);
        return follow(reached);
    }
    // The same in slices, where the loss is a sum over samples; `loss` as for Slices::run. The faster way.
    template <class Loss>
    TrainingStep step(Slices<T>& slices, int sampleCount, const Loss& loss) {
        return follow(slices.run(parameters, sampleCount, loss));
    }

    // The step alone, where the gradients were made by other means.
    TrainingStep follow(double loss) {
        TrainingStep result{loss, mostNorm ? clipGradients(parameters, *mostNorm) : gradientNorm(parameters),
                            schedule.at(optimiser.stepCount())};
        result.diverged = diverged(loss, result.gradientNorm);
        if (result.diverged) return result;
        optimiser.step(parameters, result.rate);
        if (average) average->update(parameters);
        return result;
    }
};

}  // namespace engram
