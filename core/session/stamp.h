// What a run had come to when it was saved or drawn: its measures at that step and a hash of all its bits, with the program and
// machine that computed it. Rides along in a session's text as [stamp]; no part of the session itself, so undo and equality do not see
// it. The same run on the same machine gives the same stamp: it holds no date and no name of a host.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/session/session.h"

namespace engram {

struct Stamp {
    std::string version;  // of the program
    std::string device;   // "cpu, x86-64-v3"
    std::int64_t step = 0;
    std::string trace;                                     // FNV-1a of the bits of all measures of all steps, 16 hex digits
    std::vector<std::pair<std::string, double>> measures;  // at the step, in the experiment's order
    bool operator==(const Stamp&) const = default;
};

// Of a run whose trace ends at the moment to record. Nothing for an empty trace, or one that running it again would not give: see
// Trace::mixed().
std::optional<Stamp> stampOf(const Experiment& e, const Trace& trace, const std::string& device);

std::string toToml(const Session& session, const std::optional<Stamp>& stamp);   // the session's text, then [stamp]
std::optional<Stamp> stampIn(std::string_view text, const std::string& origin);  // of such a text; throws where it is damaged

}  // namespace engram
