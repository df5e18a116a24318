#include "app/verbs/options.h"

#include <cstdio>
#include <filesystem>

#include "app/shell/open_data.h"
#include "app/verbs/device.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace engram {

void SessionOptions::declare(CLI::App& command) {
    command.add_option("target", target, "an experiment, or a session or figure file")->required()->type_name("EXP|FILE");
    command.add_option("assignments", assignments, "parameters to set")->type_name("id=value");
    command.add_option("--steps", steps, "make exactly this many steps; without it the run goes to its own end")->type_name("N");
    command.add_option("--seed", seed, "seed of all random draws")->type_name("S");
    for (const InputFile& file : inputFiles())
        command.add_option(std::string("--") + file.name, files[file.name], file.help)->type_name("PATH");
    command.add_option("--device", device, "where landscapes and basins are computed; runs are computed in double on the CPU")
        ->type_name("cpu|gpu|auto");
}

bool SessionOptions::isFile() const {
    const bool looksLikeFile = target.find_first_of("/.") != std::string::npos;
    return looksLikeFile || std::filesystem::is_regular_file(target);
}

Session SessionOptions::session() const {
    computeOn(device);
    if (steps && *steps < 0) usage("--steps " + std::to_string(*steps) + " is negative");
    Session session = isFile() ? loadSession(target) : newSession(target);
    const Experiment& e = experiment(session.experiment);
    if (!assignments.empty() && !session.orders.empty()) {
        session.values = session.valuesAt(session.step);  // values set by hand replace what was changed on the way
        session.orders.clear();
    }
    for (const std::string& assignment : assignments) e.params.set(session.values, assignment);
    if (seed) session.inputs.seed = std::uint64_t(*seed);
    for (const InputFile& file : inputFiles()) {
        const std::string& path = files.at(file.name);
        if (path.empty()) continue;
        if (std::find(e.reads.begin(), e.reads.end(), file.name) == e.reads.end()) usage(e.id + " reads no --" + file.name);
        session.inputs.*file.path = path;
        if (std::string_view(file.name) == "data" && !isFile()) readFrom(path, session);
    }
    if (!theme.empty()) session.view.theme = theme;
    for (const std::string& id : assignedIds())
        if (const std::string why = e.params.idle(id, session.values); !why.empty())
            std::fprintf(stderr, "engram: %s has no effect here: %s\n", id.c_str(), why.c_str());
    return session;
}

// Data that is given is read, without a word more. Where the source is named, that is what counts.
void SessionOptions::readFrom(const std::filesystem::path& data, Session& session) const {
    const Experiment& e = experiment(session.experiment);
    const std::set<std::string> assigned = assignedIds();
    for (const char* source : {"data", "patterns"})
        if (e.params.find(source) && assigned.contains(source)) return;
    const auto [id, choice] = sourceFor(e, data);
    if (id.empty()) usage(e.id + " does not read such data as " + data.string());
    e.params.set(session.values, id + "=" + choice);
}

std::set<std::string> SessionOptions::assignedIds() const {
    std::set<std::string> ids;
    for (const std::string& assignment : assignments) ids.insert(assignment.substr(0, assignment.find('=')));
    return ids;
}

namespace {

std::optional<double> lengthMm(const std::string& text) {
    const std::size_t unitAt = text.find_first_not_of("0123456789.");
    const auto number = parseReal(text.substr(0, unitAt));
    const std::string unit = unitAt == std::string::npos ? "px" : text.substr(unitAt);
    if (!number) return std::nullopt;
    for (const auto& [name, mm] : {std::pair{"mm", 1.0}, {"cm", 10.0}, {"in", 25.4}, {"pt", 25.4 / 72}, {"px", 25.4 / 96}})
        if (unit == name) return *number * mm;
    return std::nullopt;
}

}  // namespace

std::pair<double, double> parseSizeMm(const std::string& text) {
    const auto parts = split(text, 'x');
    // "600pxx400px" splits into three: the x of px belongs to the unit
    if (const std::size_t middle = text.find("pxx"); middle != std::string::npos) {
        const auto width = lengthMm(text.substr(0, middle + 2)), height = lengthMm(text.substr(middle + 3));
        if (width && height) return {*width, *height};
    } else if (parts.size() == 2 || (parts.size() == 3 && text.ends_with("px"))) {
        const auto width = lengthMm(parts[0]), height = lengthMm(text.substr(parts[0].size() + 1));
        if (width && height) return {*width, *height};
    }
    usage("--size " + text + " is not a size; write it like 84mmx60mm, 3inx2in or 800x600 (px)");
}

double parsePoints(const std::string& text) {
    const auto points = parseReal(std::string_view(text).substr(0, text.ends_with("pt") ? text.size() - 2 : text.size()));
    if (!points) usage("--font-size " + text + " is not a size of type; write it like 8pt");
    return *points;
}

void writeResult(const std::string& destination, const std::string& text) {
    if (destination != "-") return writeFile(destination, text);
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        fail("cannot write to standard output");
}

}  // namespace engram
