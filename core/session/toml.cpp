// The text form of a session. Writing is by hand, so that the same session always gives the same bytes; reading refuses by name
// whatever it does not know.
#include <algorithm>
#include <cmath>
#include <tuple>

#include <toml++/toml.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/session/session.h"

namespace engram {

namespace {

constexpr int kFormat = 1;
constexpr std::int64_t kMostSteps = 1'000'000;  // opening a session runs it to its step
constexpr double kMostPoke = 1e4;                // far beyond any picture or plane

// ---- writing ----------------------------------------------------------------------------------------------------------

std::string textLiteral(std::string_view text) {
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

std::string real(double value) {
    const std::string text = shortest(value);
    return text.find_first_of(".einn") == std::string::npos ? text + ".0" : text;
}

std::string literal(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return textLiteral(*text);
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    return real(std::get<double>(value));
}

std::string orderText(const Order& order) {
    std::string text = "\n[[orders]]\nat = " + std::to_string(order.at) + "\n";
    if (const auto* set = std::get_if<Values>(&order.what)) {
        std::vector<std::string> parts;
        for (const auto& [id, value] : *set) parts.push_back(id + " = " + literal(value));
        return text + "set = { " + join(parts, ", ") + " }\n";
    }
    const Poke& poke = std::get<Poke>(order.what);
    return text + "poke = { panel = " + textLiteral(poke.panel) + ", item = " + std::to_string(poke.item) + ", x = " + real(poke.x) + ", y = " +
           real(poke.y) + ", radius = " + real(poke.radius) + ", value = " + real(poke.value) + " }\n";
}

std::string cameraText(const std::string& panel, const Camera& camera) {
    return "\n[view.camera." + panel + "]\ntarget = [" + real(camera.target[0]) + ", " + real(camera.target[1]) + ", " + real(camera.target[2]) +
           "]\ndistance = " + real(camera.distance) + "\nazimuth = " + real(camera.azimuthDeg) + "\nelevation = " + real(camera.elevationDeg) +
           "\nfield_of_view = " + real(camera.fovDeg) + "\nshift = [" + real(camera.shiftX) + ", " + real(camera.shiftY) + "]\n";
}

std::string dataText(const Inputs& inputs) {
    std::string text;
    for (const auto& [key, path] : {std::pair{"data", &inputs.data}, {"labels", &inputs.labels}, {"pairs", &inputs.pairs}})
        if (!path->empty()) text += std::string(key) + " = " + textLiteral(path->string()) + "\n";
    return text.empty() ? text : "\n[data]\n" + text;
}

std::string listText(const std::vector<std::string>& texts) {
    std::vector<std::string> literals;
    for (const std::string& text : texts) literals.push_back(textLiteral(text));
    return std::string("[").append(join(literals, ", ")).append("]");
}

std::string figureText(const FigureLayout& figure) {
    const FigureLayout plain;
    std::string text;
    if (!figure.panels.empty()) text += "panels = " + listText(figure.panels) + "\n";
    for (const auto& [key, value, usual] : {std::tuple{"width_mm", figure.widthMm, plain.widthMm}, {"height_mm", figure.heightMm, plain.heightMm},
                                            {"dpi", figure.dpi, plain.dpi}})
        if (value != usual) text += std::string(key) + " = " + real(value) + "\n";
    if (figure.theme != plain.theme) text += "theme = " + textLiteral(figure.theme) + "\n";
    return text.empty() ? text : "\n[view.figure]\n" + text;
}

std::string viewText(const Blueprint& view) {
    const Blueprint plain;
    std::string text;
    if (view.theme != plain.theme) text += "theme = " + textLiteral(view.theme) + "\n";
    if (!view.hero.empty()) text += "hero = " + textLiteral(view.hero) + "\n";
    if (!view.instruments.empty()) text += "instruments = " + listText(view.instruments) + "\n";
    if (!text.empty()) text = "\n[view]\n" + text;
    text += figureText(view.figure);
    for (const auto& [panel, camera] : view.cameras) text += cameraText(panel, camera);
    return text;
}

// ---- reading ----------------------------------------------------------------------------------------------------------

// One table of the document; knows where it is and which keys were asked for, so that what is left over can be named.
class Section {
public:
    Section(const toml::table& table, std::string name, std::string origin)
        : table_(table), name_(std::move(name)), origin_(std::move(origin)) {}

    [[noreturn]] void refuse(const std::string& what) const { fail(origin_ + ": " + what); }
    std::string label(std::string_view key) const { return name_.empty() ? std::string(key) : name_ + "." + std::string(key); }

    const toml::node* find(std::string_view key) {
        known_.emplace_back(key);
        return table_.get(key);
    }
    double number(std::string_view key, double fallback) {
        const toml::node* node = find(key);
        return node ? numberOf(*node, label(key)) : fallback;
    }
    std::int64_t whole(std::string_view key, std::int64_t fallback, std::int64_t low, std::int64_t high) {
        const toml::node* node = find(key);
        if (!node) return fallback;
        const auto value = node->value_exact<std::int64_t>();
        if (!value) refuse(label(key) + " must be a whole number");
        if (*value < low || *value > high) refuse(label(key) + " = " + std::to_string(*value) + " is out of range");
        return *value;
    }
    std::string text(std::string_view key, const std::string& fallback) {
        const toml::node* node = find(key);
        if (!node) return fallback;
        const auto value = node->value_exact<std::string>();
        if (!value) refuse(label(key) + " must be a text");
        return *value;
    }
    const toml::array* list(std::string_view key) {
        const toml::node* node = find(key);
        if (node && !node->is_array()) refuse(label(key) + " must be a list");
        return node ? node->as_array() : nullptr;
    }
    const toml::table* table(std::string_view key) {
        const toml::node* node = find(key);
        if (node && !node->is_table()) refuse(label(key) + " must be a table");
        return node ? node->as_table() : nullptr;
    }
    double numberOf(const toml::node& node, const std::string& what) const {
        const auto value = node.value<double>();
        if (!value || !node.is_number()) refuse(what + " must be a number");
        if (!std::isfinite(*value)) refuse(what + " must be a finite number, not " + shortest(*value));
        return *value;
    }
    void refuseTheRest() const {
        std::vector<std::string> known;
        for (const std::string& key : known_) known.push_back(label(key));
        for (const auto& [key, node] : table_)
            if (std::find(known.begin(), known.end(), label(key.str())) == known.end())
                refuse(unknownName("key", label(key.str()), known) + " (line " + std::to_string(node.source().begin.line) + ")");
    }
    const toml::table& raw() const { return table_; }
    const std::string& origin() const { return origin_; }

private:
    const toml::table& table_;
    std::string name_, origin_;
    std::vector<std::string> known_;
};

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

std::array<double, 3> readNumbers(Section& section, std::string_view key, std::array<double, 3> fallback, std::size_t count) {
    const toml::array* list = section.list(key);
    if (!list) return fallback;
    if (list->size() != count) section.refuse(section.label(key) + " must hold " + std::to_string(count) + " numbers");
    for (std::size_t i = 0; i < count; ++i) fallback[i] = section.numberOf(*list->get(i), section.label(key));
    return fallback;
}

Camera readCamera(const toml::table& table, const std::string& name, const std::string& origin) {
    Section section(table, name, origin);
    Camera camera;
    const auto target = readNumbers(section, "target", {0, 0, 0}, 3);
    for (std::size_t i = 0; i < 3; ++i) camera.target[i] = float(target[i]);
    camera.distance = section.number("distance", camera.distance);
    camera.azimuthDeg = section.number("azimuth", camera.azimuthDeg);
    camera.elevationDeg = section.number("elevation", camera.elevationDeg);
    camera.fovDeg = section.number("field_of_view", camera.fovDeg);
    const auto shift = readNumbers(section, "shift", {0, 0, 0}, 2);
    camera.shiftX = shift[0], camera.shiftY = shift[1];
    section.refuseTheRest();
    if (camera.distance <= 0 || camera.fovDeg < 1 || camera.fovDeg > 120 || std::abs(camera.elevationDeg) > 90)
        section.refuse(name + " is not a possible camera");
    return camera;
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

std::string readTheme(Section& section, const std::string& fallback) {
    const std::string theme = section.text("theme", fallback);
    if (theme != "dark" && theme != "light" && theme != "print") section.refuse(unknownName("theme", theme, {"dark", "light", "print"}));
    return theme;
}

std::string knownPanel(Section& section, const Experiment& e, const std::string& panel) {
    try {
        return e.panel(panel).id;
    } catch (const Error& error) {
        section.refuse(error.what());
    }
}

FigureLayout readFigure(const toml::table& table, const std::string& origin, const Experiment& e) {
    Section section(table, "view.figure", origin);
    FigureLayout figure;
    if (const toml::array* list = section.list("panels"))
        for (const toml::node& node : *list) figure.panels.push_back(knownPanel(section, e, node.value_or(std::string())));
    figure.widthMm = section.number("width_mm", figure.widthMm);
    figure.heightMm = section.number("height_mm", figure.heightMm);
    figure.dpi = section.number("dpi", figure.dpi);
    figure.theme = readTheme(section, figure.theme);
    section.refuseTheRest();
    return figure;
}

Blueprint readView(const toml::table& table, const std::string& origin, const Experiment& e) {
    Section section(table, "view", origin);
    Blueprint view;
    view.theme = readTheme(section, view.theme);
    const auto known = [&](const std::string& panel) { return knownPanel(section, e, panel); };
    view.hero = section.text("hero", "");
    if (!view.hero.empty()) known(view.hero);
    if (const toml::array* list = section.list("instruments"))
        for (const toml::node& node : *list) view.instruments.push_back(known(node.value_or(std::string())));
    if (const toml::table* figure = section.table("figure")) view.figure = readFigure(*figure, origin, e);
    if (const toml::table* cameras = section.table("camera"))
        for (const auto& [panel, node] : *cameras) {
            if (!node.is_table()) section.refuse("view.camera." + std::string(panel.str()) + " must be a table");
            view.cameras[known(std::string(panel.str()))] = readCamera(*node.as_table(), "view.camera." + std::string(panel.str()), origin);
        }
    section.refuseTheRest();
    return view;
}

toml::table parsed(std::string_view text, const std::string& origin) {
    try {
        return toml::parse(text, origin);
    } catch (const toml::parse_error& error) {
        fail(origin + ": not a session: " + std::string(error.description()) + " (line " + std::to_string(error.source().begin.line) + ")");
    }
}

}  // namespace

std::string toToml(const Session& session) {
    const Experiment& e = experiment(session.experiment);
    std::string text = "format = " + std::to_string(kFormat) + "\nexperiment = " + textLiteral(session.experiment) +
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
    const toml::table document = parsed(text, origin);
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
