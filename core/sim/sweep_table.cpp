#include "core/sim/sweep_table.h"

#include <algorithm>
#include <cstdio>

#include "core/base/csv.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/version.h"

namespace engram {

namespace {

std::string shardLine(SweepShard shard, std::int64_t runs, std::int64_t all) {
    return "# shard " + std::to_string(shard.index) + "/" + std::to_string(shard.count) + ", " + std::to_string(runs) + " of " +
           std::to_string(all) + " runs\n";
}

std::int64_t shardRuns(std::int64_t all, SweepShard shard) { return shard.index > all ? 0 : (all - shard.index) / shard.count + 1; }

// All of the comment block but the line that names the shard.
std::string planText(const SweepPlan& plan) {
    const ParamTable& params = experiment(plan.base.experiment).params;
    std::string text = "# steps " + (plan.steps ? std::to_string(*plan.steps) : std::string("to its own end")) + "\n# seeds " +
                       std::to_string(plan.seeds) + "\n";
    for (const SweepAxis& axis : plan.axes) {
        std::vector<std::string> values;
        for (const Value& value : axis.values) values.push_back(params.print(params.at(axis.id), value));
        text += "# sweep " + axis.id + "=" + join(values, ",") + "\n";
    }
    const std::string session = toToml(plan.base);
    for (const std::string& line : split(std::string_view(session).substr(0, session.size() - 1), '\n'))
        text += line.empty() ? "#\n" : "#   " + line + "\n";
    return text;
}

std::string columnsOf(const SweepPlan& plan) {
    std::vector<std::string> names;
    for (const SweepAxis& axis : plan.axes) names.push_back(axis.id);
    for (const char* name : {"seed", "steps", "settled"}) names.emplace_back(name);
    for (const Measure& measure : experiment(plan.base.experiment).measures) names.push_back(measure.id);
    names.emplace_back("error");
    return csvLine(names);
}

std::string opening() { return "# engram sweep, version " + std::string(version()) + "\n"; }

// A whole file, split.
struct Part {
    std::string name, first, plan, columns;
    SweepShard shard;
    std::int64_t runs = 0, all = 0;
    std::vector<std::string> lines;
};

Part partOf(const std::string& name, const std::string& text) {
    const auto refuse = [&](const std::string& why) { fail(name + " is no part of a sweep: " + why); };
    Part part;
    part.name = name;
    if (!text.starts_with("# engram sweep")) refuse("it does not begin with '# engram sweep'");
    if (!text.ends_with('\n')) refuse("its last line is cut off");
    std::vector<std::string> lines = split(std::string_view(text).substr(0, text.size() - 1), '\n');
    if (lines.size() < 2) refuse("it ends after its first line");
    part.first = lines[0];
    long long index = 0, count = 0, runs = 0, all = 0;
    int read = 0;
    if (std::sscanf(lines[1].c_str(), "# shard %lld/%lld, %lld of %lld runs%n", &index, &count, &runs, &all, &read) != 4 ||
        read != int(lines[1].size()) || index < 1 || count < index || runs != shardRuns(all, {index, count}))
        refuse("its second line does not name its shard");
    part.shard = {index, count}, part.runs = runs, part.all = all;
    std::size_t at = 2;
    for (; at < lines.size() && lines[at].starts_with('#'); ++at) part.plan += lines[at] + "\n";
    if (at == lines.size()) refuse("it has no column names");
    part.columns = lines[at] + "\n";
    if (part.columns.starts_with("run,")) refuse("that sweep is not finished; the command that began it goes on with it");
    part.lines.assign(lines.begin() + std::ptrdiff_t(at) + 1, lines.end());
    if (std::int64_t(part.lines.size()) != part.runs)
        refuse("it holds " + std::to_string(part.lines.size()) + " rows, but its shard has " + std::to_string(part.runs));
    return part;
}

std::string shardName(SweepShard shard) { return std::to_string(shard.index) + "/" + std::to_string(shard.count); }

void checkTogether(const Part& a, const Part& b) {
    if (a.first != b.first)
        fail(a.name + " and " + b.name + " were made by different versions: " + a.first.substr(2) + "; " + b.first.substr(2));
    if (a.plan != b.plan || a.columns != b.columns || a.all != b.all) fail(a.name + " and " + b.name + " are parts of different sweeps");
    if (a.shard.count != b.shard.count)
        fail(a.name + " and " + b.name + " are not of one division: shards " + shardName(a.shard) + " and " + shardName(b.shard));
}

}  // namespace

SweepShard parseShard(const std::string& text) {
    const auto parts = split(text, '/');
    const auto index = parseInteger(parts[0]), count = parts.size() == 2 ? parseInteger(parts[1]) : std::nullopt;
    if (!index || !count) usage("--shard " + text + " is not of the form i/n, like 2/3");
    if (*index < 1 || *index > *count)
        usage("--shard " + text + ": shards of " + std::to_string(*count) + " go from 1/" + std::to_string(*count) + " to " +
              std::to_string(*count) + "/" + std::to_string(*count));
    return {*index, *count};
}

std::vector<std::int64_t> runsOf(const SweepPlan& plan, SweepShard shard) {
    std::vector<std::int64_t> runs;
    const std::int64_t count = plan.runCount();
    for (std::int64_t run = shard.index - 1; run < count; run += shard.count) runs.push_back(run);
    return runs;
}

std::string sweepHead(const SweepPlan& plan, SweepShard shard) {
    const std::int64_t all = plan.runCount();
    return opening() + shardLine(shard, shardRuns(all, shard), all) + planText(plan) + columnsOf(plan);
}

std::string sweepLine(const SweepPlan& plan, const SweepRow& row) {
    const Experiment& e = experiment(plan.base.experiment);
    std::vector<std::string> fields;
    const std::vector<Value> values = plan.values(row.run);
    for (std::size_t i = 0; i < values.size(); ++i) fields.push_back(e.params.print(e.params.at(plan.axes[i].id), values[i]));
    fields.push_back(std::to_string(std::int64_t(plan.seed(row.run))));
    fields.push_back(std::to_string(row.steps));
    fields.emplace_back(row.settled ? "yes" : "no");
    for (std::size_t m = 0; m < e.measures.size(); ++m)
        fields.push_back(m < row.measures.size() ? csvNumber(row.measures[m]) : std::string());
    fields.push_back(row.error);
    return csvLine(fields);
}

bool isFailure(std::string_view line) {
    const auto fields = csvFields(line.substr(0, line.find('\n')));
    return !fields || !fields->back().empty();
}

UnfinishedSweep::UnfinishedSweep(const SweepPlan& plan, SweepShard shard)
    : head_(sweepHead(plan, shard)), shard_(shard), runs_(runsOf(plan, shard)), lines_(runs_.size()) {}

std::string UnfinishedSweep::opening() const {
    const std::size_t columns = head_.rfind('\n', head_.size() - 2) + 1;
    return head_.substr(0, columns) + "run," + head_.substr(columns);
}

std::string UnfinishedSweep::resume(std::string_view text, const std::string& origin) {
    const std::string open = opening();
    if (std::string_view(open).starts_with(text)) return open.substr(text.size());
    if (!text.starts_with(open))
        fail(origin +
             " belongs to another sweep, begun with other parameters, seeds, steps, shard or version; finish that one or remove the file");
    text.remove_prefix(open.size());
    const std::size_t columns = csvFields(std::string_view(open).substr(open.rfind('\n', open.size() - 2) + 1))->size();
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = text.substr(0, text.find('\n') + 1);
        const std::size_t comma = line.find(',');
        const auto run = comma == line.npos ? std::nullopt : parseInteger(line.substr(0, comma));
        const auto fields = csvFields(line.substr(0, line.size() - 1));
        if (!run || *run < 0 || !shard_.has(*run) || std::size_t(*run / shard_.count) >= lines_.size() || !fields ||
            fields->size() != columns)
            fail("row " + std::to_string(number) + " of " + origin + " is damaged; remove the file to begin anew");
        add(*run, std::string(line.substr(comma + 1)));
        text.remove_prefix(line.size());
    }
    return {};
}

std::vector<std::int64_t> UnfinishedSweep::missing() const {
    std::vector<std::int64_t> runs;
    for (std::size_t i = 0; i < lines_.size(); ++i)
        if (lines_[i].empty()) runs.push_back(runs_[i]);
    return runs;
}

std::int64_t UnfinishedSweep::doneCount() const {
    return std::count_if(lines_.begin(), lines_.end(), [](const std::string& line) { return !line.empty(); });
}

std::int64_t UnfinishedSweep::failureCount() const { return std::count_if(lines_.begin(), lines_.end(), isFailure); }

std::string UnfinishedSweep::table() const {
    std::string text = head_;
    for (const std::string& line : lines_) text += line;
    return text;
}

std::string mergeSweeps(const std::vector<std::pair<std::string, std::string>>& texts) {
    if (texts.empty()) usage("there are no parts to merge");
    std::vector<Part> parts;
    for (const auto& [name, text] : texts) {
        parts.push_back(partOf(name, text));
        checkTogether(parts.front(), parts.back());
    }
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.shard.index < b.shard.index; });
    for (std::size_t i = 0; i + 1 < parts.size(); ++i)
        if (parts[i].shard.index == parts[i + 1].shard.index)
            fail("shard " + shardName(parts[i].shard) + " is there twice: " + parts[i].name + " and " + parts[i + 1].name);
    const std::int64_t count = parts.front().shard.count, all = parts.front().all;
    std::vector<std::string> missing;
    for (std::int64_t i = 1, at = 0; i <= count && missing.size() < 5; ++i) {
        if (at < std::int64_t(parts.size()) && parts[std::size_t(at)].shard.index == i)
            ++at;
        else
            missing.push_back(shardName({i, count}));
    }
    if (!missing.empty()) fail("missing: shard " + join(missing, ", ") + (missing.size() == 5 ? ", ..." : ""));
    std::string table = parts.front().first + "\n" + shardLine({}, all, all) + parts.front().plan + parts.front().columns;
    for (std::int64_t run = 0; run < all; ++run) table += parts[std::size_t(run % count)].lines[std::size_t(run / count)] + "\n";
    return table;
}

}  // namespace engram
