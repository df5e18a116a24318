// Benches: named pieces of work with recipes and check figures that other programs share, so that a speed is only ever compared
// between programs that computed the same. One file a workload; workload.cpp lists them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace engram::bench {

struct Options {
    int threads = 0;        // 0: all cores
    int repeat = 5;         // timed runs after one that warms up
};

// Operations and bytes the algorithm at hand needs, counted by hand, for the roofline; bytes are those of memories and states
// streamed at least once from beyond the second-level cache. The record sets them against what this machine does at most in both, measured
// in the same run: the larger of the two least times says what bounds a variant.
struct Counted {
    double flops = 0, bytes = 0;
};

struct Variant {
    std::string name;
    std::function<void()> run;                  // from the same start every time
    std::function<nlohmann::json()> check;      // after a run; not timed
    double work = 0;                            // a run's, in units of `unit`
    std::string unit;                           // rate unit: work a second
    Counted counted;
    std::string note;                           // what the variant does, in a sentence
    int timesAsOften = 1;                       // runs timed for each that is asked for: more where one takes milliseconds
    std::function<double()> seconds = {};       // of the last run, where it knows better than a clock around it
};

struct Workload {
    std::string name, title;
    nlohmann::json params;
    std::vector<Variant> variants;
    std::string device = "cpu";
};

struct Entry {
    const char *name, *title;
    Workload (*make)();                         // generates the data
};
const std::vector<Entry>& workloads();

// The record of all variants, in the layout of the peers' records with device, instruction set, peak and roofline beside.
nlohmann::json measure(const Entry& entry, const Options& options);
std::string summary(const nlohmann::json& record);                         // a few lines to read

Workload retrieval();
Workload landscape();
Workload basins();
Workload capacity();
Workload pfode();
Workload et();
Workload clam();
Workload flyvec();

}  // namespace engram::bench
