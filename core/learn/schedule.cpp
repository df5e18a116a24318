#include "core/learn/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/base/error.h"
#include "core/base/random.h"

namespace engram {

double Schedule::at(long step) const {
    if (step < warmUp) return rate * double(step + 1) / double(warmUp);
    const long after = step - warmUp;
    switch (kind) {
        case ScheduleKind::Constant: return rate;
        case ScheduleKind::Cosine: {
            const double part = std::min(1.0, double(after) / double(std::max(1L, total - warmUp)));
            return lowest + (rate - lowest) * 0.5 * (1 + std::cos(std::numbers::pi * part));
        }
        case ScheduleKind::Step: return rate * std::pow(factor, double(after / std::max(1L, every)));
    }
    return rate;
}

Shuffle::Shuffle(std::uint64_t seed, int sampleCount, int batchSize) : seed_(seed), count_(sampleCount), size_(batchSize) {
    if (sampleCount < 1) fail("there are no samples to shuffle");
    if (batchSize < 1) fail("a batch of " + std::to_string(batchSize) + " samples is none");
}

std::span<const int> Shuffle::batch(long epoch, int number) {
    if (number < 0 || number >= batchCount())
        fail("there is no batch " + std::to_string(number) + " in an epoch of " + std::to_string(batchCount()));
    if (epoch != epoch_) order_ = Random(seed_, std::uint64_t(epoch)).permutation(count_), epoch_ = epoch;
    const int first = number * size_;
    return std::span<const int>(order_).subspan(std::size_t(first), std::size_t(std::min(size_, count_ - first)));
}

}  // namespace engram
