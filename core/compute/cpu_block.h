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

    // The same steps with small weights left out; cpu_block_sparse.cpp.
    void relaxSparsely(int count, float rate, int mostSteps, float tolerance, FloatBatch result, int first, int* steps);
    void remember(int from, int row);                     // what the whole evaluation in row `from` says about state `row`
    bool near(int row, const float* activation);
    float follow(int row, float rate, const float* activation);   // returns the move, as Kernels::move does

    // A state whose weights that matter are few: no other weight grows above the least that counts until the activation has moved by
    // farthest_ from that of the last whole evaluation.
    struct Followed {
        int candidateCount;                               // 0: not followed
        float rest, best;                                 // weight of all others, relative to exp(beta best), the best similarity
    };
    int mostCandidates() const { return memories_.memoryCount() / 16; }
    int* candidates(int row) const { return candidates_ + long(row) * mostCandidates(); }
    float* reference(int row) const { return references_ + row * memories_.featureStride; }

    const Laws laws_;
    const CpuMemories& memories_;
    const Kernels& k_;
    const float skipBelow_;
    float *states_, *activations_, *similarities_, *targets_;
    Weights* weights_;
    int *kept_, *live_, *denseRow_;

    float farthest_ = 0, *references_ = nullptr;          // these only where weights are skipped
    Followed* followed_ = nullptr;
    int *candidates_ = nullptr, *wholeRow_ = nullptr;
};

}  // namespace engram
