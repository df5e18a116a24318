// A sweep as text. A comment block carries the plan, so that a table says how it was made and parts can be checked to belong together;
// then a line of column names; then one line a run in the order of the plan: the swept parameters, seed, steps, settled, every measure
// (the shortest text that reads back to the same double), error. The same plan, the same bytes.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/sim/sweep.h"

namespace engram {

// Which runs a machine takes of a sweep spread over several: every count-th, beginning with the index-th.
struct SweepShard {
    std::int64_t index = 1, count = 1;  // index from 1
    bool has(std::int64_t run) const { return run % count == index - 1; }
};
SweepShard parseShard(const std::string& text);  // "2/3"; throws usage

std::vector<std::int64_t> runsOf(const SweepPlan& plan, SweepShard shard);
std::string sweepHead(const SweepPlan& plan, SweepShard shard);  // comments and column names
std::string sweepLine(const SweepPlan& plan, const SweepRow& row);
bool isFailure(std::string_view line);  // a line of a run that failed

// What is kept while a sweep is under way: lines as their runs end, each after its number.
class UnfinishedSweep {
public:
    UnfinishedSweep(const SweepPlan& plan, SweepShard shard);

    std::string opening() const;  // what the file begins with
    void add(std::int64_t run, const std::string& line) { lines_[std::size_t(run / shard_.count)] = line; }
    // Takes up a file left by the same sweep; returns what is missing at its end (an opening cut short). Throws where it belongs to
    // another sweep, or holds what is none of its rows.
    std::string resume(std::string_view text, const std::string& origin);
    std::vector<std::int64_t> missing() const;  // runs without a line
    std::int64_t doneCount() const;
    std::int64_t failureCount() const;
    std::string table() const;  // when nothing is missing

private:
    std::string head_;
    SweepShard shard_;
    std::vector<std::int64_t> runs_;
    std::vector<std::string> lines_;
};

// One table from the parts of all shards, the same bytes as the sweep run whole. Parts are (name, text), in any order. Throws, naming
// them, where parts are of different sweeps, or one is missing, there twice or incomplete.
std::string mergeSweeps(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace engram
