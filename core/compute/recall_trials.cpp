#include "core/compute/recall_trials.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/compute/aligned.h"
#include "core/compute/isa.h"

namespace engram {

namespace {

constexpr int kCues = RecallBatch::kCues, kGroups = RecallBatch::kGroups;

// With m = sum_j xi_j sigma_j and e = xi_i sigma_i = +-1: F'(m - e) = A(m) - e B(m), so a field is sum_mu xi_i A - sigma_i sum_mu B.
// A is reduced to (A - offset) / scale, which is small; all as functions of the Hamming distance d, m = N - 2 d.
struct FieldLaw {
    RecallBatch::Shape shape = RecallBatch::Table;
    std::vector<std::int32_t> weights;
    std::vector<std::int64_t> selfWeights;
    std::int64_t scale = 1, offset = 0, mostWeight = 0;

    FieldLaw(int order, int n) {
        std::vector<std::int64_t> a(n + 1);
        selfWeights.resize(n + 1);
        const std::string size = "order " + std::to_string(order) + " with " + std::to_string(n) + " neurons";
        if (order * std::log2(n + 2.0) > 60) fail(size + " leaves 64-bit integers");
        const auto power = [&](std::int64_t x) {
            std::int64_t result = 1;
            for (int i = 1; i < order; ++i) result *= x;
            return result;
        };
        for (int d = 0; d <= n; ++d) {
            const std::int64_t up = power(n - 2 * d + 1), down = power(n - 2 * d - 1);
            a[d] = (up + down) / 2;                // both even or both odd
            selfWeights[d] = (up - down) / 2;
        }
        offset = a[n / 2];
        scale = 0;
        for (const std::int64_t x : a) scale = std::gcd(scale, x - offset);
        if (order == 3) scale = 4;                 // m^2 + 1 = 4 k (k + N mod 2) + offset with k = N/2 - d
        scale = std::max<std::int64_t>(scale, 1);
        for (const std::int64_t x : a) {
            const std::int64_t w = (x - offset) / scale;
            mostWeight = std::max(mostWeight, std::abs(w));
            if (mostWeight > std::numeric_limits<std::int32_t>::max()) fail(size + " has weights beyond 32 bits");
            weights.push_back(std::int32_t(w));
        }
        if (order == 2) shape = RecallBatch::Linear;
        if (order == 3) shape = RecallBatch::Square;
    }

    // |field| before anything is added up, against 31 bits.
    bool wide(int patternCount, int n) const {
        const double most = double(scale) * double(mostWeight) + std::abs(double(offset)) + std::abs(double(selfWeights[0])) + 4.0 * n;
        return most * patternCount > 2e9;
    }
};

// The four-bit choices of one trial's patterns, by memory and by feature.
struct Choices {
    long byMemoryStride, byFeatureStride;
    std::vector<std::uint16_t> byMemory, byFeature;

    Choices(int featureCount, int patternCount)
        : byMemoryStride((featureCount + 3) / 4),
          byFeatureStride((patternCount + 3) / 4),
          byMemory(byMemoryStride * std::size_t(patternCount)),
          byFeature(byFeatureStride * 4 * std::size_t(byMemoryStride)) {}

    static std::uint16_t choice(int group, int four) { return std::uint16_t(64 * (16 * (group % kGroups) + four)); }

    // sum over the first patternCount patterns of xi_i
    std::int32_t columnSum(int i, int patternCount) const {
        static constexpr std::int8_t kUp[16] = {0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4};
        const std::uint16_t* row = byFeature.data() + i * byFeatureStride;
        const int whole = patternCount / 4;
        std::int32_t up = 0;
        for (int group = 0; group < whole; ++group) up += kUp[row[group] / 64 % 16];
        if (patternCount % 4) up += kUp[row[whole] / 64 % 16 & ((1 << patternCount % 4) - 1)];
        return 2 * up - patternCount;
    }

    void fill(const BitRows& patterns, std::int64_t first, int patternCount) {
        std::vector<std::uint16_t> start(static_cast<std::size_t>(byMemoryStride));
        for (int g = 0; g < byMemoryStride; ++g) start[g] = choice(g, 0);
        for (int k = 0; k < patternCount; ++k)
            for (int g = 0; g < byMemoryStride; ++g)
                byMemory[k * byMemoryStride + g] = std::uint16_t(start[g] + 64 * patterns.four(first + k, g));
        for (int group = 0; group < byFeatureStride; ++group) {
            const std::uint16_t groupStart = choice(group, 0);
            for (int g = 0; g < byMemoryStride; ++g) {
                // Four patterns' bits of four features, turned over.
                unsigned rows = 0;
                for (int j = 0; j < 4 && 4 * group + j < patternCount; ++j)
                    rows |= unsigned(patterns.four(first + 4 * group + j, g)) << (4 * j);
                for (int i = 0; i < 4; ++i) {
                    const unsigned bits = rows >> i & 0x1111;
                    const unsigned column = (bits | bits >> 3 | bits >> 6 | bits >> 9) & 15;
                    byFeature[(4 * g + i) * byFeatureStride + group] = std::uint16_t(groupStart + 64 * column);
                }
            }
        }
    }
};

// All that one thread needs for a trial, kept from trial to trial.
struct Workplace {
    const RecallSetup& setup;
    Choices choices;
    std::vector<std::int32_t> columnSums;
    std::vector<double> field;
    AlignedFloats store;
    RecallBatch batch{};

    Workplace(const RecallSetup& s, int patternCount)
        : setup(s), choices(s.featureCount, patternCount), columnSums(s.featureCount), field(s.featureCount) {
        const std::size_t padded = std::size_t(s.featureCount + 3) / 4 * 4;
        const auto floats = [](std::size_t bytes) { return Pieces::rounded((bytes + 3) / 4); };
        Pieces pieces(store.grow(floats(padded * kCues) + floats(patternCount * std::size_t(2 * kCues)) + floats(kGroups * 16 * 64) +
                                 floats(padded * kCues * 8) + floats(kCues)));
        batch.featureCount = s.featureCount;
        batch.byMemory = choices.byMemory.data();
        batch.byFeature = choices.byFeature.data();
        batch.byMemoryStride = choices.byMemoryStride;
        batch.byFeatureStride = choices.byFeatureStride;
        batch.columnSums = columnSums.data();
        batch.up = pieces.takeAs<std::uint8_t>(padded * kCues);
        batch.distances = pieces.takeAs<std::uint16_t>(patternCount * std::size_t(kCues));
        batch.table = pieces.takeAs<std::uint8_t>(kGroups * 16 * 64);
        batch.sums = pieces.takeAs<std::int64_t>(padded * kCues);
        batch.changed = pieces.takeAs<std::uint8_t>(kCues);
    }

    // Cues first .. first + count of a trial; returns how many are recalled.
    int recalled(const FieldLaw* law, const Kernels& kernels, const BitRows& patterns, std::int64_t firstPattern, const BitRows& cues,
                 std::int64_t firstCue, int first, int count);
    void exponentialUpdate(const Kernels& kernels, const BitRows& patterns, std::int64_t firstPattern);
    bool keepChanged(std::vector<int>& cueOf);
    int settledWell(const BitRows& patterns, std::int64_t firstPattern, const std::vector<int>& cueOf, bool changedToo) const;
};

// How many of the lanes that did not change (or, with changedToo, of all) hold their pattern.
int Workplace::settledWell(const BitRows& patterns, std::int64_t firstPattern, const std::vector<int>& cueOf, bool changedToo) const {
    int good = 0;
    for (std::size_t lane = 0; lane < cueOf.size(); ++lane) {
        if (!changedToo && batch.changed[lane]) continue;
        int same = 0;
        for (int i = 0; i < setup.featureCount; ++i)
            same += batch.up[std::size_t(i) * kCues + lane] == std::uint8_t(patterns.up(firstPattern + cueOf[lane], i));
        const int overlap = 2 * same - setup.featureCount;
        good += overlap >= setup.overlap * setup.featureCount;
    }
    return good;
}

// Cues that no longer change would never change again: the others close up. Returns whether any are left.
bool Workplace::keepChanged(std::vector<int>& cueOf) {
    int kept = 0;
    std::uint8_t from[kCues];
    for (std::size_t lane = 0; lane < cueOf.size(); ++lane)
        if (batch.changed[lane]) {
            from[kept] = std::uint8_t(lane);
            cueOf[kept++] = cueOf[lane];
        }
    if (kept < int(cueOf.size()))
        for (int i = 0; i < setup.featureCount; ++i) {
            std::uint8_t* up = batch.up + std::size_t(i) * kCues;
            for (int lane = 0; lane < kept; ++lane) up[lane] = up[from[lane]];
        }
    cueOf.resize(kept);
    return kept > 0;
}

// Weights e^m relative to that of the nearest memory, so that none overflows; those below e^-40 of it are lost in rounding anyway.
void Workplace::exponentialUpdate(const Kernels& kernels, const BitRows& patterns, std::int64_t firstPattern) {
    kernels.recallDistances(batch);
    const int n = setup.featureCount;
    const double same = std::cosh(1.0), own = std::sinh(1.0);
    for (int lane = 0; lane < batch.cueCount; ++lane) {
        int least = n;
        for (int k = 0; k < batch.memoryCount; ++k) least = std::min<int>(least, batch.distances[std::size_t(k) * kCues + lane]);
        std::fill(field.begin(), field.end(), 0.0);
        double total = 0;
        for (int k = 0; k < batch.memoryCount; ++k) {
            const int further = batch.distances[std::size_t(k) * kCues + lane] - least;
            if (further > 20) continue;
            const double weight = std::exp(-2.0 * further);
            total += weight;
            for (int i = 0; i < n; ++i) field[i] += patterns.up(firstPattern + k, i) ? weight : -weight;
        }
        batch.changed[lane] = 0;
        for (int i = 0; i < n; ++i) {
            std::uint8_t& up = batch.up[std::size_t(i) * kCues + lane];
            const double value = same * field[i] - (up ? 1 : -1) * own * total;
            const std::uint8_t next = value > 0 ? 1 : (value < 0 ? 0 : up);
            batch.changed[lane] |= next ^ up;
            up = next;
        }
    }
}

int Workplace::recalled(const FieldLaw* law, const Kernels& kernels, const BitRows& patterns, std::int64_t firstPattern, const BitRows& cues,
                        std::int64_t firstCue, int first, int count) {
    const int n = setup.featureCount;
    std::fill_n(batch.up, std::size_t(n + 3) / 4 * 4 * kCues, std::uint8_t(0));
    std::vector<int> cueOf(count);
    for (int lane = 0; lane < count; ++lane) {
        cueOf[lane] = first + lane;
        for (int i = 0; i < n; ++i) batch.up[std::size_t(i) * kCues + lane] = cues.up(firstCue + first + lane, i);
    }
    int good = 0;
    for (int u = 0; u < setup.updateCount && !cueOf.empty(); ++u) {
        batch.cueCount = int(cueOf.size());
        if (law) kernels.recallUpdate(batch);
        else exponentialUpdate(kernels, patterns, firstPattern);
        good += settledWell(patterns, firstPattern, cueOf, false);
        keepChanged(cueOf);
    }
    return good + settledWell(patterns, firstPattern, cueOf, true);
}

}  // namespace

BitRows::BitRows(int featureCount, std::int64_t rowCount) : stride_((std::int64_t(featureCount) + 7) / 8) {
    const std::string size = std::to_string(rowCount) + " patterns of " + std::to_string(featureCount) + " neurons";
    if (featureCount < 1 || featureCount > 65535) fail(size + ": a pattern has 1 to 65535 neurons");
    if (rowCount < 0 || rowCount > (std::int64_t(1) << 36) / stride_) fail(size + " are more than fit in 64 GB");
    bytes_.resize(std::size_t(stride_ * rowCount));
}

void BitRows::set(std::int64_t row, int i, bool up) {
    std::uint8_t& byte = bytes_[row * stride_ + i / 8];
    byte = std::uint8_t(up ? byte | 1 << (i % 8) : byte & ~(1 << (i % 8)));
}

std::vector<RecallCount> recallTrials(const RecallSetup& setup, const std::vector<RecallLoad>& loads, int patternsPerTrial,
                                      const BitRows& patterns, const BitRows& cues, const std::string& isa) {
    const Kernels& kernels = kernelsFor(isa);
    if (patterns.rowCount() < std::int64_t(setup.trialCount) * patternsPerTrial ||
        cues.rowCount() < std::int64_t(setup.trialCount) * setup.testedCount)
        fail(std::to_string(setup.trialCount) + " trials need more patterns or cues than there are");
    std::vector<std::vector<FieldLaw>> laws;   // none for the exponential memory
    for (const RecallLoad& load : loads) {
        if (load.patternCount < 1 || load.patternCount > patternsPerTrial)
            fail("a load of " + std::to_string(load.patternCount) + " patterns; a trial has " + std::to_string(patternsPerTrial));
        if (load.order < 0 || load.order == 1)
            fail("order " + std::to_string(load.order) + " is no memory; it is 2 or more, or 0 for exponential");
        laws.emplace_back();
        if (load.order > 0) laws.back().emplace_back(load.order, setup.featureCount);
    }
    std::vector<RecallCount> byTrial(loads.size() * setup.trialCount);
    forBlocks(setup.trialCount, 1, [&](int begin, int end) {
        Workplace place(setup, patternsPerTrial);
        for (int t = begin; t < end; ++t) {
            const std::int64_t firstPattern = std::int64_t(t) * patternsPerTrial, firstCue = std::int64_t(t) * setup.testedCount;
            place.choices.fill(patterns, firstPattern, patternsPerTrial);
            for (std::size_t l = 0; l < loads.size(); ++l) {
                RecallBatch& batch = place.batch;
                batch.memoryCount = loads[l].patternCount;
                const FieldLaw* law = laws[l].empty() ? nullptr : &laws[l][0];
                if (law) {
                    batch.shape = law->shape;
                    batch.weights = law->weights.data();
                    batch.selfWeights = law->selfWeights.data();
                    batch.scale = law->scale;
                    batch.offset = law->offset;
                    batch.mostWeight = law->mostWeight;
                    batch.wide = law->wide(batch.memoryCount, setup.featureCount);
                    for (int i = 0; i < setup.featureCount; ++i) place.columnSums[i] = place.choices.columnSum(i, batch.memoryCount);
                }
                RecallCount& count = byTrial[l * setup.trialCount + t];
                count.tested = std::min(loads[l].patternCount, setup.testedCount);
                for (int first = 0; first < count.tested; first += kCues)
                    count.recalled += place.recalled(law, kernels, patterns, firstPattern, cues, firstCue, first,
                                                     std::min<int>(kCues, int(count.tested) - first));
            }
        }
    });
    std::vector<RecallCount> counts(loads.size());
    for (std::size_t l = 0; l < loads.size(); ++l)
        for (int t = 0; t < setup.trialCount; ++t) {
            counts[l].recalled += byTrial[l * setup.trialCount + t].recalled;
            counts[l].tested += byTrial[l * setup.trialCount + t].tested;
        }
    return counts;
}

void drawRecallTrials(const RecallSetup& setup, int patternsPerTrial, double flip, std::uint64_t seed, BitRows& patterns, BitRows& cues) {
    for (int t = 0; t < setup.trialCount; ++t) {
        Random random(seed, std::uint64_t(t));
        for (int k = 0; k < patternsPerTrial; ++k)
            for (int i = 0; i < setup.featureCount; ++i) patterns.set(std::int64_t(t) * patternsPerTrial + k, i, random.bits() >> 31);
        for (int q = 0; q < std::min(setup.testedCount, patternsPerTrial); ++q)
            for (int i = 0; i < setup.featureCount; ++i)
                cues.set(std::int64_t(t) * setup.testedCount + q, i,
                         patterns.up(std::int64_t(t) * patternsPerTrial + q, i) != (random.uniform() < flip));
    }
}

}  // namespace engram
