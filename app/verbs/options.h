// The options that run and render share, and the session they make: an experiment's defaults or a file, then assignments, seed, files.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "core/session/session.h"

namespace engram {

struct SessionOptions {
    std::string target;                       // an experiment's id or a session file
    std::vector<std::string> assignments;     // id=value
    std::optional<std::int64_t> steps;
    std::optional<std::int64_t> seed;
    std::map<std::string, std::string> files;  // by the names of inputFiles()
    std::string device = "auto", theme;

    void declare(CLI::App& command);
    Session session() const;
    std::set<std::string> assignedIds() const;
    void readFrom(const std::filesystem::path& data, Session& session) const;
    bool isFile() const;                      // the target is a file, whose moment counts
};

// "84mmx60mm", "3inx2in", "600x400" (px at 96 dpi) in millimetres; throws usage, naming the text.
std::pair<double, double> parseSizeMm(const std::string& text);

// "8pt" or "8"; throws usage, naming the text.
double parsePoints(const std::string& text);

void writeResult(const std::string& destination, const std::string& text);  // "-": standard output

}  // namespace engram
