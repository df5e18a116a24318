// What a sweep runs: a session at every combination of some parameters' values, each with several seeds. Runs are numbered from 0:
// the first axis changes slowest, the seed fastest.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/session/session.h"

namespace engram {

struct SweepAxis {
    std::string id;  // a parameter
    std::vector<Value> values;
    bool operator==(const SweepAxis&) const = default;
};

struct SweepPlan {
    Session base;  // what is not swept
    std::vector<SweepAxis> axes;
    std::int64_t seeds = 1;             // the base's seed and those after it
    std::optional<std::int64_t> steps;  // exactly so many; without it each run goes to its own end
    bool operator==(const SweepPlan&) const = default;

    std::int64_t runCount() const;                      // throws usage where the number has no room in 63 bits
    std::vector<Value> values(std::int64_t run) const;  // one an axis
    std::uint64_t seed(std::int64_t run) const;
    Session session(std::int64_t run) const;
};

inline constexpr std::int64_t kMostRuns = 1'000'000;  // unless more are asked for: a row takes some hundred bytes

// The plan for axes written as "id=a:b:step" (a, a + step, ... up to b) or "id=v1,v2,...". The base's orders are taken up into its
// values where there are axes. Throws usage, naming what is wrong, before anything is made that takes memory: more than `most` runs,
// an unknown or repeated parameter, a step of zero or the wrong sign, a value out of range.
SweepPlan planSweep(Session base, const std::vector<std::string>& axes, std::int64_t seeds, std::optional<std::int64_t> steps,
                    std::int64_t most = kMostRuns);

}  // namespace engram
