#include "core/param/table.h"

#include <cmath>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/param/list.h"

namespace engram {

namespace {

std::string rangeText(const ParamSpec& spec) { return shortest(spec.hard.low) + " to " + shortest(spec.hard.high); }

[[noreturn]] void refuseText(const ParamSpec& spec, std::string_view text, const std::string& wanted) {
    usage(spec.id + "=" + std::string(text) + " is not " + wanted);
}

std::vector<std::string> choiceIds(const ParamSpec& spec) {
    std::vector<std::string> ids;
    for (const Choice& c : spec.choices) ids.push_back(c.id);
    return ids;
}

void checkRange(const ParamSpec& spec, double value) {
    if (!std::isfinite(value)) usage(spec.id + " must be a finite number, not " + shortest(value));
    if (value < spec.hard.low || value > spec.hard.high)
        usage(spec.id + "=" + shortest(value) + " is out of range; " + spec.id + " goes from " + rangeText(spec));
}

const char* kindName(Kind kind) {
    switch (kind) {
        case Kind::Bool: return "on or off";
        case Kind::Int: return "a whole number";
        case Kind::Number: return "a number";
        case Kind::Choice: return "one of its choices";
        case Kind::List: return "a list";
    }
    return "";
}

// Slashes are between entries, or commas where there is no slash.
std::vector<std::string> writtenEntries(std::string_view text) {
    std::vector<std::string> entries = split(text, text.find(kBetweenEntries) == text.npos ? ',' : kBetweenEntries);
    for (std::string& entry : entries) {
        entry.erase(0, entry.find_first_not_of(' '));
        entry.erase(entry.find_last_not_of(' ') + 1);
    }
    return entries;
}

// Every entry by the rules of its kind, which names the place of a wrong one.
Value checkedList(const ParamSpec& spec, std::string_view text) {
    const std::vector<std::string> written = writtenEntries(text);
    if (int(written.size()) > spec.most)
        usage(spec.id + "=" + std::string(text) + " has " + std::to_string(written.size()) + " entries, more than " +
              std::to_string(spec.most) + "; write one for each " + spec.entry + ", with slashes or commas between them");
    std::vector<std::string> entries;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const ParamSpec entry = entryOf(spec, int(i));
        entries.push_back(ParamTable().print(entry, ParamTable().parse(entry, written[i])));
    }
    return listText(std::move(entries));
}

}  // namespace

double asReal(const Value& value) {
    if (const auto* real = std::get_if<double>(&value)) return *real;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return double(*whole);
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
    fail("a choice is not a number");
}

const ParamSpec* ParamTable::find(std::string_view id) const {
    for (const ParamSpec& spec : specs_)
        if (spec.id == id) return &spec;
    return nullptr;
}

const ParamSpec& ParamTable::at(std::string_view id) const {
    if (const ParamSpec* spec = find(id)) return *spec;
    std::vector<std::string> known;
    for (const ParamSpec& spec : specs_) known.push_back(spec.id);
    usage(unknownName("parameter", id, known));
}

Values ParamTable::defaults() const {
    Values values;
    for (const ParamSpec& spec : specs_) values[spec.id] = spec.fallback;
    return values;
}

Value ParamTable::parse(const ParamSpec& spec, std::string_view text) const {
    switch (spec.kind) {
        case Kind::Bool:
            if (text == "on" || text == "true" || text == "1") return true;
            if (text == "off" || text == "false" || text == "0") return false;
            refuseText(spec, text, "on or off");
        case Kind::Int:
            if (const auto whole = parseInteger(text)) return checked(spec, std::int64_t(*whole));
            refuseText(spec, text, "a whole number from " + rangeText(spec));
        case Kind::Number:
            if (const auto real = parseReal(text)) return checked(spec, *real);
            refuseText(spec, text, "a number from " + rangeText(spec));
        case Kind::Choice:
        case Kind::List: return checked(spec, std::string(text));
    }
    fail("parameter " + spec.id + " has no kind");
}

Value ParamTable::checked(const ParamSpec& spec, const Value& value) const {
    const bool isText = std::holds_alternative<std::string>(value), isFlag = std::holds_alternative<bool>(value);
    if (spec.kind == Kind::Choice) {
        if (!isText) usage(spec.id + " must be one of " + join(choiceIds(spec), ", "));
        const auto ids = choiceIds(spec);
        for (const std::string& id : ids)
            if (id == std::get<std::string>(value)) return value;
        usage(unknownName("value of " + spec.id, std::get<std::string>(value), ids));
    }
    if (spec.kind == Kind::List) {
        if (isFlag) usage(spec.id + " must be a list of entries with slashes or commas between them");
        return checkedList(spec, print(spec, value));  // a lone number is the entry of all
    }
    if (isText || isFlag != (spec.kind == Kind::Bool)) usage(spec.id + " must be " + kindName(spec.kind));
    if (spec.kind == Kind::Bool) return value;
    const double real = asReal(value);
    checkRange(spec, real);
    if (spec.kind == Kind::Number) return real;
    if (real != std::floor(real)) usage(spec.id + " must be a whole number, not " + shortest(real));
    return std::int64_t(real);
}

std::string ParamTable::print(const ParamSpec&, const Value& value) const {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "on" : "off";
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    return shortest(std::get<double>(value));
}

void ParamTable::set(Values& values, std::string_view assignment) const {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string_view::npos || equals == 0) usage("'" + std::string(assignment) + "' is not of the form id=value");
    const ParamSpec& spec = at(assignment.substr(0, equals));
    values[spec.id] = parse(spec, assignment.substr(equals + 1));
}

Values ParamTable::changed(const Values& values) const {
    Values result;
    for (const ParamSpec& spec : specs_)
        if (auto it = values.find(spec.id); it != values.end() && it->second != spec.fallback) result.insert(*it);
    return result;
}

Effect ParamTable::effect(const Values& before, const Values& after) const {
    Effect dearest = Effect::View;
    for (const ParamSpec& spec : specs_) {
        const auto a = before.find(spec.id), b = after.find(spec.id);
        const bool same = a != before.end() && b != after.end() && a->second == b->second;
        if (!same) dearest = std::max(dearest, spec.effect);
    }
    return dearest;
}

std::string ParamTable::idle(std::string_view id, const Values& values) const { return idle_ ? idle_(id, values) : std::string(); }
int ParamTable::entryCount(std::string_view id, const Values& values) const { return entries_ ? entries_(id, values) : at(id).most; }
std::string ParamTable::refusal(const Values& values) const { return refusal_ ? refusal_(values) : std::string(); }

void ParamTable::demand(const Values& values) const {
    if (const std::string why = refusal(values); !why.empty()) usage(why);
}

}  // namespace engram
