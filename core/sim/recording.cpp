#include "core/sim/recording.h"

#include <algorithm>

namespace engram {

void Recording::clear() {
    kept_.clear();
    bytes_ = 0, last_ = -1, stride_ = 1;
}

void Recording::add(const Snapshot& snapshot) {
    last_ = std::max(last_, snapshot.step);
    if (!kept_.empty() && kept_.back().step == snapshot.step) {
        bytes_ += snapshot.bytes - kept_.back().bytes;
        kept_.back() = snapshot;
        return;
    }
    if (snapshot.step % stride_ != 0) return;
    kept_.push_back(snapshot);
    bytes_ += snapshot.bytes;
    while (bytes_ > budget_ && kept_.size() > 2) {
        stride_ *= 2;
        std::erase_if(kept_, [&](const Snapshot& s) {
            const bool drop = s.step % stride_ != 0;
            if (drop) bytes_ -= s.bytes;
            return drop;
        });
    }
}

void Recording::cut(std::int64_t lastStep) {
    while (!kept_.empty() && kept_.back().step > lastStep) {
        bytes_ -= kept_.back().bytes;
        kept_.pop_back();
    }
    last_ = std::min(last_, lastStep);
}

const Snapshot* Recording::at(std::int64_t step) const {
    const auto after =
        std::upper_bound(kept_.begin(), kept_.end(), step, [](std::int64_t s, const Snapshot& kept) { return s < kept.step; });
    return after == kept_.begin() ? nullptr : &*std::prev(after);
}

}  // namespace engram
