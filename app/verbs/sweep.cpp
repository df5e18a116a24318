// engram sweep: a run for every combination of values, as a table. Finished rows are kept beside the table while it grows, so that a
// sweep that was stopped or killed goes on where it was.
#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/verbs/options.h"
#include "app/verbs/progress.h"
#include "app/verbs/verbs.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/journal.h"
#include "core/sim/sweep_table.h"

namespace engram {

namespace {

struct SweepRequest : SessionOptions {
    std::string output = "-", shard = "1/1";
    std::int64_t seeds = 1, jobs = 0, most = kMostRuns;
    std::vector<std::string> parts;
};

void merge(const SweepRequest& request) {
    if (!request.target.empty()) usage("--merge takes finished parts; there is nothing to sweep beside it: " + request.target);
    constexpr std::uint64_t kMostBytes = std::uint64_t(4) << 30;
    std::vector<std::pair<std::string, std::string>> parts;
    for (const std::string& path : request.parts) parts.emplace_back(path, readFile(path, kMostBytes));
    writeResult(request.output, mergeSweeps(parts));
}

// The session and the plan; what is "id=value" elsewhere are axes here.
SweepPlan planOf(const SweepRequest& request) {
    if (request.target.empty()) usage("what to sweep is missing: an experiment, or a session or figure file");
    SessionOptions options = request;
    options.assignments.clear();
    const Session base = options.session();
    if (!base.orders.empty() && !request.assignments.empty())
        std::fprintf(stderr, "each run starts from the values that %s has at its moment; what was done on the way is not repeated\n",
                     request.target.c_str());
    return planSweep(base, request.assignments, request.seeds, request.steps, request.most);
}

// A parameter that plays no part in any of the runs makes rows that are all alike: better said before than found out after.
void noteIdleAxes(const SweepPlan& plan) {
    constexpr std::int64_t kMostLookedAt = 5000;  // of more nothing is said: some of them, and it might be wrong
    const ParamTable& params = experiment(plan.base.experiment).params;
    const std::int64_t runs = plan.runCount(), stride = plan.seeds;
    if (runs / stride > kMostLookedAt) return;
    for (const SweepAxis& axis : plan.axes) {
        std::string why;
        for (std::int64_t run = 0; run < runs; run += stride)
            if (why = params.idle(axis.id, plan.session(run).values); why.empty()) break;
        if (!why.empty()) std::fprintf(stderr, "engram: %s has no effect here: %s\n", axis.id.c_str(), why.c_str());
    }
}

// Where rows are kept on the way; nothing for standard output and devices.
std::unique_ptr<Journal> journalFor(const std::string& output, UnfinishedSweep& rows) {
    if (output == "-") return nullptr;
    if (std::filesystem::is_directory(output)) fail("cannot write " + output + ": it is a folder");
    if (std::filesystem::exists(output) && !std::filesystem::is_regular_file(output)) return nullptr;
    const std::string path = output + ".part";
    auto journal = std::make_unique<Journal>(path);
    journal->append(rows.resume(journal->found(), path));
    if (const auto done = rows.doneCount(); done > 0)
        std::fprintf(stderr, "goes on with %lld finished runs of %s\n", (long long)done, path.c_str());
    return journal;
}

[[noreturn]] void endEarly(std::int64_t done, std::size_t all, Journal* journal, const std::string& output) {
    if (!journal) fail("interrupted; nothing was written");
    journal->sync();
    fail("interrupted after " + std::to_string(done) + " of " + std::to_string(all) + " runs; they are kept in " + output +
         ".part, and the same command goes on with them");
}

void sweep(const SweepRequest& request) {
    if (!request.parts.empty()) return merge(request);
    if (request.jobs < 0 || request.jobs > 4096)
        usage("--jobs " + std::to_string(request.jobs) + " is out of range; from 1 to 4096, or 0 for all cores");
    const SweepShard shard = parseShard(request.shard);
    const SweepPlan plan = planOf(request);
    noteIdleAxes(plan);
    UnfinishedSweep rows(plan, shard);
    const auto journal = journalFor(request.output, rows);
    const std::vector<std::int64_t> missing = rows.missing();
    std::int64_t done = rows.doneCount();
    const auto all = std::int64_t(missing.size()) + done;
    {
        Sweep running(plan, missing, {int(request.jobs), false});
        Progress progress("run", all, done);
        while (!running.finished()) {
            running.wait(std::chrono::milliseconds(100));
            for (const SweepRow& row : running.take()) {
                const std::string line = sweepLine(plan, row);
                rows.add(row.run, line);
                if (journal) journal->append(std::to_string(row.run) + "," + line);
                ++done;
            }
            if (journal) journal->syncIfDue();
            progress.at(done);
            if (interruptAsked() && done < all) break;
        }
    }
    if (done < all) endEarly(done, std::size_t(all), journal.get(), request.output);
    writeResult(request.output, rows.table());
    if (journal) journal->remove();
    if (const auto failures = rows.failureCount(); failures > 0)
        fail(std::to_string(failures) + " of " + std::to_string(all) + " runs failed; the column error says why");
}

}  // namespace

Action sweepVerb(CLI::App& command) {
    const auto request = std::make_shared<SweepRequest>();
    request->declare(command);
    command.get_option("target")->required(false);
    command.get_option("assignments")
        ->type_name("id=a:b:step|id=v1,v2,...")
        ->description("what to sweep: from a to b, or the values listed");
    command.add_option("--seeds", request->seeds, "so many seeds for each combination, from --seed on")->type_name("N");
    command.add_option("-o,--output", request->output, "the table; without it standard output")->type_name("TABLE.csv");
    command.add_option("--jobs", request->jobs, "runs at a time; 0: all cores")->type_name("N");
    command.add_option("--shard", request->shard, "only the i-th of n equal shares, for several machines")->type_name("i/n");
    command.add_option("--most", request->most, "refuse more runs than this; 1000000 unless another number is given")->type_name("N");
    command.add_option("--merge", request->parts, "one table from the finished shards")->type_name("PART");
    command.add_option("--theme", request->theme, "accepted for symmetry with render")->group("");
    return [request] { sweep(*request); };
}

}  // namespace engram
