// Loops of this layer over blocks of entries. The blocks depend on the count alone, and the body is passed by reference, so that a warm
// step neither changes its rounding with the number of threads nor allocates.
#pragma once

#include <algorithm>
#include <functional>

#include "core/base/parallel.h"

namespace engram {

// body(first, last) for blocks of [0, count).
template <class Body>
void inBlocks(int count, int block, const Body& body) {
    forBlocks(count, block, std::cref(body));
}

// body(first, count) along entries that are done one by one.
template <class Body>
void alongBlocks(long count, const Body& body) {
    constexpr long kEntries = 8192;   // a block takes some microseconds
    inBlocks(int((count + kEntries - 1) / kEntries), 1, [&](int begin, int end) {
        body(begin * kEntries, int(std::min(count, end * kEntries) - begin * kEntries));
    });
}

}  // namespace engram
