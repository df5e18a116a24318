#include "core/compute/thread_backend.h"

#include <mutex>

namespace engram {

namespace {

std::mutex makerMutex;
std::function<std::unique_ptr<Backend>()> backendMaker;

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
    thread_local const std::unique_ptr<Backend> backend = made();
    return *backend;
}

void makeBackendsBy(std::function<std::unique_ptr<Backend>()> maker) {
    const std::lock_guard lock(makerMutex);
    backendMaker = std::move(maker);
}

}  // namespace engram
