// A block of states on one thread, with all that is made of them: states and activations, similarities, weights, targets. Whatever the
// backend computes for many features it computes in such blocks; a state is rounded in the same way in any block.
#pragma once

#include "core/compute/cpu_memories.h"
#include "core/compute/laws.h"

namespace engram {

class CpuBlock {
public:
    static int stateCount(const CpuMemories& memories);   // of a full block, for any number of threads

    // Takes the scratch of this thread: one block at a time.
    CpuBlock(const Laws& laws, const CpuMemories& memories, float skipBelow = 0);

    float* state(int row) const { return states_ + row * memories_.featureStride; }
    void read(const ConstFloatBatch& states, int first, int count);

    void energies(int count, float* result);
    void gradients(int count, FloatBatch result, int first);
    // Steps the states that were read until each settles; steps may be null, a negative tolerance never settles.
    void relax(int count, float rate, int mostSteps, float tolerance, FloatBatch result, int first, int* steps);
    void nearest(int count, int* result);

private:
    float* similarities(int row) const { return similarities_ + row * memories_.memoryStride; }
    float* target(int row) const { return targets_ + row * memories_.featureStride; }
    const float* activation(int row) const { return activations_ + row * memories_.featureStride; }
    float shift(int row) const;                           // -|g|^2 / 2 with distances
    void compare(int count, const float* activations);    // similarities
    void activate(int count);
    void weigh(const HiddenLaw& law, int count);          // weights in place of similarities
    void makeTargets(int count);                          // stored weights times memories
    void makeSparseTargets(int count);

    const Laws laws_;
    const CpuMemories& memories_;
    const Kernels& k_;
    const float skipBelow_;
    float *states_, *activations_, *similarities_, *targets_;
    Weights* weights_;
    int *kept_, *live_, *denseRow_;
};

}  // namespace engram
