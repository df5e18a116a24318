// engram run: a session run without a window, its measures as text, JSON or CSV.
#include <atomic>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/verbs/options.h"
#include "app/verbs/progress.h"
#include "app/verbs/verbs.h"
#include "core/base/csv.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/base/version.h"
#include "core/sim/player.h"

namespace engram {

namespace {

using Json = nlohmann::ordered_json;

std::atomic<bool> interrupted = false;

struct RunOptions : SessionOptions {
    std::string json, csv, weights;
};

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

std::string jsonOf(const Player& player, const Experiment& e, double wallSecs) {
    const Session& session = player.session();
    Json json{{"experiment", e.id}, {"values", Json::object()}, {"seed", session.inputs.seed}, {"steps", player.step()}, {"device", "cpu"},
              {"version", version()}};
    const Values values = session.valuesAt(player.step());
    for (const ParamSpec& spec : e.params.specs()) std::visit([&](const auto& v) { json["values"][spec.id] = v; }, values.at(spec.id));
    json["settled"] = player.settled();
    const Trace& trace = player.trace();
    json["measures"] = json["trace"] = Json::object();
    for (std::size_t m = 0; m < e.measures.size(); ++m) {
        Json column = Json::array();
        for (const double value : trace.column(int(m))) column.push_back(number(value));
        json["measures"][e.measures[m].id] = column.back();
        json["trace"][e.measures[m].id] = std::move(column);
    }
    json["wall_s"] = wallSecs;
    return json.dump(2) + "\n";
}

std::string csvOf(const Trace& trace, const Experiment& e) {
    std::string text = "step";
    for (const Measure& m : e.measures) text += "," + m.id;
    text += "\n";
    for (int i = 0; i < trace.size(); ++i) {
        text += std::to_string(i);
        for (int m = 0; m < trace.measureCount(); ++m) text += "," + csvNumber(trace.at(i, m));
        text += "\n";
    }
    return text;
}

std::string plainOf(const Player& player, const Experiment& e, double wallSecs) {
    std::string text = e.title + ", " + std::to_string(player.step()) + " steps" + (player.settled() ? ", settled" : "") + ", " +
                       significant(wallSecs, 3) + " s\n";
    for (std::size_t m = 0; m < e.measures.size(); ++m) {
        const double value = player.trace().at(player.trace().size() - 1, int(m));
        char line[128];
        std::snprintf(line, sizeof line, "  %-18s %s\n", e.measures[m].id.c_str(), std::isnan(value) ? "n/a" : shortest(value).c_str());
        text += line;
    }
    return text;
}

void run(const RunOptions& options) {
    const Session session = options.session();
    const Experiment& e = experiment(session.experiment);
    if (!options.weights.empty() && !e.learned) usage(e.id + " learns no weights to save");
    const auto begin = std::chrono::steady_clock::now();
    Player player(session);
    const std::int64_t goal = options.steps ? *options.steps : options.isFile() ? session.step : -1;
    Progress progress("step", goal);
    while (goal >= 0 ? player.step() < goal : player.step() < kMostOwnSteps && !player.settled()) {
        stopIfAsked();
        player.advance();
        progress.at(player.step());
    }
    const double wallSecs = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (!options.weights.empty()) {
        const std::string bytes = e.learned(player.snapshot());
        if (bytes.empty()) fail("nothing was learned in this run; set weights=trained or the like");
        writeFile(options.weights, bytes);
    }
    if (!options.json.empty()) writeResult(options.json, jsonOf(player, e, wallSecs));
    if (!options.csv.empty()) writeResult(options.csv, csvOf(player.trace(), e));
    if (options.json.empty() && options.csv.empty()) writeResult("-", plainOf(player, e, wallSecs));
}

}  // namespace

void catchInterrupts() {
    struct sigaction action {};
    action.sa_handler = [](int) { interrupted = true; };
    action.sa_flags = int(SA_RESETHAND);  // a second Ctrl-C ends the program at once
    ::sigaction(SIGINT, &action, nullptr);
}

bool interruptAsked() { return interrupted; }

void stopIfAsked() {
    if (interrupted) fail("interrupted; nothing was written");
}

Action runVerb(CLI::App& command) {
    const auto options = std::make_shared<RunOptions>();
    options->declare(command);
    command.add_option("--json", options->json, "write one JSON object; - is standard output")->type_name("FILE|-");
    command.add_option("--csv", options->csv, "write the trace, one row a step; - is standard output")->type_name("FILE|-");
    command.add_option("--save-weights", options->weights, "write what was learned, as safetensors, for --weights")->type_name("FILE");
    command.add_option("--theme", options->theme, "accepted for symmetry with render")->group("");
    return [options] { run(*options); };
}

}  // namespace engram
