#include "core/compute/peak.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

#include "core/base/parallel.h"
#include "core/compute/isa.h"

namespace engram {

double multiplyAddPeak(const std::string& isa) {
    using Clock = std::chrono::steady_clock;
    constexpr long kRounds = 400000;   // about a millisecond
    constexpr int kRuns = 40;
    const Kernels& k = kernelsFor(isa);
    const int threads = threadCount();
    // Every thread its own best run: a neighbour that takes a core for a while does not lower the peak of the machine.
    std::vector<double> best(threads, 1e300);
    std::vector<float> kept(threads);
    std::vector<std::jthread> workers;
    for (int t = 0; t < threads; ++t)
        workers.emplace_back([&, t] {
            for (int run = 0; run < kRuns; ++run) {
                const auto start = Clock::now();
                kept[t] += k.multiplyAdds(kRounds);
                best[t] = std::min(best[t], std::chrono::duration<double>(Clock::now() - start).count());
            }
        });
    workers.clear();
    double total = 0;
    for (int t = 0; t < threads; ++t) total += 24.0 * k.lanes * kRounds / best[t] * 1e-9 + 0.0 * kept[t];
    return total;
}

double readPeak() {
    using Clock = std::chrono::steady_clock;
    constexpr int kFloats = 1 << 24, kRuns = 5;   // 64 MB a thread, twice what a large cache holds
    const Kernels& k = kernelsFor({});
    const int threads = threadCount();
    std::vector<double> best(threads, 1e300);
    std::vector<float> kept(threads);
    std::vector<std::jthread> workers;
    for (int t = 0; t < threads; ++t)
        workers.emplace_back([&, t] {
            const std::vector<float> store(kFloats, 1.0f);
            for (int run = 0; run < kRuns; ++run) {
                const auto start = Clock::now();
                kept[t] += k.dot(store.data(), store.data() + kFloats / 2, kFloats / 2);
                best[t] = std::min(best[t], std::chrono::duration<double>(Clock::now() - start).count());
            }
        });
    workers.clear();
    double total = 0;
    for (int t = 0; t < threads; ++t) total += 4.0 * kFloats / best[t] * 1e-9 + 0.0 * kept[t];
    return total;
}

}  // namespace engram
