// The text form of a session. Writing is by hand, so that the same session always gives the same bytes; reading refuses by name
// whatever it does not know.
#include <algorithm>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/session/stamp.h"
#include "core/session/toml_section.h"
#include "core/session/toml_view.h"

namespace engram {

namespace {

constexpr int kFormat = 1;
constexpr double kMostPoke = 1e4;                // far beyond any picture or plane

// ---- writing ----------------------------------------------------------------------------------------------------------

std::string orderText(const Order& order, const std::string& prefix) {
    std::string text = "\n[[" + prefix + "orders]]\nat = " + std::to_string(order.at) + "\n";
    if (const auto* set = std::get_if<Values>(&order.what)) {
        std::vector<std::string> parts;
        for (const auto& [id, value] : *set) parts.push_back(id + " = " + literal(value));
        return text + "set = { " + join(parts, ", ") + " }\n";
    }
    const Poke& poke = std::get<Poke>(order.what);
    return text + "poke = { panel = " + textLiteral(poke.panel) + ", item = " + std::to_string(poke.item) + ", x = " + realLiteral(poke.x) +
           ", y = " + realLiteral(poke.y) + ", radius = " + realLiteral(poke.radius) + ", value = " + realLiteral(poke.value) + " }\n";
}

// Parameters, data and orders; `prefix` goes before the names of the tables ("branches.").
std::string courseText(const Course& course, const std::string& prefix) {
    const ParamTable& params = experiment(course.experiment).params;
    const Values changed = params.changed(course.values);
    std::string text = changed.empty() ? "" : "\n[" + prefix + "params]\n";
    for (const ParamSpec& spec : params.specs())  // in the order of the schema, as a person would read them
        if (auto it = changed.find(spec.id); it != changed.end()) text += spec.id + " = " + literal(it->second) + "\n";
    std::string data;
    for (const InputFile& file : inputFiles())
        if (const auto& path = course.inputs.*file.path; !path.empty())
            data += std::string(file.name) + " = " + textLiteral(path.string()) + "\n";
    if (!data.empty()) text += "\n[" + prefix + "data]\n" + data;
    for (const Order& order : course.orders)
        if (const auto* set = std::get_if<Values>(&order.what); !set || !set->empty()) text += orderText(order, prefix);
    return text;
}

std::string seedLine(const Course& course) { return "seed = " + std::to_string(std::int64_t(course.inputs.seed)) + "\n"; }

std::string branchText(const Branch& branch) {
    return "\n[[branches]]\nname = " + textLiteral(branch.name) + "\nexperiment = " + textLiteral(branch.experiment) + "\n" +
           seedLine(branch) + courseText(branch, "branches.");
}

// ---- reading ----------------------------------------------------------------------------------------------------------

Order readOrder(const toml::table& table, const std::string& origin, const ParamTable& params) {
    Section section(table, "orders", origin);
    Order order;
    order.at = section.whole("at", 0, 0, kMostSteps);
    const toml::table *set = section.table("set"), *poke = section.table("poke");
    section.refuseTheRest();
    if (!set == !poke) section.refuse("an order must hold either set or poke");
    if (set) {
        order.what = readValues(*set, "orders.set", origin, params, true);
        return order;
    }
    Section parts(*poke, "orders.poke", origin);
    Poke p;
    p.panel = parts.text("panel", "");
    p.item = int(parts.whole("item", 0, -1, 1 << 20));
    p.x = parts.number("x", 0), p.y = parts.number("y", 0), p.radius = parts.number("radius", 0), p.value = parts.number("value", 0);
    parts.refuseTheRest();
    if (std::max({std::abs(p.x), std::abs(p.y), std::abs(p.radius)}) > kMostPoke || p.value < 0 || p.value > 1)
        parts.refuse("orders.poke reaches beyond what can be edited");
    order.what = p;
    return order;
}

Inputs readData(const toml::table& table, const std::string& origin, Inputs inputs) {
    Section section(table, "data", origin);
    for (const InputFile& file : inputFiles()) inputs.*file.path = section.text(file.name, "");
    section.refuseTheRest();
    return inputs;
}

// Parameters are refused together where their combination is.
void checkCourse(const Section& section, const Course& course, const Experiment& e) {
    Values values = course.values;
    if (const std::string why = e.params.refusal(values); !why.empty()) section.refuse(why);
    for (const Order& order : course.orders)
        if (const auto* set = std::get_if<Values>(&order.what)) {
            for (const auto& [key, value] : *set) values[key] = value;
            if (const std::string why = e.params.refusal(values); !why.empty())
                section.refuse("at step " + std::to_string(order.at) + ": " + why);
        } else if (const Poke& poke = std::get<Poke>(order.what);
                   std::none_of(e.panels.begin(), e.panels.end(), [&](const PanelInfo& i) { return i.id == poke.panel; })) {
            section.refuse("no panel named " + poke.panel + " to edit");
        }
}

void readCourse(Section& section, Course& course) {
    const std::string& origin = section.origin();
    const std::string id = section.text("experiment", "");
    if (id.empty()) section.refuse("does not name its experiment");
    try {
        course = newSession(id);
    } catch (const Error& error) {
        section.refuse(error.what());
    }
    const Experiment& e = experiment(course.experiment);
    course.inputs.seed = std::uint64_t(section.whole("seed", std::int64_t(course.inputs.seed), INT64_MIN, INT64_MAX));
    if (const toml::table* params = section.table("params"))
        for (auto& [key, value] : readValues(*params, "params", origin, e.params, false)) course.values[key] = value;
    if (const toml::table* data = section.table("data")) course.inputs = readData(*data, origin, course.inputs);
    for (const toml::table* order : section.tables("orders")) course.orders.push_back(readOrder(*order, origin, e.params));
    std::stable_sort(course.orders.begin(), course.orders.end(), [](const Order& a, const Order& b) { return a.at < b.at; });
    checkCourse(section, course, e);
}

void readBranches(Section& top, Session& session) {
    session.name = top.text("name", "");
    std::vector<std::string> names{session.name};
    for (const toml::table* table : top.tables("branches")) {
        Section section(*table, "branches", top.origin());
        Branch branch;
        readCourse(section, branch);
        branch.name = section.text("name", "");
        section.refuseTheRest();
        if (branch.name.empty()) section.refuse("a branch has no name");
        if (std::find(names.begin(), names.end(), branch.name) != names.end()) section.refuse("two branches are named " + branch.name);
        names.push_back(branch.name);
        session.branches.push_back(std::move(branch));
    }
    if (session.name.empty() != session.branches.empty()) top.refuse("the course at hand needs a name beside branches, and only then");
}

}  // namespace

std::string toToml(const Session& session) {
    std::string text = "format = " + std::to_string(kFormat) + "\nexperiment = " + textLiteral(session.experiment) + "\n" +
                       seedLine(session) + "step = " + std::to_string(session.step) + "\n";
    if (!session.name.empty()) text += "name = " + textLiteral(session.name) + "\n";
    text += courseText(session, "");
    for (const Branch& branch : session.branches) text += branchText(branch);
    return text + viewText(session.view);
}

Session fromToml(std::string_view text, const std::string& origin) {
    if (trimmed(text).empty()) fail(origin + ": not a session: the file is empty");
    const toml::table document = parsedToml(text, origin, "session");
    Section top(document, "", origin);
    if (!document.contains("format")) top.refuse("not a session: it does not say format = " + std::to_string(kFormat));
    const std::int64_t format = top.whole("format", 0, 0, INT64_MAX);
    if (format > kFormat)
        top.refuse("made by a newer version of engram (format " + std::to_string(format) + ", this one reads " + std::to_string(kFormat) +
                   ")");
    if (format < 1) top.refuse("format " + std::to_string(format) + " never existed");
    Session session;
    readCourse(top, session);
    session.step = top.whole("step", 0, 0, kMostSteps);
    readBranches(top, session);
    if (const toml::table* view = top.table("view")) session.view = readView(*view, origin, experiment(session.experiment));
    const std::string& compared = session.view.compared;
    if (!compared.empty() &&
        std::none_of(session.branches.begin(), session.branches.end(), [&](const Branch& b) { return b.name == compared; }))
        top.refuse("no branch named " + compared + " to compare with");
    if (const toml::table* stamp = top.table("stamp")) readStamp(*stamp, origin);   // only to refuse a damaged one
    top.refuseTheRest();
    return session;
}

}  // namespace engram
