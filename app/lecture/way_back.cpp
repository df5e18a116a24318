#include "app/lecture/way_back.h"

#include <algorithm>
#include <cmath>

#include "core/session/branch.h"

namespace engram {

WayBack::Place WayBack::at(double share) const {
    const std::int64_t back = from - parting, all = back + (to - parting);
    const std::int64_t gone = std::llround(std::clamp(share, 0.0, 1.0) * double(all));
    return gone < back ? Place{false, from - gone} : Place{true, parting + gone - back};
}

WayBack wayBack(const Course& detour, std::int64_t from, const Course& plan, std::int64_t to) {
    const std::int64_t both = std::min(from, to), departs = departureStep(plan, detour);
    return {from, departs < 0 ? both : std::min(both, departs), to};
}

}  // namespace engram
