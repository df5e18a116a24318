#include "core/session/toml_view.h"

#include <cmath>
#include <tuple>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/session/grid.h"

namespace engram {

std::string cameraLines(const Camera& camera) {
    const auto pair = [](double a, double b) { return "[" + realLiteral(a) + ", " + realLiteral(b); };
    return "target = " + pair(camera.target[0], camera.target[1]) + ", " + realLiteral(camera.target[2]) +
           "]\ndistance = " + realLiteral(camera.distance) + "\nazimuth = " + realLiteral(camera.azimuthDeg) +
           "\nelevation = " + realLiteral(camera.elevationDeg) + "\nfield_of_view = " + realLiteral(camera.fovDeg) +
           "\nshift = " + pair(camera.shiftX, camera.shiftY) + "]\n";
}

Camera readCameraKeys(Section& section, const std::string& name, const Camera& fallback) {
    Camera camera = fallback;
    const auto target = section.numbers("target", {fallback.target[0], fallback.target[1], fallback.target[2]}, 3);
    for (std::size_t i = 0; i < 3; ++i) camera.target[i] = float(target[i]);
    camera.distance = section.number("distance", camera.distance);
    camera.azimuthDeg = section.number("azimuth", camera.azimuthDeg);
    camera.elevationDeg = section.number("elevation", camera.elevationDeg);
    camera.fovDeg = section.number("field_of_view", camera.fovDeg);
    const auto shift = section.numbers("shift", {fallback.shiftX, fallback.shiftY, 0}, 2);
    camera.shiftX = shift[0], camera.shiftY = shift[1];
    if (camera.distance <= 0 || camera.fovDeg < 1 || camera.fovDeg > 120 || std::abs(camera.elevationDeg) > 90)
        section.refuse(name + " is not a possible camera");
    return camera;
}

std::string readTheme(Section& section, const std::string& fallback) { return section.choice("theme", fallback, themeNames()); }

namespace {

std::string figureText(const FigureLayout& figure) {
    const FigureLayout plain;
    std::string text;
    if (!figure.panels.empty()) text += "panels = " + listLiteral(figure.panels) + "\n";
    for (const auto& [key, value, usual] : {std::tuple{"width_mm", figure.widthMm, plain.widthMm},
                                            {"height_mm", figure.heightMm, plain.heightMm},
                                            {"dpi", figure.dpi, plain.dpi},
                                            {"point_size", figure.pointSize, plain.pointSize}})
        if (value != usual) text += std::string(key) + " = " + realLiteral(value) + "\n";
    if (figure.theme != plain.theme) text += "theme = " + textLiteral(figure.theme) + "\n";
    if (figure.textAsPaths) text += "text_as_paths = true\n";
    if (figure.transparent) text += "transparent = true\n";
    return text.empty() ? text : "\n[view.figure]\n" + text;
}

std::string gridText(const GridAxis& axis) {
    std::vector<std::string> values;
    for (const Value& value : axis.values) values.push_back(literal(value));
    return "\n[[view.grid]]\nid = " + textLiteral(axis.id) + "\nvalues = [" + join(values, ", ") + "]\n";
}

Value checkedIn(const Section& section, const ParamTable& params, const ParamSpec& spec, const toml::node& node) {
    try {
        return params.checked(spec, valueOf(node, section, spec.id));
    } catch (const Error& error) {
        if (error.fault() == Fault::Usage)
            section.refuse(std::string(error.what()) + " (line " + std::to_string(node.source().begin.line) + ")");
        throw;
    }
}

std::vector<GridAxis> readGrid(Section& view, const Experiment& e) {
    std::vector<GridAxis> grid;
    for (const toml::table* table : view.tables("grid")) {
        Section section(*table, "view.grid", view.origin());
        GridAxis axis;
        axis.id = section.text("id", "");
        const ParamSpec* spec = e.params.find(axis.id);
        if (!spec) section.refuse("no parameter named " + axis.id + " for a grid");
        if (const toml::array* values = section.list("values"))
            for (const toml::node& node : *values) axis.values.push_back(checkedIn(section, e.params, *spec, node));
        section.refuseTheRest();
        grid.push_back(std::move(axis));
    }
    try {
        checkGrid(grid, e);
    } catch (const Error& error) {
        view.refuse(error.what());
    }
    return grid;
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
    figure.panels = readPanels(section, "panels", e);
    figure.widthMm = section.number("width_mm", figure.widthMm);
    figure.heightMm = section.number("height_mm", figure.heightMm);
    figure.dpi = section.number("dpi", figure.dpi);
    figure.theme = readTheme(section, figure.theme);
    figure.pointSize = section.number("point_size", figure.pointSize);
    figure.textAsPaths = section.flag("text_as_paths", figure.textAsPaths);
    figure.transparent = section.flag("transparent", figure.transparent);
    section.refuseTheRest();
    return figure;
}

}  // namespace

std::vector<std::string> readPanels(Section& section, std::string_view key, const Experiment& experiment) {
    std::vector<std::string> panels;
    if (const toml::array* list = section.list(key))
        for (const toml::node& node : *list) panels.push_back(knownPanel(section, experiment, node.value_or(std::string())));
    return panels;
}

std::string viewText(const Blueprint& view) {
    const Blueprint plain;
    std::string text;
    if (view.theme != plain.theme) text += "theme = " + textLiteral(view.theme) + "\n";
    if (!view.hero.empty()) text += "hero = " + textLiteral(view.hero) + "\n";
    if (!view.instruments.empty()) text += "instruments = " + listLiteral(view.instruments) + "\n";
    if (!view.compared.empty()) text += "compared = " + textLiteral(view.compared) + "\n";
    if (view.compare != plain.compare) text += "compare = " + textLiteral(view.compare) + "\n";
    if (!text.empty()) text = "\n[view]\n" + text;
    for (const GridAxis& axis : view.grid) text += gridText(axis);
    text += figureText(view.figure) + filmText(view.film);
    for (const auto& [panel, camera] : view.cameras) text += "\n[view.camera." + panel + "]\n" + cameraLines(camera);
    return text;
}

Blueprint readView(const toml::table& table, const std::string& origin, const Experiment& e) {
    Section section(table, "view", origin);
    Blueprint view;
    view.theme = readTheme(section, view.theme);
    view.hero = section.text("hero", "");
    if (!view.hero.empty()) knownPanel(section, e, view.hero);
    view.instruments = readPanels(section, "instruments", e);
    view.compared = section.text("compared", "");
    view.compare = section.choice("compare", view.compare, {"beside", "overlay", "difference"});
    view.grid = readGrid(section, e);
    if (const toml::table* figure = section.table("figure")) view.figure = readFigure(*figure, origin, e);
    if (const toml::table* film = section.table("film")) view.film = readFilm(*film, origin, e);
    if (const toml::table* cameras = section.table("camera"))
        for (const auto& [key, node] : *cameras) {
            const std::string panel = knownPanel(section, e, std::string(key.str())), name = "view.camera." + panel;
            if (!node.is_table()) section.refuse(name + " must be a table");
            Section part(*node.as_table(), name, origin);
            view.cameras[panel] = readCameraKeys(part, name, Camera());
            part.refuseTheRest();
        }
    section.refuseTheRest();
    return view;
}

}  // namespace engram
