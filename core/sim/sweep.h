// A sweep under way: the runs of a plan on threads of their own, their rows handed over by value as they end, in any order. A row
// depends on its run alone: the same for any number of threads.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/sim/sweep_plan.h"

namespace engram {

struct SweepRow {
    std::int64_t run = 0;  // its number in the plan
    std::int64_t steps = 0;
    bool settled = false;
    std::vector<double> measures;  // of the last step, in the experiment's order; empty where the run failed
    std::string error;             // why it failed; empty where it did not
    bool operator==(const SweepRow&) const = default;
};

struct SweepOptions {
    int jobs = 0;        // runs at a time; 0: as many as there are cores
    bool quiet = false;  // gives way to all other threads: for a window that goes on showing something else
};

class Sweep {
public:
    // Starts at once with the runs named, in their order. `arrived` is called on a thread of the sweep after a row was handed over.
    Sweep(SweepPlan plan, std::vector<std::int64_t> runs, SweepOptions options = {}, std::function<void()> arrived = {});
    ~Sweep();  // stops

    std::vector<SweepRow> take();               // rows that ended since the last call; never waits for a run
    bool finished() const;                      // all rows were handed over and taken
    void wait(std::chrono::milliseconds most);  // until there is a row to take, or nothing more will come
    void stop();                                // after the step each run is at; rows of runs cut short never come

private:
    struct Threads;
    std::unique_ptr<Threads> threads_;
};

// One run of a plan on the calling thread; whatever it throws becomes its error. `stopped` is asked between steps.
SweepRow sweepRow(const SweepPlan& plan, std::int64_t run, const std::function<bool()>& stopped = {});

}  // namespace engram
