// Snapshots in time under a byte budget. When full, every other snapshot is dropped and the stride doubles; steps between are
// reached by running on from the snapshot before them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/experiment/experiment.h"

namespace engram {

inline constexpr std::int64_t kRecordingBytes = std::int64_t(512) << 20;

class Recording {
public:
    explicit Recording(std::int64_t budgetBytes = kRecordingBytes) : budget_(budgetBytes) {}

    void clear();
    void add(const Snapshot& snapshot);            // step must not be before the last one kept; the same step replaces it
    void cut(std::int64_t lastStep);               // forgets all after this step
    const Snapshot* at(std::int64_t step) const;   // the latest kept at or before the step; null where empty
    std::int64_t lastStep() const { return last_; }
    std::int64_t bytes() const { return bytes_; }
    std::int64_t budget() const { return budget_; }
    int stride() const { return stride_; }

private:
    std::vector<Snapshot> kept_;
    std::int64_t budget_, bytes_ = 0, last_ = -1;
    int stride_ = 1;
};

}  // namespace engram
