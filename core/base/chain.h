// Chains of shared links, each of which keeps the one before it: a way of a run whose past is shared by all its moments.
#pragma once

#include <atomic>
#include <memory>
#include <utility>

namespace engram {

// For the destructor of a link, whose member `before` is mutable: lets go of those links that nobody else holds, one by one. Left to
// themselves the destructors would nest as deep as the chain is long.
template <class Link>
void letGo(std::shared_ptr<const Link> last) {
    while (last && last.use_count() == 1) {
        std::atomic_thread_fence(std::memory_order_acquire);  // what other threads did with it before they let it go
        last = std::move(last->before);
    }
}

}  // namespace engram
