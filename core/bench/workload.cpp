#include "core/bench/workload.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/compute/isa.h"
#include "core/compute/peak.h"

namespace engram::bench {

namespace {

using Json = nlohmann::json;

Json timed(const Variant& variant, int repeat, double peakGflops, double peakGbytes) {
    using Clock = std::chrono::steady_clock;
    variant.run();
    std::vector<double> seconds;
    const int count = repeat * variant.timesAsOften;
    for (int i = 0; i < count; ++i) {
        const auto start = Clock::now();
        variant.run();
        const double passed = std::chrono::duration<double>(Clock::now() - start).count();
        seconds.push_back(variant.seconds ? variant.seconds() : passed);
    }
    std::vector<double> sorted = seconds;
    std::ranges::sort(sorted);
    const double median = count % 2 ? sorted[count / 2] : 0.5 * (sorted[count / 2 - 1] + sorted[count / 2]);
    Json record{{"variant", variant.name}, {"median_s", median}, {"min_s", sorted.front()}, {"max_s", sorted.back()}, {"times_s", seconds},
                {"check", variant.check()}, {"rate", variant.work / median}, {"rate_unit", variant.unit}, {"note", variant.note}};
    if (variant.counted.flops > 0) {
        record["fraction_of_peak"] = variant.counted.flops / sorted.front() * 1e-9 / peakGflops;
        record["roofline"] = {
            {"flop", variant.counted.flops},
            {"bytes", variant.counted.bytes},
            {"flop_per_byte", variant.counted.flops / variant.counted.bytes},
            {"least_s_by_arithmetic", variant.counted.flops / peakGflops * 1e-9},
            {"least_s_by_memory", variant.counted.bytes / peakGbytes * 1e-9},
            {"bound", variant.counted.flops / peakGflops >= variant.counted.bytes / peakGbytes ? "arithmetic" : "memory"}};
    }
    return record;
}

std::string milliseconds(double seconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3f ms", seconds * 1e3);
    return text;
}

}  // namespace

const std::vector<Entry>& workloads() {
    static const std::vector<Entry> table{
        {"retrieval", "batch retrieval with the dense softmax memory", retrieval},
        {"landscape", "energy landscape on a 2-D slice through state space", landscape},
        {"basins", "basins of attraction of the fixed-beta flow in 2-D", basins},
        {"capacity", "capacity sweep of the polynomial dense memory", capacity},
        {"pfode", "probability flow of a diffusion on stored patterns", pfode},
        {"et", "Energy Transformer block, forward and training step", et},
        {"clam", "ClAM training by completing what is hidden", clam},
        {"flyvec", "winner-take-all learning of word embeddings", flyvec},
    };
    return table;
}

Json measure(const Entry& entry, const Options& options) {
    if (options.repeat < 1) usage("--repeat " + std::to_string(options.repeat) + " is less than 1");
    if (options.threads < 0) usage("--threads " + std::to_string(options.threads) + " is negative");
    limitThreads(options.threads);
    const Workload workload = entry.make();
    const double peak = multiplyAddPeak(), reading = readPeak();
    Json results = Json::array();
    for (const Variant& variant : workload.variants) results.push_back(timed(variant, options.repeat, peak, reading));
    Json record{{"name", workload.name}, {"title", workload.title}, {"params", workload.params}, {"repeat", options.repeat},
                {"device", workload.device}, {"isa", kernelsFor({}).name}, {"threads", threadCount()}, {"peak_gflops", peak},
                {"peak_gbytes_per_s", reading}, {"results", results}};
    limitThreads(0);
    return record;
}

std::string summary(const Json& record) {
    char line[256];
    std::snprintf(line, sizeof line, "%s: %s (%s, %s, %d threads, %.0f GFLOP/s at most)\n", record["name"].get<std::string>().c_str(),
                  record["title"].get<std::string>().c_str(), record["device"].get<std::string>().c_str(),
                  record["isa"].get<std::string>().c_str(), record["threads"].get<int>(), record["peak_gflops"].get<double>());
    std::string text = line;
    for (const Json& r : record["results"]) {
        std::snprintf(line, sizeof line, "   %-18s median %12s  min %12s  %.4g %s", r["variant"].get<std::string>().c_str(),
                      milliseconds(r["median_s"]).c_str(), milliseconds(r["min_s"]).c_str(), r["rate"].get<double>(),
                      r["rate_unit"].get<std::string>().c_str());
        text += line;
        if (r.contains("fraction_of_peak")) {
            std::snprintf(line, sizeof line, "  %.0f %% of peak, bound by %s", 100 * r["fraction_of_peak"].get<double>(),
                          r["roofline"]["bound"].get<std::string>().c_str());
            text += line;
        }
        text += "\n      check " + r["check"].dump().substr(0, 400) + "\n";
    }
    return text;
}

}  // namespace engram::bench
