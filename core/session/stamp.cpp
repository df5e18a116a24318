#include "core/session/stamp.h"

#include <bit>

#include "core/base/version.h"
#include "core/base/text.h"
#include "core/session/toml_section.h"

namespace engram {

namespace {

// Row by row, each number as its eight bytes from the lowest.
std::string hashOf(const Trace& trace) {
    std::string bytes;
    bytes.reserve(std::size_t(trace.size()) * std::size_t(trace.measureCount()) * 8);
    for (int i = 0; i < trace.size(); ++i)
        for (int m = 0; m < trace.measureCount(); ++m) {
            const auto bits = std::bit_cast<std::uint64_t>(trace.at(i, m));
            for (int byte = 0; byte < 8; ++byte) bytes += char(bits >> (8 * byte) & 0xff);
        }
    return hash64(bytes);
}

double measureIn(const toml::node& node, const Section& section, std::string_view id) {
    const auto value = node.value<double>();  // a run that diverged has measures that are no finite numbers
    if (!value || !node.is_number()) section.refuse("stamp.measures." + std::string(id) + " must be a number");
    return *value;
}

}  // namespace

std::optional<Stamp> stampOf(const Experiment& e, const Trace& trace, const std::string& device) {
    if (trace.size() == 0 || trace.mixed() || trace.measureCount() != int(e.measures.size())) return std::nullopt;
    Stamp stamp{version(), device, trace.size() - 1, hashOf(trace), {}};
    for (std::size_t m = 0; m < e.measures.size(); ++m) stamp.measures.emplace_back(e.measures[m].id, trace.at(trace.size() - 1, int(m)));
    return stamp;
}

std::string toToml(const Session& session, const std::optional<Stamp>& stamp) {
    std::string text = toToml(session);
    if (!stamp) return text;
    text += "\n[stamp]\nversion = " + textLiteral(stamp->version) + "\ndevice = " + textLiteral(stamp->device) +
            "\nstep = " + std::to_string(stamp->step) + "\ntrace = " + textLiteral(stamp->trace) + "\n";
    if (!stamp->measures.empty()) text += "\n[stamp.measures]\n";
    for (const auto& [id, value] : stamp->measures) text += id + " = " + realLiteral(value) + "\n";
    return text;
}

Stamp readStamp(const toml::table& table, const std::string& origin) {
    Section section(table, "stamp", origin);
    Stamp stamp;
    stamp.version = section.text("version", ""), stamp.device = section.text("device", ""), stamp.trace = section.text("trace", "");
    stamp.step = section.whole("step", 0, 0, INT64_MAX);
    std::vector<std::pair<std::size_t, std::pair<std::string, double>>> byLine;  // a table is sorted by key; people read it in its order
    if (const toml::table* measures = section.table("measures"))
        for (const auto& [id, node] : *measures)
            byLine.push_back({node.source().begin.line, {std::string(id.str()), measureIn(node, section, id.str())}});
    std::stable_sort(byLine.begin(), byLine.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [line, measure] : byLine) stamp.measures.push_back(std::move(measure));
    section.refuseTheRest();
    if (stamp.trace.size() != 16 || stamp.trace.find_first_not_of("0123456789abcdef") != stamp.trace.npos)
        section.refuse("stamp.trace must be 16 hexadecimal digits");
    return stamp;
}

std::optional<Stamp> stampIn(std::string_view text, const std::string& origin) {
    const toml::table document = parsedToml(text, origin, "session");
    const toml::table* table = document["stamp"].as_table();
    return table ? std::optional(readStamp(*table, origin)) : std::nullopt;
}

}  // namespace engram
