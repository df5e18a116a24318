#include "core/session/measured_text.h"

#include <cmath>
#include <functional>

#include "core/base/error.h"
#include "core/base/text.h"

namespace engram {

namespace {

struct Blank {
    std::string name, format;
    bool atStart = false;
};

Blank blankOf(const std::string& inside) {
    Blank blank;
    const std::size_t colon = inside.find(':');
    blank.name = inside.substr(0, colon);
    if (colon != std::string::npos) blank.format = inside.substr(colon + 1);
    if (blank.name.ends_with("@0")) blank.atStart = true, blank.name.resize(blank.name.size() - 2);
    return blank;
}

bool isMeasure(const Experiment& e, const std::string& name) {
    for (const Measure& measure : e.measures)
        if (measure.id == name) return true;
    return false;
}

// ".2f": two decimals.
int decimalsOf(const std::string& format) {
    const bool right = format.size() == 3 && format[0] == '.' && format[1] >= '0' && format[1] <= '9' && format[2] == 'f';
    return right ? format[1] - '0' : -1;
}

void check(const Blank& blank, const Experiment& e) {
    if (blank.name != "step" && !isMeasure(e, blank.name) && !e.params.find(blank.name)) {
        std::vector<std::string> known{"step"};
        for (const Measure& measure : e.measures) known.push_back(measure.id);
        for (const ParamSpec& spec : e.params.specs()) known.push_back(spec.id);
        usage(unknownName("measure or parameter", blank.name, known));
    }
    if (!blank.format.empty() && blank.format != "%" && decimalsOf(blank.format) < 0)
        usage("{" + blank.name + ":" + blank.format + "} has a format that is not known; use .2f for two decimals or % for a percentage");
}

std::string printed(double value, const std::string& format) {
    if (!std::isfinite(value)) return "no number";
    if (format == "%") return fixed(100 * value, 0) + " %";
    return format.empty() ? significant(value, 3) : fixed(value, decimalsOf(format));
}

std::string valueOf(const Blank& blank, const Experiment& e, const Snapshot& moment) {
    if (blank.name == "step") return std::to_string(moment.step);
    if (isMeasure(e, blank.name))
        return printed(moment.trace.at(blank.atStart ? 0 : moment.trace.size() - 1, e.measure(blank.name)), blank.format);
    const ParamSpec& spec = e.params.at(blank.name);
    const Value& value = moment.values.at(spec.id);
    if (spec.kind == Kind::Number) return blank.format.empty() ? significant(asReal(value), 3) : printed(asReal(value), blank.format);
    for (const Choice& choice : spec.choices)
        if (spec.kind == Kind::Choice && choice.id == std::get<std::string>(value)) return choice.label;
    return e.params.print(spec, value);
}

std::string replaced(const std::string& text, const std::function<std::string(const Blank&)>& by) {
    std::string result;
    std::size_t done = 0;
    for (std::size_t open; (open = text.find('{', done)) != std::string::npos;) {
        const std::size_t close = text.find('}', open);
        if (close == std::string::npos) usage("a { is never closed");
        result += text.substr(done, open - done) + by(blankOf(text.substr(open + 1, close - open - 1)));
        done = close + 1;
    }
    return result + text.substr(done);
}

}  // namespace

std::string filled(const std::string& text, const Experiment& experiment, const Snapshot& moment) {
    return replaced(text, [&](const Blank& blank) { return valueOf(blank, experiment, moment); });
}

bool hasFields(const std::string& text) { return text.find('{') != std::string::npos; }

void checkFields(const std::string& text, const Experiment& experiment) {
    replaced(text, [&](const Blank& blank) { return check(blank, experiment), std::string(); });
}

}  // namespace engram
