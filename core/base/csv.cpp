#include "core/base/csv.h"

#include <cmath>

#include "core/base/text.h"

namespace engram {

std::string csvField(std::string_view text) {
    if (text.find_first_of(",\"\r\n#") == text.npos && !text.starts_with(' ') && !text.ends_with(' ')) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c == '\n' || c == '\r' ? ' ' : c;
    }
    return quoted + '"';
}

std::string csvNumber(double value) { return std::isnan(value) ? std::string() : shortest(value); }

std::string csvLine(const std::vector<std::string>& fields) {
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) line += (i ? "," : "") + csvField(fields[i]);
    return line + "\n";
}

std::optional<std::vector<std::string>> csvFields(std::string_view line) {
    std::vector<std::string> fields(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == ',') {
            fields.emplace_back();
        } else if (line[i] != '"' || !fields.back().empty()) {
            fields.back() += line[i];
        } else {
            for (++i;; ++i) {
                if (i >= line.size()) return std::nullopt;
                if (line[i] == '"' && (i + 1 >= line.size() || line[i + 1] != '"')) break;
                if (line[i] == '"') ++i;
                fields.back() += line[i];
            }
            if (i + 1 < line.size() && line[i + 1] != ',') return std::nullopt;
        }
    }
    return fields;
}

}  // namespace engram
