// engram verify: runs what a file recorded again and says how far the result is from what the file says it was.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

#include "app/export/computed_on.h"
#include "app/verbs/device.h"
#include "app/verbs/options.h"
#include "app/verbs/progress.h"
#include "app/verbs/verbs.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/session/film_recipe.h"
#include "core/session/stamp.h"
#include "core/sim/player.h"

namespace engram {

namespace {

struct VerifyRequest {
    std::string path, device = "auto";
    double tolerance = 0;
};

struct Comparison {
    std::string measure;
    std::string recorded, now;
    double difference = 0;  // infinite where the two cannot be compared
};

double distance(double a, double b) {
    if (a == b || (std::isnan(a) && std::isnan(b))) return 0;
    const double d = std::abs(a - b);
    return std::isnan(d) ? INFINITY : d;
}

// The largest difference first.
std::vector<Comparison> compared(const Stamp& recorded, const Stamp& now) {
    std::vector<Comparison> rows;
    for (const auto& [id, value] : recorded.measures) {
        const auto it = std::find_if(now.measures.begin(), now.measures.end(), [&](const auto& m) { return m.first == id; });
        if (it == now.measures.end())
            rows.push_back({id, shortest(value), "gone", INFINITY});
        else
            rows.push_back({id, shortest(value), shortest(it->second), distance(value, it->second)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Comparison& a, const Comparison& b) { return a.difference > b.difference; });
    return rows;
}

std::string line(const char* what, const std::string& recorded, const std::string& now) {
    char text[256];
    std::snprintf(text, sizeof text, "  %-20s %-26s %-26s\n", what, recorded.c_str(), now.c_str());
    return text;
}

std::string table(const std::vector<Comparison>& rows) {
    char text[256];
    std::snprintf(text, sizeof text, "\n  %-20s %-26s %-26s %s\n", "measure", "recorded", "now", "difference");
    std::string all = text;
    for (const Comparison& row : rows) {
        std::snprintf(text, sizeof text, "  %-20s %-26s %-26s %s\n", row.measure.c_str(), row.recorded.c_str(), row.now.c_str(),
                      shortest(row.difference).c_str());
        all += text;
    }
    return all;
}

Trace tracedTo(const Session& session, std::int64_t step) {
    Player player(session);
    Progress progress("step", step);
    while (player.step() < step) {
        stopIfAsked();
        player.advance();
        progress.at(player.step());
    }
    return player.trace();
}

// What differs, as a sentence; empty where nothing does beyond the tolerance.
std::string verdict(const Stamp& recorded, const Stamp& now, const std::vector<Comparison>& rows, double tolerance) {
    const auto far = std::count_if(rows.begin(), rows.end(), [&](const Comparison& row) { return row.difference > tolerance; });
    if (far > 0)
        return std::to_string(far) + " of " + std::to_string(rows.size()) + " measures differ by more than " + shortest(tolerance) +
               ", most of all " + rows.front().measure + " by " + shortest(rows.front().difference);
    if (tolerance == 0 && recorded.trace != now.trace) return "the measures are equal at this step, but not to the bit on the way to it";
    return {};
}

void verify(const VerifyRequest& request) {
    if (!(request.tolerance >= 0) || !std::isfinite(request.tolerance))
        usage("--tolerance " + shortest(request.tolerance) + " is not a distance");
    computeOn(request.device);
    const std::string text = sessionTextIn(request.path);
    const Session session = fromToml(text, request.path);
    const std::optional<Stamp> recorded = stampIn(text, request.path);
    const Experiment& e = experiment(session.experiment);
    const std::int64_t step = recorded ? recorded->step : session.step;
    const Session run = isFilm(request.path) ? withFilmOrders(session, e) : session;   // a film's keys are part of its run
    const Stamp now = stampOf(e, tracedTo(run, step), computedOn()).value();

    std::string report = request.path + "\n" + line("experiment", e.id, "") +
                         line("seed", std::to_string(std::int64_t(session.inputs.seed)), "") + line("step", std::to_string(step), "");
    if (!recorded) {
        report += line("version", "", now.version) + line("device", "", now.device) + line("trace", "", now.trace);
        for (const auto& [id, value] : now.measures) report += line(id.c_str(), "", shortest(value));
        writeResult("-", report);
        fail(request.path + " holds no stamp: nothing is recorded to compare with");
    }
    const std::vector<Comparison> rows = compared(*recorded, now);
    report += line("version", recorded->version, now.version) + line("device", recorded->device, now.device) +
              line("trace", recorded->trace, now.trace) + table(rows);
    const std::string fault = verdict(*recorded, now, rows, request.tolerance);
    if (fault.empty())
        report +=
            recorded->trace == now.trace ? "\nEqual to the bit, at every step.\n" : "\nEqual within " + shortest(request.tolerance) + ".\n";
    writeResult("-", report);
    if (!fault.empty()) fail(request.path + ": " + fault);
}

}  // namespace

Action verifyVerb(CLI::App& command) {
    const auto request = std::make_shared<VerifyRequest>();
    command.add_option("file", request->path, "a session, figure or film made by engram")->required()->type_name("FILE");
    command.add_option("--tolerance", request->tolerance, "how far a measure may lie from what was recorded; 0: equal to the bit")
        ->type_name("T");
    command.add_option("--device", request->device, "accepted for symmetry with run")->group("");
    return [request] { verify(*request); };
}

}  // namespace engram
