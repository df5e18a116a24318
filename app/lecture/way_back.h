// The way of a run from a detour back to the plan: back through what is recorded of the detour to where the two are one run, and from
// there on along the plan to where it was left. Steps alone; who shows them seeks.
#pragma once

#include <cstdint>

#include "core/session/session.h"

namespace engram {

struct WayBack {
    std::int64_t from = 0;     // on the detour
    std::int64_t parting = 0;  // the last step that both have
    std::int64_t to = 0;       // on the plan

    struct Place {
        bool onPlan = false;
        std::int64_t step = 0;
    };
    Place at(double share) const;  // 0..1 of the way, whose steps are equally long; all of 1 is the end
};

// Runs that start differently have nothing in common but the start.
WayBack wayBack(const Course& detour, std::int64_t from, const Course& plan, std::int64_t to);

}  // namespace engram
