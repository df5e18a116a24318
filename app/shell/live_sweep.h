// A sweep beside the window: its rows as they come, the measure shown, and the plot of both. It runs on one core and gives way, so that
// the run at hand keeps its pace.
#pragma once

#include <memory>

#include "core/sim/sweep_panel.h"

namespace engram {

class LiveSweep {
public:
    LiveSweep(SweepPlan plan, int measure, std::function<void()> arrived);   // `arrived` comes on a thread of the sweep

    bool refresh();                                    // true where rows came
    void show(int measure);
    int measure() const { return measure_; }
    bool finished() const { return std::int64_t(rows_.size()) == plan_.runCount(); }
    const SweepPlan& plan() const { return plan_; }
    const std::vector<SweepRow>& rows() const { return rows_; }
    const Panel& panel() const { return panel_; }
    std::uint64_t number() const { return number_; }   // grows with every change of the panel
    std::string table() const;                         // as CSV; needs all rows

private:
    SweepPlan plan_;
    int measure_ = 0;
    std::vector<SweepRow> rows_;
    Panel panel_;
    std::uint64_t number_ = 1;
    Sweep sweep_;   // last: its threads end first
};

// The grid's axes again, finer: what a sweep started from small multiples runs.
SweepPlan finerPlan(const Session& session, const Experiment& experiment);

}  // namespace engram
