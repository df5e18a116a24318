// How the learning rate changes with the steps, and the order in which samples are seen. Both are pure functions of the step and a seed.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace engram {

enum class ScheduleKind { Constant, Cosine, Step };

struct Schedule {
    ScheduleKind kind = ScheduleKind::Constant;
    double rate = 1e-3;
    long warmUp = 0;          // steps over which the rate first rises from rate / warmUp, in every kind
    long total = 1;           // Cosine: steps until it has fallen to `lowest` (Loshchilov & Hutter 2017), warm-up included
    double lowest = 0;
    long every = 1;           // Step: after every so many steps, not counting the warm-up, the rate is multiplied by `factor`
    double factor = 0.1;

    double at(long step) const;   // of step 0, 1, ...
};

// Batches of samples in an order of their own in each epoch. Each sample is in one batch of an epoch; the last may be smaller.
class Shuffle {
public:
    Shuffle(std::uint64_t seed, int sampleCount, int batchSize);

    int batchCount() const { return (count_ + size_ - 1) / size_; }   // of an epoch
    // Sample numbers, valid until the next call; they depend on the seed, the epoch and the batch, and on no call before.
    std::span<const int> batch(long epoch, int number);
    std::span<const int> batch(long step) { return batch(step / batchCount(), int(step % batchCount())); }

private:
    std::uint64_t seed_;
    int count_, size_;
    long epoch_ = -1;         // whose order is at hand
    std::vector<int> order_;
};

}  // namespace engram
