#include "core/session/toml_section.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/text.h"

namespace engram {

namespace {

std::string lineOf(const toml::source_region& source) { return " (line " + std::to_string(source.begin.line) + ")"; }

}  // namespace

std::string textLiteral(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '\n')
            result += "\\n";
        else if (c == 0x7f)
            result += "\\u007F";
        else if (std::uint8_t(c) < 0x20)
            result += "\\u00" + std::string(c < 0x10 ? "0" : "1") + "0123456789ABCDEF"[c & 15];
        else
            result += c;
    }
    return result + '"';
}

std::string realLiteral(double value) {
    const std::string text = shortest(value);
    return text.find_first_of(".einn") == std::string::npos ? text + ".0" : text;
}

std::string literal(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return textLiteral(*text);
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    return realLiteral(std::get<double>(value));
}

std::string listLiteral(const std::vector<std::string>& texts) {
    std::vector<std::string> literals;
    for (const std::string& text : texts) literals.push_back(textLiteral(text));
    return std::string("[").append(join(literals, ", ")).append("]");
}

void Section::refuse(const std::string& what) const { fail(origin_ + ": " + what); }

void Section::refuse(const Error& error, const toml::node& node) const {
    if (error.fault() != Fault::Usage) throw;
    refuse(error.what() + lineOf(node.source()));
}

std::string Section::label(std::string_view key) const { return name_.empty() ? std::string(key) : name_ + "." + std::string(key); }

const toml::node* Section::find(std::string_view key) {
    known_.emplace_back(key);
    return table_.get(key);
}

double Section::number(std::string_view key, double fallback) {
    const toml::node* node = find(key);
    return node ? numberOf(*node, label(key)) : fallback;
}

bool Section::flag(std::string_view key, bool fallback) {
    const toml::node* node = find(key);
    if (!node) return fallback;
    const auto value = node->value_exact<bool>();
    if (!value) refuse(label(key) + " must be true or false");
    return *value;
}

std::int64_t Section::whole(std::string_view key, std::int64_t fallback, std::int64_t low, std::int64_t high) {
    const toml::node* node = find(key);
    if (!node) return fallback;
    const auto value = node->value_exact<std::int64_t>();
    if (!value) refuse(label(key) + " must be a whole number");
    if (*value < low || *value > high) refuse(label(key) + " = " + std::to_string(*value) + " is out of range");
    return *value;
}

std::string Section::text(std::string_view key, const std::string& fallback) {
    const toml::node* node = find(key);
    if (!node) return fallback;
    const auto value = node->value_exact<std::string>();
    if (!value) refuse(label(key) + " must be a text");
    return *value;
}

std::string Section::choice(std::string_view key, const std::string& fallback, const std::vector<std::string>& known) {
    const std::string name = text(key, fallback);
    if (std::find(known.begin(), known.end(), name) == known.end()) refuse(unknownName(key, name, known));
    return name;
}

const toml::array* Section::list(std::string_view key) {
    const toml::node* node = find(key);
    if (node && !node->is_array()) refuse(label(key) + " must be a list");
    return node ? node->as_array() : nullptr;
}

const toml::table* Section::table(std::string_view key) {
    const toml::node* node = find(key);
    if (node && !node->is_table()) refuse(label(key) + " must be a table");
    return node ? node->as_table() : nullptr;
}

std::vector<const toml::table*> Section::tables(std::string_view key) {
    std::vector<const toml::table*> found;
    if (const toml::array* nodes = list(key))
        for (const toml::node& node : *nodes) {
            if (!node.is_table()) refuse(label(key) + " must be tables");
            found.push_back(node.as_table());
        }
    return found;
}

std::array<double, 3> Section::numbers(std::string_view key, std::array<double, 3> fallback, std::size_t count) {
    const toml::array* nodes = list(key);
    if (!nodes) return fallback;
    if (nodes->size() != count) refuse(label(key) + " must hold " + std::to_string(count) + " numbers");
    for (std::size_t i = 0; i < count; ++i) fallback[i] = numberOf(*nodes->get(i), label(key));
    return fallback;
}

double Section::numberOf(const toml::node& node, const std::string& what) const {
    const auto value = node.value<double>();
    if (!value || !node.is_number()) refuse(what + " must be a number");
    if (!std::isfinite(*value)) refuse(what + " must be a finite number, not " + shortest(*value));
    return *value;
}

void Section::refuseTheRest() const {
    std::vector<std::string> known;
    for (const std::string& key : known_) known.push_back(label(key));
    for (const auto& [key, node] : table_)
        if (std::find(known.begin(), known.end(), label(key.str())) == known.end())
            refuse(unknownName("key", label(key.str()), known) + lineOf(node.source()));
}

toml::table parsedToml(std::string_view text, const std::string& origin, const std::string& kind) {
    try {
        return toml::parse(text, origin);
    } catch (const toml::parse_error& error) {
        const std::string_view why = error.description();
        const bool isCutOff = why.find("end-of-file") != std::string_view::npos;
        fail(origin + ": not a " + kind + ": " + (isCutOff ? "the file is cut off" : std::string(why)) + lineOf(error.source()));
    }
}

Value valueOf(const toml::node& node, const Section& section, const std::string& what) {
    if (const auto flag = node.value_exact<bool>()) return *flag;
    if (const auto whole = node.value_exact<std::int64_t>()) return *whole;
    if (const auto number = node.value_exact<double>()) return *number;
    if (const auto text = node.value_exact<std::string>()) return *text;
    section.refuse(what + " must be a number, a text, true or false");
}

Values readValues(const toml::table& table, const std::string& name, const std::string& origin, const ParamTable& params, bool liveOnly) {
    const Section section(table, name, origin);
    Values values;
    for (const auto& [key, node] : table) {
        try {
            const ParamSpec& spec = params.at(key.str());
            if (liveOnly && spec.effect != Effect::Live) section.refuse(spec.id + " cannot change on the way");
            values[spec.id] = params.checked(spec, valueOf(node, section, spec.id));
        } catch (const Error& error) {
            section.refuse(error, node);
        }
    }
    return values;
}

}  // namespace engram
