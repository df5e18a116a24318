// How a session is looked at, as text: theme, panels, cameras, and the figure last made of it.
#include <tuple>

#include "core/session/toml_parts.h"

namespace engram {

namespace {

std::string cameraText(const std::string& panel, const Camera& camera) {
    return "\n[view.camera." + panel + "]\ntarget = [" + tomlReal(camera.target[0]) + ", " + tomlReal(camera.target[1]) + ", " + tomlReal(camera.target[2]) +
           "]\ndistance = " + tomlReal(camera.distance) + "\nazimuth = " + tomlReal(camera.azimuthDeg) + "\nelevation = " + tomlReal(camera.elevationDeg) +
           "\nfield_of_view = " + tomlReal(camera.fovDeg) + "\nshift = [" + tomlReal(camera.shiftX) + ", " + tomlReal(camera.shiftY) + "]\n";
}

std::string figureText(const FigureLayout& figure) {
    const FigureLayout plain;
    std::string text;
    if (!figure.panels.empty()) text += "panels = " + tomlList(figure.panels) + "\n";
    for (const auto& [key, value, usual] : {std::tuple{"width_mm", figure.widthMm, plain.widthMm}, {"height_mm", figure.heightMm, plain.heightMm},
                                            {"dpi", figure.dpi, plain.dpi}, {"point_size", figure.pointSize, plain.pointSize}})
        if (value != usual) text += std::string(key) + " = " + tomlReal(value) + "\n";
    if (figure.theme != plain.theme) text += "theme = " + tomlText(figure.theme) + "\n";
    if (figure.textAsPaths) text += "text_as_paths = true\n";
    if (figure.transparent) text += "transparent = true\n";
    return text.empty() ? text : "\n[view.figure]\n" + text;
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
    figure.pointSize = section.number("point_size", figure.pointSize);
    figure.textAsPaths = section.flag("text_as_paths", figure.textAsPaths);
    figure.transparent = section.flag("transparent", figure.transparent);
    section.refuseTheRest();
    return figure;
}

}  // namespace

std::string viewText(const Blueprint& view) {
    const Blueprint plain;
    std::string text;
    if (view.theme != plain.theme) text += "theme = " + tomlText(view.theme) + "\n";
    if (!view.hero.empty()) text += "hero = " + tomlText(view.hero) + "\n";
    if (!view.instruments.empty()) text += "instruments = " + tomlList(view.instruments) + "\n";
    if (!text.empty()) text = "\n[view]\n" + text;
    text += figureText(view.figure);
    for (const auto& [panel, camera] : view.cameras) text += cameraText(panel, camera);
    return text;
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

}  // namespace engram
