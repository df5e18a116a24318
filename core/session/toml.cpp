// The text form of a session. Writing is by hand, so that the same session always gives the same bytes; reading refuses by name
// whatever it does not know. The view has its own file, toml_view.cpp.
#include "core/session/toml_parts.h"

namespace engram {

namespace {

constexpr int kFormat = 1;
constexpr std::int64_t kMostSteps = 1'000'000;  // opening a session runs it to its step
constexpr double kMostPoke = 1e4;                // far beyond any picture or plane

// ---- writing ----------------------------------------------------------------------------------------------------------

std::string literal(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return tomlText(*text);
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    return tomlReal(std::get<double>(value));
}

std::string orderText(const Order& order) {
    std::string text = "\n[[orders]]\nat = " + std::to_string(order.at) + "\n";
    if (const auto* set = std::get_if<Values>(&order.what)) {
        std::vector<std::string> parts;
        for (const auto& [id, value] : *set) parts.push_back(id + " = " + literal(value));
        return text + "set = { " + join(parts, ", ") + " }\n";
    }
    const Poke& poke = std::get<Poke>(order.what);
    return text + "poke = { panel = " + tomlText(poke.panel) + ", item = " + std::to_string(poke.item) + ", x = " + tomlReal(poke.x) + ", y = " +
           tomlReal(poke.y) + ", radius = " + tomlReal(poke.radius) + ", value = " + tomlReal(poke.value) + " }\n";
}

std::string dataText(const Inputs& inputs) {
    std::string text;
    for (const auto& [key, path] : {std::pair{"data", &inputs.data}, {"labels", &inputs.labels}, {"pairs", &inputs.pairs}})
        if (!path->empty()) text += std::string(key) + " = " + tomlText(path->string()) + "\n";
    return text.empty() ? text : "\n[data]\n" + text;
}

// ---- reading ----------------------------------------------------------------------------------------------------------


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
            if (error.fault() == Fault::Usage) section.refuse(std::string(error.what()) + " (line " + std::to_string(node.source().begin.line) + ")");
            throw;
        }
    }
    return values;
}

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
    inputs.data = section.text("data", ""), inputs.labels = section.text("labels", ""), inputs.pairs = section.text("pairs", "");
    section.refuseTheRest();
    return inputs;
}

}  // namespace

std::string tomlText(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '\n') result += "\\n";
        else if (c == 0x7f) result += "\\u007F";
        else if (std::uint8_t(c) < 0x20) result += "\\u00" + std::string(c < 0x10 ? "0" : "1") + "0123456789ABCDEF"[c & 15];
        else result += c;
    }
    return result + '"';
}

std::string tomlReal(double value) {
    const std::string text = shortest(value);
    return text.find_first_of(".einn") == std::string::npos ? text + ".0" : text;
}

std::string tomlList(const std::vector<std::string>& texts) {
    std::vector<std::string> literals;
    for (const std::string& text : texts) literals.push_back(tomlText(text));
    return std::string("[").append(join(literals, ", ")).append("]");
}

toml::table parsedToml(std::string_view text, const std::string& origin) {
    try {
        return toml::parse(text, origin);
    } catch (const toml::parse_error& error) {
        fail(origin + ": not a session: " + std::string(error.description()) + " (line " + std::to_string(error.source().begin.line) + ")");
    }
}

std::string toToml(const Session& session) {
    const Experiment& e = experiment(session.experiment);
    std::string text = "format = " + std::to_string(kFormat) + "\nexperiment = " + tomlText(session.experiment) +
                       "\nseed = " + std::to_string(std::int64_t(session.inputs.seed)) + "\nstep = " + std::to_string(session.step) + "\n";
    const Values changed = e.params.changed(session.values);
    if (!changed.empty()) text += "\n[params]\n";
    for (const ParamSpec& spec : e.params.specs())  // in the order of the schema, as a person would read them
        if (auto it = changed.find(spec.id); it != changed.end()) text += spec.id + " = " + literal(it->second) + "\n";
    text += dataText(session.inputs);
    for (const Order& order : session.orders)
        if (const auto* set = std::get_if<Values>(&order.what); !set || !set->empty()) text += orderText(order);
    return text + viewText(session.view);
}

Session fromToml(std::string_view text, const std::string& origin) {
    const toml::table document = parsedToml(text, origin);
    Section top(document, "", origin);
    if (!document.contains("format")) top.refuse("not a session: it does not say format = " + std::to_string(kFormat));
    const std::int64_t format = top.whole("format", 0, 0, INT64_MAX);
    if (format > kFormat) top.refuse("made by a newer version of engram (format " + std::to_string(format) + ", this one reads " + std::to_string(kFormat) + ")");
    if (format < 1) top.refuse("format " + std::to_string(format) + " never existed");
    const std::string id = top.text("experiment", "");
    if (id.empty()) top.refuse("does not name its experiment");
    Session session;
    try {
        session = newSession(id);
    } catch (const Error& error) {
        top.refuse(error.what());
    }
    const Experiment& e = experiment(session.experiment);
    session.inputs.seed = std::uint64_t(top.whole("seed", std::int64_t(session.inputs.seed), INT64_MIN, INT64_MAX));
    session.step = top.whole("step", 0, 0, kMostSteps);
    if (const toml::table* params = top.table("params"))
        for (auto& [key, value] : readValues(*params, "params", origin, e.params, false)) session.values[key] = value;
    if (const toml::table* data = top.table("data")) session.inputs = readData(*data, origin, session.inputs);
    if (const toml::array* orders = top.list("orders"))
        for (const toml::node& node : *orders) {
            if (!node.is_table()) top.refuse("orders must be tables");
            session.orders.push_back(readOrder(*node.as_table(), origin, e.params));
        }
    std::stable_sort(session.orders.begin(), session.orders.end(), [](const Order& a, const Order& b) { return a.at < b.at; });
    if (const toml::table* view = top.table("view")) session.view = readView(*view, origin, e);
    if (const toml::table* stamp = top.table("stamp")) readStamp(*stamp, origin);   // no part of the session, but no nonsense either
    top.refuseTheRest();
    Values values = session.values;
    if (const std::string why = e.params.refusal(values); !why.empty()) top.refuse(why);
    for (const Order& order : session.orders)
        if (const auto* set = std::get_if<Values>(&order.what)) {
            for (const auto& [key, value] : *set) values[key] = value;
            if (const std::string why = e.params.refusal(values); !why.empty()) top.refuse("at step " + std::to_string(order.at) + ": " + why);
        } else if (const Poke& poke = std::get<Poke>(order.what); std::none_of(e.panels.begin(), e.panels.end(), [&](const PanelInfo& i) { return i.id == poke.panel; })) {
            top.refuse("no panel named " + poke.panel + " to edit");
        }
    return session;
}

}  // namespace engram
