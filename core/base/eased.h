// Motion with soft ends.
#pragma once

namespace engram {

// From 0 to 1 as u does, without speed at both ends.
inline double eased(double u) { return u * u * (3 - 2 * u); }

}  // namespace engram
