// An experiment is an immutable description: its parameters, measures, panels and examples, and how to start a Run and draw a
// Snapshot. Experiments are written as free functions and turned into this by Defined<P, S> (defined.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/experiment/trace.h"
#include "core/param/table.h"
#include "core/view/board.h"

namespace engram {

// The files an experiment reads, and the seed: part of its session, the same for all that a run draws.
struct Inputs {
    std::uint64_t seed = 7;
    std::filesystem::path data, labels, pairs, weights;
    bool operator==(const Inputs&) const = default;
};
struct InputFile {
    const char *name, *help;
    std::filesystem::path Inputs::*path;
};
const std::vector<InputFile>& inputFiles();   // by the names that sessions and the command line use

// An edit by hand while it runs: a brush stroke on a tile, or an item of a plot dragged to a place.
struct Poke {
    std::string panel;
    int item = 0;             // tile or marker
    double x = 0, y = 0;      // a tile: pixel; a plot: data coordinates
    double radius = 0, value = 0;  // a brush: pixels, and what it paints (0..1)
    bool operator==(const Poke&) const = default;
};

struct Measure {
    std::string id, label, unit, help;
};

struct PanelInfo {
    std::string id, title;
    bool hero = false;
    std::vector<std::string> example;  // assignments under which the panel shows at its best ("model=C"); empty: the defaults
    std::string beside = {};           // the panel that belongs next to it in the large region, with the same camera
    std::string slider = {};           // a number that has its slider beneath the two
};

// A ready-made session, for the gallery and for lectures.
struct Example {
    std::string id, title, summary, panel;   // panel: the one to open in the large region
    std::vector<std::string> set;
};

struct Guarantees {
    bool deterministic = true;
    // The measure that never rises while these values hold; empty where nothing is claimed.
    std::function<std::string(const Values&)> neverRises = [](const Values&) { return std::string(); };
};

// An immutable moment of a run.
struct Snapshot {
    std::int64_t step = 0;
    Values values;                       // as they are at this step
    Inputs inputs;
    std::shared_ptr<const void> state;   // of the experiment's own type
    Trace trace;
    bool settled = false;
    std::int64_t bytes = 0;              // what this snapshot alone keeps in memory, about
};

// A live simulation, used by one thread.
class Run {
public:
    virtual ~Run() = default;
    virtual void step() = 0;                              // one step of the state; measures it into the trace
    virtual void set(const Values& values) = 0;           // view and live changes only
    virtual void poke(const Poke& poke) = 0;
    // Other files of those that only evaluate: measured with them from this step on. Throws where one is wrong, and nothing changes.
    virtual void evaluate(const Inputs& inputs) = 0;
    // Makes what these panels draw (grids, projections), where stale: a slice of some ten milliseconds, coarse pictures first. True
    // while there is more to do; what there is by then can be drawn.
    virtual bool look(const std::set<std::string>& panels) = 0;
    virtual void restore(const Snapshot& snapshot) = 0;   // a snapshot of the same experiment and start
    virtual Snapshot snapshot() const = 0;
    virtual bool settled() const = 0;
    virtual std::int64_t stepCount() const = 0;
    virtual const Trace& trace() const = 0;
};

struct Experiment {
    std::string id, title, paper, summary;
    ParamTable params;
    std::vector<Measure> measures;
    std::vector<PanelInfo> panels;
    std::vector<Example> examples;
    Guarantees guarantees;
    std::vector<std::string> reads;      // of the inputFiles: which it can use
    std::vector<std::string> evaluates;  // of those: what only scores or names what is there, so that opening one goes on with the run
    std::string lesson;                  // Markdown

    std::function<std::unique_ptr<Run>(const Values&, const Inputs&)> start;
    // For opening data: changes what these files leave no room for, more clusters than points, and says so; empty where all fits.
    std::function<std::string(Values&, const Inputs&)> fit = [](Values&, const Inputs&) { return std::string(); };
    std::function<Board(const Snapshot&)> draw;
    std::function<std::string(const Snapshot&)> learned;   // its weights as a safetensors file; null where nothing is learned

    int measure(std::string_view measureId) const;        // its index; throws usage with the nearest name
    const PanelInfo& panel(std::string_view panelId) const;
    bool sameStart(const Inputs& a, const Inputs& b) const;   // but for what only evaluates
};

// All experiments, in the order of the gallery. Adding one is one line in experiments/all.cpp.
const std::vector<Experiment>& experiments();
const Experiment& experiment(std::string_view id);        // throws usage with the nearest name
void addExperiment(Experiment experiment);                // for tests: lists one more

}  // namespace engram
