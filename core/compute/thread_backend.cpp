#include "core/compute/thread_backend.h"

#include <atomic>
#include <mutex>

namespace engram {

namespace {

std::mutex makerMutex;
std::function<std::unique_ptr<Backend>()> backendMaker;
std::atomic<int> makerNumber = 0;          // grows with every maker

struct Made {
    std::unique_ptr<Backend> backend;
    int by = -1;
};

std::unique_ptr<Backend> made() {
    std::function<std::unique_ptr<Backend>()> maker;
    {
        const std::lock_guard lock(makerMutex);
        maker = backendMaker;
    }
    return maker ? maker() : makeCpuBackend();
}

}  // namespace

Backend& threadBackend() {
    thread_local Made mine;
    if (const int number = makerNumber; mine.by != number) mine = {made(), number};
    return *mine.backend;
}

void makeBackendsBy(std::function<std::unique_ptr<Backend>()> maker) {
    const std::lock_guard lock(makerMutex);
    backendMaker = std::move(maker);
    ++makerNumber;
}

}  // namespace engram
