#include "core/session/caption.h"

#include "core/base/text.h"
#include "core/base/version.h"

namespace engram {

namespace {

std::string sentence(std::string text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
    return text.empty() ? text : text + ".";
}

std::string valueText(const ParamTable& params, const ParamSpec& spec, const Value& value) {
    if (const auto* name = std::get_if<std::string>(&value))
        for (const Choice& choice : spec.choices)
            if (choice.id == *name && !choice.label.empty()) return choice.label;
    const std::string unit = spec.unit.empty() ? "" : " " + spec.unit;
    return params.print(spec, value) + unit;
}

std::string parametersOf(const Session& session, const Experiment& e) {
    std::vector<std::string> parts;
    const Values changed = e.params.changed(session.valuesAt(session.step));
    for (const ParamSpec& spec : e.params.specs())
        if (const auto it = changed.find(spec.id); it != changed.end())
            parts.push_back((spec.symbol.empty() ? spec.id : spec.symbol) + " = " + valueText(e.params, spec, it->second));
    return parts.empty() ? "All parameters at their defaults" : "Parameters that differ from the defaults: " + join(parts, ", ");
}

std::string measuresOf(const Experiment& e, const Trace& trace) {
    if (trace.size() == 0) return {};
    std::vector<std::string> parts;
    for (std::size_t m = 0; m < e.measures.size(); ++m)
        parts.push_back(e.measures[m].id + " " + significant(trace.at(trace.size() - 1, int(m)), 4) +
                        (e.measures[m].unit.empty() ? "" : " " + e.measures[m].unit));
    return parts.empty() ? "" : "Measures: " + join(parts, ", ");
}

}  // namespace

std::string captionOf(const Session& session, const Snapshot& moment, const std::vector<std::string>& panelTitles) {
    const Experiment& e = experiment(session.experiment);
    std::vector<std::string> parts{sentence(e.title + " after " + std::to_string(moment.step) + (moment.step == 1 ? " step" : " steps"))};
    for (std::size_t i = 0; i < panelTitles.size(); ++i)
        parts.push_back((panelTitles.size() > 1 ? std::string("(") + char('a' + i % 26) + ") " : std::string()) + sentence(panelTitles[i]));
    parts.push_back(sentence(parametersOf(session, e)));
    std::string run = "Seed " + std::to_string(std::int64_t(session.inputs.seed));
    if (!session.inputs.data.empty()) run += ", data " + session.inputs.data.filename().string();
    if (!session.orders.empty())
        run += ", " + std::to_string(session.orders.size()) + (session.orders.size() == 1 ? " change" : " changes") + " made on the way";
    parts.push_back(sentence(run));
    if (const std::string measures = measuresOf(e, moment.trace); !measures.empty()) parts.push_back(sentence(measures));
    if (!e.paper.empty()) parts.push_back(sentence("Model: " + e.paper));
    parts.push_back(std::string("Made with Engram ") + version() + ".");
    return join(parts, " ") + "\n";
}

}  // namespace engram
