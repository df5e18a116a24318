#include "core/sim/sweep.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <new>
#include <thread>
#include <utility>

#include "core/base/parallel.h"
#include "core/sim/player.h"

namespace engram {

SweepRow sweepRow(const SweepPlan& plan, std::int64_t run, const std::function<bool()>& stopped) {
    SweepRow row;
    row.run = run;
    try {
        Player player(plan.session(run));
        while (plan.steps ? player.step() < *plan.steps : player.step() < kMostOwnSteps && !player.settled()) {
            if (stopped && stopped()) return row;
            player.advance();
            row.steps = player.step();
        }
        row.settled = player.settled();
        const Trace& trace = player.trace();
        for (int m = 0; m < trace.measureCount(); ++m) row.measures.push_back(trace.at(trace.size() - 1, m));
    } catch (const std::bad_alloc&) {
        row.error = "not enough memory";
    } catch (const std::exception& error) {
        row.error = error.what();
        if (row.error.empty()) row.error = "failed without a reason";
    }
    return row;
}

struct Sweep::Threads {
    Threads(SweepPlan p, std::vector<std::int64_t> r, SweepOptions o, std::function<void()> a)
        : plan(std::move(p)), runs(std::move(r)), options(o), arrived(std::move(a)) {
        const int cores = threadCount(),
                  jobs = std::max(1, std::min<int>(options.jobs > 0 ? options.jobs : cores, int(std::min<std::size_t>(runs.size(), 4096))));
        const int each = options.quiet ? 1 : std::max(1, cores / jobs);
        working = runs.empty() ? 0 : jobs;  // before the first of them can end
        for (int i = 0; !runs.empty() && i < jobs; ++i) pool.emplace_back([this, each](const std::stop_token& stop) { work(stop, each); });
    }

    void work(const std::stop_token& stop, int threads) {
        if (options.quiet) giveWay();
        withThreads(threads, [&] {
            while (!stop.stop_requested()) {
                const std::size_t at = next++;
                if (at >= runs.size()) break;
                SweepRow row = sweepRow(plan, runs[at], [&] { return stop.stop_requested(); });
                if (stop.stop_requested()) break;
                handOver(std::move(row));
            }
        });
        {
            const std::lock_guard lock(mutex);
            --working;
        }
        changed.notify_all();
    }

    void handOver(SweepRow row) {
        {
            const std::lock_guard lock(mutex);
            inbox.push_back(std::move(row));
        }
        changed.notify_all();
        if (arrived) arrived();
    }

    const SweepPlan plan;
    const std::vector<std::int64_t> runs;
    const SweepOptions options;
    const std::function<void()> arrived;
    std::atomic<std::size_t> next = 0;

    mutable std::mutex mutex;  // guards inbox and working
    std::condition_variable changed;
    std::vector<SweepRow> inbox;
    int working = 0;

    std::vector<std::jthread> pool;  // last: its threads end first
};

Sweep::Sweep(SweepPlan plan, std::vector<std::int64_t> runs, SweepOptions options, std::function<void()> arrived)
    : threads_(std::make_unique<Threads>(std::move(plan), std::move(runs), options, std::move(arrived))) {}

Sweep::~Sweep() { stop(); }

std::vector<SweepRow> Sweep::take() {
    const std::lock_guard lock(threads_->mutex);
    return std::exchange(threads_->inbox, {});
}

bool Sweep::finished() const {
    const std::lock_guard lock(threads_->mutex);
    return threads_->working == 0 && threads_->inbox.empty();
}

void Sweep::wait(std::chrono::milliseconds most) {
    std::unique_lock lock(threads_->mutex);
    threads_->changed.wait_for(lock, most, [this] { return !threads_->inbox.empty() || threads_->working == 0; });
}

void Sweep::stop() {
    for (std::jthread& thread : threads_->pool) thread.request_stop();
}

}  // namespace engram
