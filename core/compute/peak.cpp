#include "core/compute/peak.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

#include "core/base/parallel.h"
#include "core/compute/isa.h"

namespace engram {

namespace {

// The sum over all threads of `amount` by the seconds of one run, in units of 1e9. `make` gives each thread a run of its own, which
// returns a number so that the work cannot be left out. Every thread counts its own best run: a neighbour that takes a core for a while
// does not lower the peak of the machine.
template <class Make>
double peakOf(double amount, int runs, Make make) {
    using Clock = std::chrono::steady_clock;
    const auto threads = std::size_t(threadCount());
    std::vector<double> best(threads, 1e300);
    std::vector<float> kept(threads);
    std::vector<std::jthread> workers;
    for (std::size_t t = 0; t < threads; ++t)
        workers.emplace_back([&, t] {
            auto work = make();
            for (int run = 0; run < runs; ++run) {
                const auto start = Clock::now();
                kept[t] += work();
                best[t] = std::min(best[t], std::chrono::duration<double>(Clock::now() - start).count());
            }
        });
    workers.clear();
    double total = 0;
    for (std::size_t t = 0; t < threads; ++t) total += amount / best[t] * 1e-9 + 0.0 * kept[t];
    return total;
}

}  // namespace

double multiplyAddPeak(const std::string& isa) {
    constexpr long kRounds = 400000;   // about a millisecond
    const Kernels& k = kernelsFor(isa);
    return peakOf(24.0 * k.lanes * kRounds, 40, [&k] { return [&k] { return k.multiplyAdds(kRounds); }; });
}

double readPeak() {
    constexpr int kFloats = 1 << 24;   // 64 MB a thread, twice what a large cache holds
    const Kernels& k = kernelsFor({});
    return peakOf(4.0 * kFloats, 5, [&k] {
        return [&k, store = std::vector<float>(kFloats, 1.0f)] { return k.dot(store.data(), store.data() + kFloats / 2, kFloats / 2); };
    });
}

}  // namespace engram
