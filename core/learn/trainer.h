// One training as a value: weights, optimiser, average, and what is done in each step. Copy it to keep it; its parts can also be kept
// and put together again. A step that would lead to nothing finite is not made, so the weights are always the last good ones.
#pragma once

#include <optional>

#include "core/learn/optimiser.h"
#include "core/learn/schedule.h"

namespace engram {

struct TrainingStep {
    double loss = 0, gradientNorm = 0, rate = 0;   // the norm before clipping
    bool diverged = false;                          // then nothing has changed
};

template <class T>
struct Trainer {
    Parameters<T> parameters;
    Optimiser<T> optimiser;
    Schedule schedule;
    std::optional<double> mostNorm;                 // gradients are clipped to
    std::optional<MovingAverage<T>> average;

    // loss(tape, weights) records what is to become small, a 1 x 1. Clears the tape.
    template <class Loss>
    TrainingStep step(Tape<T>& tape, const Loss& loss) {
        parameters.clearGradients();
        tape.clear();
        const Var value = loss(tape, parameters.trained());
        TrainingStep result{double(tape.scalar(value)), 0, schedule.at(optimiser.stepCount()), false};
        if (!(result.diverged = diverged(result.loss, 0))) {
            tape.backward(value);
            result.gradientNorm = mostNorm ? clipGradients(parameters, *mostNorm) : gradientNorm(parameters);
            result.diverged = diverged(result.loss, result.gradientNorm);
        }
        if (result.diverged) return result;
        optimiser.step(parameters, result.rate);
        if (average) average->update(parameters);
        return result;
    }
};

}  // namespace engram
