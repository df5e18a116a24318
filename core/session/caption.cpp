#include "core/session/caption.h"

#include <cctype>
#include <cmath>

#include "core/base/text.h"
#include "core/base/version.h"

namespace engram {

namespace {

std::string sentence(std::string text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
    return text.empty() ? text : text + ".";
}

// A label within a sentence: "Energy" but "NMI" and "K", and names of people.
std::string inSentence(std::string label) {
    if (label.starts_with("Spearman")) return label;
    if (label.size() > 1 && std::islower(static_cast<unsigned char>(label[1])))
        label[0] = char(std::tolower(static_cast<unsigned char>(label[0])));
    return label;
}

// The title of a figure that has the name of its experiment says no more by it.
std::string without(const std::string& name, const std::string& title) {
    if (title == name) return {};
    return title.starts_with(name + ", ") ? title.substr(name.size() + 2) : title;
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
            parts.push_back((spec.symbol.empty() ? inSentence(spec.label) : spec.symbol) + " = " + valueText(e.params, spec, it->second));
    return parts.empty() ? "All parameters at their defaults" : "Parameters that differ from the defaults: " + join(parts, ", ");
}

std::string measuresOf(const Experiment& e, const Trace& trace) {
    if (trace.size() == 0) return {};
    std::vector<std::string> parts;
    for (std::size_t m = 0; m < e.measures.size(); ++m) {
        const double value = trace.at(trace.size() - 1, int(m));
        if (!std::isfinite(value)) continue;  // such as the energy of a layer that there is not
        const std::string& unit = e.measures[m].unit;
        parts.push_back(inSentence(e.measures[m].label) + " " + significant(value, 4) + (unit.empty() ? "" : " " + unit));
    }
    return parts.empty() ? "" : "Measures: " + join(parts, ", ");
}

}  // namespace

std::string captionOf(const Session& session, const Snapshot& moment, const std::vector<std::string>& panelTitles) {
    const Experiment& e = experiment(session.experiment);
    std::vector<std::string> parts{sentence(e.title + " after " + std::to_string(moment.step) + (moment.step == 1 ? " step" : " steps"))};
    if (panelTitles.size() == 1) {
        if (const std::string title = sentence(without(e.title, panelTitles.front())); !title.empty()) parts.push_back(title);
    } else {
        for (std::size_t i = 0; i < panelTitles.size(); ++i)
            parts.push_back(std::string("(") + char('a' + i % 26) + ") " + sentence(panelTitles[i]));
    }
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
