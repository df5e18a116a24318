#include "core/param/assignment.h"

#include <algorithm>

#include "core/base/fuzzy.h"
#include "core/base/words.h"

namespace engram {

namespace {

const ParamSpec* calledExactly(const ParamTable& table, std::string_view name) {
    const std::string wanted = folded(name);
    for (const ParamSpec& spec : table.specs())
        if (wanted == folded(spec.id) || wanted == folded(spec.label) || (!spec.symbol.empty() && wanted == folded(spec.symbol)))
            return &spec;
    return nullptr;
}

// By the beginning of its label, of one of the words there, or of its id.
const ParamSpec* meant(const ParamTable& table, std::string_view name) {
    constexpr double kLeast = 40;  // scattered letters are too little to change a value by
    const ParamSpec* best = nullptr;
    double score = kLeast;
    for (const ParamSpec& spec : table.specs())
        for (const std::string& called : {spec.label, spec.id})
            if (const auto match = fuzzy(name, called); match && match->score > score) best = &spec, score = match->score;
    return best;
}

bool looksLikeNumber(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789.+-eE/") == std::string_view::npos &&
           text.find_first_of("0123456789") != std::string_view::npos;
}

// Numbers begin as numbers do; words are given to parameters of other kinds alone, so that a name of several words stays a name.
bool fits(const ParamSpec& spec, std::string_view text) {
    const bool isNumber = spec.kind == Kind::Int || spec.kind == Kind::Number;
    return !isNumber || (!text.empty() && std::string_view("0123456789.+-").find(text.front()) != std::string_view::npos);
}

// What a choice is called on screen serves as well as its id, and so does the beginning of either if it is the only one.
std::string valueText(const ParamSpec& spec, std::string_view text) {
    if (spec.kind != Kind::Choice) return std::string(text);
    const std::string wanted = folded(text);
    std::vector<std::string> begin;
    for (const Choice& choice : spec.choices) {
        if (wanted == folded(choice.id) || wanted == folded(choice.label)) return choice.id;
        if (folded(choice.id).starts_with(wanted) || folded(choice.label).starts_with(wanted)) begin.push_back(choice.id);
    }
    return begin.size() == 1 ? begin.front() : std::string(text);
}

Assignment assignment(const ParamSpec& spec, std::string_view text) { return {&spec, valueText(spec, trimmed(text))}; }

}  // namespace

std::optional<Assignment> readAssignment(const ParamTable& table, std::string_view typed) {
    typed = trimmed(typed);
    if (const std::size_t equals = typed.find('='); equals != std::string_view::npos) {
        const std::string_view name = trimmed(typed.substr(0, equals));
        if (name.empty()) return std::nullopt;
        const ParamSpec* spec = calledExactly(table, name);
        if (!spec) spec = meant(table, name);
        return assignment(spec ? *spec : table.at(name), typed.substr(equals + 1));
    }
    for (std::size_t space = typed.rfind(' '); space != std::string_view::npos && space > 0; space = typed.rfind(' ', space - 1))
        if (const ParamSpec* spec = calledExactly(table, trimmed(typed.substr(0, space))); spec && fits(*spec, typed.substr(space + 1)))
            return assignment(*spec, typed.substr(space + 1));
    const std::size_t last = typed.rfind(' ');
    if (last == std::string_view::npos || !looksLikeNumber(typed.substr(last + 1))) return std::nullopt;
    const ParamSpec* spec = meant(table, trimmed(typed.substr(0, last)));
    return spec ? std::optional(assignment(*spec, typed.substr(last + 1))) : std::nullopt;
}

}  // namespace engram
