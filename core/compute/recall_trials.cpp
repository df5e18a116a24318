#include "core/compute/recall_trials.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/compute/aligned.h"
#include "core/compute/field_law.h"
#include "core/compute/isa.h"
#include "core/compute/recall_choices.h"

namespace engram {

namespace {

constexpr int kCues = RecallBatch::kCues, kHalfCues = kCues / 2;

// All that one thread needs for a trial, kept from trial to trial.
class Workplace {
public:
    Workplace(const RecallSetup& s, const Kernels& kernels, int patternCount);

    // All loads of trial t; adds to counts[load].
    void run(int t, const std::vector<RecallLoad>& loads, const std::vector<std::optional<FieldLaw>>& laws, int patternsPerTrial,
             const BitRows& patterns, const BitRows& cues, RecallCount* counts);

private:
    void spread(const BitRows& rows, std::int64_t first, int count, std::uint8_t* lanes) const;
    void recall(const FieldLaw* law, int known, const BitRows& patterns, std::int64_t firstPattern, int count, RecallCount& result);
    void exponentialUpdate(const BitRows& patterns, std::int64_t firstPattern);
    void count(bool changedToo, RecallCount& result) const;
    void keepChanged();

    const RecallSetup& setup_;
    const Kernels& kernels_;
    const std::size_t laneBytes_;        // of all features' lanes
    RecallChoices choices_;
    std::vector<std::int32_t> columnSums_;
    std::vector<double> field_;
    AlignedFloats store_;
    std::uint8_t *cues_, *patterns_;     // of 64 cues as they start, in lanes
    void *startSums_, *laterSums_;       // of the first update, and of those that follow
    RecallBatch batch_{};
};

Workplace::Workplace(const RecallSetup& s, const Kernels& kernels, int patternCount)
    : setup_(s), kernels_(kernels), laneBytes_(std::size_t(s.featureCount + 15) / 16 * 16 * kCues), choices_(s.featureCount, patternCount),
      columnSums_(s.featureCount), field_(s.featureCount) {
    const auto floats = [](std::size_t bytes) { return Pieces::rounded((bytes + 3) / 4); };
    const std::size_t distances = patternCount * std::size_t(kCues), features = s.featureCount;
    const std::size_t tableBytes = RecallBatch::kMostFeatureGroups * std::size_t(16 * 64);
    Pieces pieces(store_.grow(4 * floats(laneBytes_) + floats(2 * distances) + floats(tableBytes) + floats(2 * features * kHalfCues) +
                              2 * floats(8 * features * kCues) + floats(kCues) + floats(2 * kCues)));
    choices_.describe(batch_);
    batch_.featureCount = s.featureCount;
    batch_.columnSums = columnSums_.data();
    cues_ = pieces.takeAs<std::uint8_t>(laneBytes_);
    patterns_ = pieces.takeAs<std::uint8_t>(laneBytes_);
    batch_.up = pieces.takeAs<std::uint8_t>(laneBytes_);
    batch_.own = pieces.takeAs<std::uint8_t>(laneBytes_);
    batch_.distances = pieces.takeAs<std::uint16_t>(distances);
    batch_.table = pieces.takeAs<std::uint8_t>(tableBytes);
    batch_.narrow = pieces.takeAs<std::int16_t>(features * kHalfCues);
    startSums_ = pieces.takeAs<std::int64_t>(features * kCues);
    laterSums_ = pieces.takeAs<std::int64_t>(features * kCues);
    batch_.changed = pieces.takeAs<std::uint8_t>(kCues);
    batch_.misses = pieces.takeAs<std::uint16_t>(kCues);
}

// Rows first .. first + count, one a lane; the other lanes are 0.
void Workplace::spread(const BitRows& rows, std::int64_t first, int count, std::uint8_t* lanes) const {
    std::fill_n(lanes, laneBytes_, std::uint8_t(0));
    for (int lane = 0; lane < count; ++lane) {
        const std::uint8_t* row = rows.bytes(first + lane);
        std::uint8_t* out = lanes + lane;
        for (int byte = 0; byte < rows.byteCount(); ++byte, out += 8 * kCues)
            for (int i = 0; i < 8; ++i) out[i * kCues] = row[byte] >> i & 1;
    }
}

// Adds up the lanes that did not change, or with changedToo those that are left.
void Workplace::count(bool changedToo, RecallCount& result) const {
    const int n = setup_.featureCount;
    for (int lane = 0; lane < batch_.cueCount; ++lane) {
        if (!changedToo && batch_.changed[lane]) continue;
        result.wrong += batch_.misses[lane];
        result.recalled += n - 2 * int(batch_.misses[lane]) >= setup_.overlap * n;
    }
}

// Cues that no longer change would never change again: the others close up.
void Workplace::keepChanged() {
    int kept = 0;
    std::uint8_t from[kCues];
    for (int lane = 0; lane < batch_.cueCount; ++lane)
        if (batch_.changed[lane]) from[kept++] = std::uint8_t(lane);
    if (kept < batch_.cueCount && kept > 0)
        for (std::uint8_t* lanes : {batch_.up, batch_.own})
            for (int i = 0; i < setup_.featureCount; ++i, lanes += kCues)
                for (int lane = 0; lane < kept; ++lane) lanes[lane] = lanes[from[lane]];
    batch_.cueCount = kept;
}

// Weights e^m relative to that of the nearest memory, so that none overflows; those below e^-40 of it are lost in rounding anyway.
void Workplace::exponentialUpdate(const BitRows& patterns, std::int64_t firstPattern) {
    kernels_.recallDistances(batch_);
    const int n = setup_.featureCount;
    const double same = std::cosh(1.0), own = std::sinh(1.0);
    for (int lane = 0; lane < batch_.cueCount; ++lane) {
        int least = n;
        for (int k = 0; k < batch_.memoryCount; ++k) least = std::min<int>(least, batch_.distances[std::size_t(k) * kCues + lane]);
        std::fill(field_.begin(), field_.end(), 0.0);
        double total = 0;
        for (int k = 0; k < batch_.memoryCount; ++k) {
            const int further = batch_.distances[std::size_t(k) * kCues + lane] - least;
            if (further > 20) continue;
            const double weight = std::exp(-2.0 * further);
            total += weight;
            for (int i = 0; i < n; ++i) field_[i] += patterns.up(firstPattern + k, i) ? weight : -weight;
        }
        batch_.changed[lane] = 0;
        for (int i = 0; i < n; ++i) {
            std::uint8_t& up = batch_.up[std::size_t(i) * kCues + lane];
            const double value = same * field_[i] - (up ? 1 : -1) * own * total;
            const std::uint8_t next = value > 0 ? 1 : (value < 0 ? 0 : up);
            batch_.changed[lane] |= next ^ up;
            up = next;
        }
    }
    kernels_.recallMisses(batch_);
}

// The first update of a load goes on from the sums over the first `known` memories, which the load before has left.
void Workplace::recall(const FieldLaw* law, int known, const BitRows& patterns, std::int64_t firstPattern, int count, RecallCount& result) {
    std::copy_n(cues_, laneBytes_, batch_.up);
    std::copy_n(patterns_, laneBytes_, batch_.own);
    batch_.cueCount = count;
    kernels_.recallMisses(batch_);
    for (int u = 0; u < setup_.updateCount && batch_.cueCount > 0; ++u) {
        if (u > 0) keepChanged();
        if (batch_.cueCount == 0) return;
        batch_.firstMemory = u == 0 ? known : 0;
        batch_.sums = u == 0 ? startSums_ : laterSums_;
        if (law) kernels_.recallUpdate(batch_);
        else exponentialUpdate(patterns, firstPattern);
        if (u + 1 < setup_.updateCount) this->count(false, result);
    }
    this->count(true, result);
}

void Workplace::run(int t, const std::vector<RecallLoad>& loads, const std::vector<std::optional<FieldLaw>>& laws, int patternsPerTrial,
                    const BitRows& patterns, const BitRows& cues, RecallCount* counts) {
    const std::int64_t firstPattern = std::int64_t(t) * patternsPerTrial, firstCue = std::int64_t(t) * setup_.testedCount;
    choices_.fill(patterns, firstPattern);
    for (int first = 0; first < std::min(setup_.testedCount, patternsPerTrial); first += kCues) {
        const int most = std::min({kCues, setup_.testedCount - first, patternsPerTrial - first});
        spread(cues, firstCue + first, most, cues_);
        spread(patterns, firstPattern + first, most, patterns_);
        int before = 0;                                    // cues of the load before
        for (std::size_t l = 0; l < loads.size(); ++l) {
            const int tested = std::min(loads[l].patternCount - first, most);
            const bool wide = batch_.wide, goesOn = l > 0 && tested == before && loads[l].order == loads[l - 1].order &&
                                                    loads[l].patternCount > loads[l - 1].patternCount;
            before = tested;
            if (tested <= 0) continue;
            batch_.memoryCount = loads[l].patternCount;
            if (laws[l]) {
                laws[l]->describe(batch_);
                choices_.columnSums(batch_.memoryCount, columnSums_.data());
            }
            counts[l].tested += tested;
            const bool known = goesOn && laws[l] && batch_.shape != RecallBatch::Table && batch_.wide == wide && setup_.updateCount > 0;
            recall(laws[l] ? &*laws[l] : nullptr, known ? loads[l - 1].patternCount : 0, patterns, firstPattern, tested, counts[l]);
        }
    }
}

}  // namespace

std::vector<RecallCount> recallTrials(const RecallSetup& setup, const std::vector<RecallLoad>& loads, int patternsPerTrial,
                                      const BitRows& patterns, const BitRows& cues, const std::string& isa) {
    const Kernels& kernels = kernelsFor(isa);
    if (patterns.featureCount() != setup.featureCount || cues.featureCount() != setup.featureCount)
        usage("patterns of " + std::to_string(patterns.featureCount()) + " and cues of " + std::to_string(cues.featureCount()) +
              " neurons do not fit trials of " + std::to_string(setup.featureCount));
    if (patterns.rowCount() < std::int64_t(setup.trialCount) * patternsPerTrial ||
        cues.rowCount() < std::int64_t(setup.trialCount) * setup.testedCount)
        usage(std::to_string(setup.trialCount) + " trials need more patterns or cues than there are");
    std::vector<std::optional<FieldLaw>> laws;   // none for the exponential memory
    for (const RecallLoad& load : loads) {
        if (load.patternCount < 1 || load.patternCount > patternsPerTrial)
            usage("a load of " + std::to_string(load.patternCount) + " patterns; a trial has " + std::to_string(patternsPerTrial));
        if (load.order < 0 || load.order == 1)
            usage("order " + std::to_string(load.order) + " is no memory; it is 2 or more, or 0 for exponential");
        laws.emplace_back();
        if (load.order > 0) laws.back().emplace(load.order, setup.featureCount);
    }
    std::vector<RecallCount> byTrial(loads.size() * setup.trialCount);   // trials x loads
    // Counts are exact, so blocks may follow the number of threads: few, for each makes room anew.
    forBlocks(setup.trialCount, std::max(1, setup.trialCount / (4 * threadCount())), [&](int begin, int end) {
        Workplace place(setup, kernels, patternsPerTrial);
        for (int t = begin; t < end; ++t) place.run(t, loads, laws, patternsPerTrial, patterns, cues, &byTrial[t * loads.size()]);
    });
    std::vector<RecallCount> counts(loads.size());
    for (int t = 0; t < setup.trialCount; ++t)
        for (std::size_t l = 0; l < loads.size(); ++l) {
            const RecallCount& trial = byTrial[t * loads.size() + l];
            counts[l].recalled += trial.recalled;
            counts[l].tested += trial.tested;
            counts[l].wrong += trial.wrong;
            counts[l].wrongSquares += trial.wrong * trial.wrong;
        }
    return counts;
}

void drawRecallTrials(const RecallSetup& setup, int patternsPerTrial, double flip, std::uint64_t seed, std::uint64_t firstStream,
                      BitRows& patterns, BitRows& cues) {
    for (int t = 0; t < setup.trialCount; ++t) {
        Random random(seed, firstStream + std::uint64_t(t));
        for (int k = 0; k < patternsPerTrial; ++k)
            for (int i = 0; i < setup.featureCount; i += 32) {
                const std::uint32_t word = random.bits();
                std::uint8_t* bytes = patterns.bytes(std::int64_t(t) * patternsPerTrial + k) + i / 8;
                for (int byte = 0; byte < 4 && i + 8 * byte < setup.featureCount; ++byte) {
                    const int left = setup.featureCount - i - 8 * byte;
                    bytes[byte] = std::uint8_t((word >> (8 * byte)) & (left < 8 ? (1u << left) - 1 : 255u));
                }
            }
        for (int q = 0; q < std::min(setup.testedCount, patternsPerTrial); ++q)
            for (int i = 0; i < setup.featureCount; ++i)
                cues.set(std::int64_t(t) * setup.testedCount + q, i,
                         patterns.up(std::int64_t(t) * patternsPerTrial + q, i) != (flip > 0 && random.uniform() < flip));
    }
}

}  // namespace engram
