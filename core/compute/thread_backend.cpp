#include "core/compute/thread_backend.h"

#include <atomic>
#include <mutex>

namespace engram {

namespace {

std::mutex makerMutex;
std::function<std::unique_ptr<Backend>()> backendMaker;
std::atomic<int> makerNumber = 0;          // grows with every maker
std::atomic<std::uint64_t> lastNumber = 0;

struct Made {
    std::unique_ptr<Backend> backend;
    int by = -1;
    std::uint64_t number = 0;
};

std::unique_ptr<Backend> made() {
    std::function<std::unique_ptr<Backend>()> maker;
    {
        const std::lock_guard lock(makerMutex);
        maker = backendMaker;
    }
    return maker ? maker() : makeCpuBackend();
}

Made& mine() {
    thread_local Made own;
    if (const int number = makerNumber; own.by != number) own = {made(), number, ++lastNumber};
    return own;
}

}  // namespace

Backend& threadBackend() { return *mine().backend; }
std::uint64_t threadBackendNumber() { return mine().number; }

void makeBackendsBy(std::function<std::unique_ptr<Backend>()> maker) {
    const std::lock_guard lock(makerMutex);
    backendMaker = std::move(maker);
    ++makerNumber;
}

}  // namespace engram
