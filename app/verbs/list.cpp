// engram list: every experiment with its parameters and measures, as text for people or JSON for scripts.
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/verbs/options.h"
#include "app/verbs/verbs.h"
#include "core/base/text.h"

namespace engram {

namespace {

using Json = nlohmann::ordered_json;

const char* name(Kind kind) {
    constexpr const char* names[] = {"bool", "int", "real", "choice", "list"};
    return names[int(kind)];
}
const char* name(Effect effect) {
    constexpr const char* names[] = {"view", "live", "restart"};
    return names[int(effect)];
}

Json toJson(const Value& value) {
    return std::visit([](const auto& v) { return Json(v); }, value);
}

bool isNumeric(const ParamSpec& spec) {
    const Kind kind = spec.kind == Kind::List ? spec.each : spec.kind;
    return kind == Kind::Int || kind == Kind::Number;
}

// Range, choices and slider of a list are those of each entry.
Json toJson(const ParamSpec& spec) {
    Json json{{"id", spec.id}, {"type", name(spec.kind)}, {"default", toJson(spec.fallback)}};
    if (spec.kind == Kind::List) json["each"] = name(spec.each), json["entry"] = spec.entry, json["most"] = spec.most;
    json["range"] = isNumeric(spec) ? Json{spec.hard.low, spec.hard.high} : Json();
    json["choices"] = Json::array();
    for (const Choice& choice : spec.choices) json["choices"].push_back(choice.id);
    json["effect"] = name(spec.effect);
    json["label"] = spec.label, json["group"] = spec.group, json["unit"] = spec.unit, json["help"] = spec.help;
    json["slider"] = isNumeric(spec) ? Json{spec.soft.low, spec.soft.high} : Json();
    json["scale"] = spec.scale == Scale::Log ? "log" : "linear";
    return json;
}

Json toJson(const Experiment& e) {
    Json json{{"id", e.id}, {"title", e.title}, {"paper", e.paper}, {"summary", e.summary}};
    for (const char* key : {"params", "measures", "panels", "examples"}) json[key] = Json::array();
    for (const ParamSpec& spec : e.params.specs()) json["params"].push_back(toJson(spec));
    for (const Measure& m : e.measures) json["measures"].push_back({{"id", m.id}, {"label", m.label}, {"unit", m.unit}, {"help", m.help}});
    for (const PanelInfo& p : e.panels) json["panels"].push_back(p.id);
    for (const Example& x : e.examples) json["examples"].push_back({{"id", x.id}, {"title", x.title}, {"set", x.set}});
    return json;
}

std::string plain(const Experiment& e) {
    std::string text = e.id + "  " + e.title + "\n  " + e.paper + "\n  " + e.summary + "\n\n  parameters\n";
    for (const ParamSpec& spec : e.params.specs()) {
        std::string range = spec.kind == Kind::Bool ? "on off" : shortest(spec.hard.low) + " .. " + shortest(spec.hard.high);
        if (!spec.choices.empty()) {
            std::vector<std::string> ids;
            for (const Choice& choice : spec.choices) ids.push_back(choice.id);
            range = join(ids, " ");
        }
        if (spec.kind == Kind::List) range += " a " + spec.entry;
        char line[512];
        std::snprintf(line, sizeof line, "    %-16s %-12s %-34s %s\n", spec.id.c_str(), e.params.print(spec, spec.fallback).c_str(),
                      range.c_str(), name(spec.effect));
        text += line;
    }
    std::vector<std::string> measures, panels;
    for (const Measure& m : e.measures) measures.push_back(m.id);
    for (const PanelInfo& p : e.panels) panels.push_back(p.id);
    return text + "\n  measures  " + join(measures, " ") + "\n  panels    " + join(panels, " ") + "\n";
}

}  // namespace

Action listVerb(CLI::App& command) {
    const auto json = std::make_shared<bool>(false);
    command.add_flag("--json", *json, "as JSON");
    return [json] {
        std::string text;
        Json all{{"experiments", Json::array()}};
        for (const Experiment& e : experiments()) all["experiments"].push_back(toJson(e)), text += (text.empty() ? "" : "\n") + plain(e);
        writeResult("-", *json ? all.dump(2) + "\n" : text);
    };
}

}  // namespace engram
