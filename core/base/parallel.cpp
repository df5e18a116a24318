#include "core/base/parallel.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>

namespace engram {

namespace {

thread_local bool isSerial = false;

}  // namespace

SerialHere::SerialHere() : before_(std::exchange(isSerial, true)) {}
SerialHere::~SerialHere() { isSerial = before_; }

void forBlocks(int count, int block, const std::function<void(int begin, int end)>& body) {
    const int blocks = count <= 0 ? 0 : (count + block - 1) / block;
    const auto one = [&](int i) { body(i * block, std::min(count, (i + 1) * block)); };
    if (blocks == 1) return one(0);
    if (isSerial) {
        for (int i = 0; i < blocks; ++i) one(i);
        return;
    }
    tbb::parallel_for(0, blocks, one, tbb::simple_partitioner());
}

namespace {

std::mutex limitMutex;
std::unique_ptr<tbb::global_control> limit;

}  // namespace

void limitThreads(int count) {
    const std::lock_guard lock(limitMutex);
    limit.reset();
    if (count > 0) limit = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism, std::size_t(count));
}

int threadCount() {
    const auto allowed = int(tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
    return std::min(allowed, tbb::info::default_concurrency());
}

}  // namespace engram
