// Parallel loops over oneTBB in blocks of fixed size: the blocks, and so every rounding, are the same for any number of threads.
#pragma once

#include <functional>

namespace engram {

// Calls body(begin, end) for consecutive blocks of at most `block` indices that cover [0, count).
void forBlocks(int count, int block, const std::function<void(int begin, int end)>& body);

// At most this many threads from now on (0: all cores); for tests and for `--threads`.
void limitThreads(int count);
int threadCount();

// While it lives, loops begun on this thread stay on it: for work in the background, which must leave the other cores to a person.
class SerialHere {
public:
    SerialHere();
    ~SerialHere();
    SerialHere(const SerialHere&) = delete;
    SerialHere& operator=(const SerialHere&) = delete;

private:
    bool before_;
};

}  // namespace engram
