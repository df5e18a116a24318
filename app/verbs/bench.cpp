// engram bench: measures a named piece of work with recipe and check figures that other programs share; alone it lists them.
#include <algorithm>
#include <memory>

#include "app/bench/workloads.h"
#include "app/verbs/options.h"
#include "app/verbs/verbs.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/bench/workload.h"

namespace engram {

namespace {

struct BenchRequest {
    std::string name, json;
    bench::Options options;
};

std::vector<bench::Entry> everything() {
    std::vector<bench::Entry> all = bench::workloads();
    all.insert(all.end(), bench::pictureWorkloads().begin(), bench::pictureWorkloads().end());
    return all;
}

std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const bench::Entry& entry : everything()) all.emplace_back(entry.name);
    return all;
}

const bench::Entry& find(const std::vector<bench::Entry>& all, const std::string& name) {
    const auto found = std::ranges::find_if(all, [&](const bench::Entry& entry) { return name == entry.name; });
    if (found != all.end()) return *found;
    usage(unknownName("bench", name, names()));
}

void benchOrList(const BenchRequest& request) {
    const std::vector<bench::Entry> all = everything();
    if (request.name.empty()) {
        std::string text;
        for (const bench::Entry& entry : all) {
            std::string name = entry.name;
            name.resize(12, ' ');
            text += name + entry.title + "\n";
        }
        return writeResult("-", text);
    }
    const nlohmann::json record = bench::measure(find(all, request.name), request.options);
    if (request.json != "-") writeResult("-", bench::summary(record));
    if (!request.json.empty()) writeResult(request.json, record.dump(1) + "\n");
}

}  // namespace

Action benchVerb(CLI::App& command) {
    const auto request = std::make_shared<BenchRequest>();
    command.add_option("name", request->name, "what to measure; without it: a list")->type_name(join(names(), "|"));
    command.add_option("--json", request->json, "write the whole record")->type_name("FILE|-");
    command.add_option("--threads", request->options.threads, "at most this many threads; 0: all cores")->type_name("N");
    command.add_option("--repeat", request->options.repeat, "timed runs after one that warms up")->type_name("R");
    return [request] { benchOrList(*request); };
}

}  // namespace engram
