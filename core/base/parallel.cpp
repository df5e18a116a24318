#include "core/base/parallel.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <sys/resource.h>
#include <unistd.h>

namespace engram {

namespace {

thread_local bool isSerial = false;

struct Serially {
    bool before = std::exchange(isSerial, true);
    ~Serially() { isSerial = before; }
};

}  // namespace

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

void withThreads(int count, const std::function<void()>& body) {
    if (count <= 1) {
        const Serially serially;
        return body();
    }
    tbb::task_arena arena(count);
    arena.execute(body);
}

void giveWay() {
    constexpr int kLeast = 19;
    static_cast<void>(::setpriority(PRIO_PROCESS, id_t(::gettid()), kLeast));  // refused: then it runs like the others
}

}  // namespace engram
