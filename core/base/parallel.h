// Parallel loops over oneTBB in blocks of fixed size: the blocks, and so every rounding, are the same for any number of threads.
#pragma once

#include <functional>

namespace engram {

// Calls body(begin, end) for consecutive blocks of at most `block` indices that cover [0, count).
void forBlocks(int count, int block, const std::function<void(int begin, int end)>& body);

// At most this many threads from now on (0: all cores); for tests and for `--threads`.
void limitThreads(int count);
int threadCount();

// Runs `body` on this thread such that its loops use at most `count` threads, so that several such threads do not ask for more than
// there are cores; with one, they stay on this thread, and a low priority of it holds for all.
void withThreads(int count, const std::function<void()>& body);

// The calling thread gives way to all others from now on. Threads that its loops wake do not.
void giveWay();

}  // namespace engram
