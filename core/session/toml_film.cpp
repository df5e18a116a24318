// [view.film] of a session's TOML: its shape, and lists of keys by time.
#include <algorithm>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/session/toml_view.h"

namespace engram {

namespace {

constexpr std::int64_t kMostPixels = 16384;

std::string easingLine(Easing easing, Easing usual) {
    return easing == usual ? std::string() : "easing = " + textLiteral(easingNames()[std::size_t(easing)]) + "\n";
}

Easing readEasing(Section& section, Easing usual) {
    const auto& names = easingNames();
    return Easing(std::find(names.begin(), names.end(), section.choice("easing", names[std::size_t(usual)], names)) - names.begin());
}

std::string keysText(const FilmLayout& film) {
    std::string text;
    for (const CameraKey& key : film.cameras)
        text +=
            "\n[[view.film.camera]]\nat = " + realLiteral(key.at) + "\n" + easingLine(key.easing, Easing::Smooth) + cameraLines(key.camera);
    for (const ParamKey& key : film.params)
        text += "\n[[view.film.set]]\nat = " + realLiteral(key.at) + "\n" + easingLine(key.easing, Easing::Hold) + key.id + " = " +
                literal(key.value) + "\n";
    for (const Caption& caption : film.captions)
        text += "\n[[view.film.caption]]\nfrom = " + realLiteral(caption.from) + "\nto = " + realLiteral(caption.to) + "\ntext = " +
                textLiteral(caption.text) + "\n";
    return text;
}

ParamKey readParamKey(const toml::table& table, const std::string& origin, const Experiment& e) {
    Section section(table, "view.film.set", origin);
    ParamKey key;
    key.at = section.number("at", 0);
    key.easing = readEasing(section, Easing::Hold);
    toml::table rest = table;
    rest.erase("at"), rest.erase("easing");
    const Values values = readValues(rest, "view.film.set", origin, e.params, false);
    if (values.size() != 1) section.refuse("view.film.set must set one parameter, not " + std::to_string(values.size()));
    key.id = values.begin()->first, key.value = values.begin()->second;
    return key;
}

void readKeys(Section& section, const std::string& origin, const Experiment& e, FilmLayout& film) {
    film.cameras = readCameraKeyTables(section, "view.film.camera");
    for (const toml::table* table : section.tables("set")) film.params.push_back(readParamKey(*table, origin, e));
    for (const toml::table* table : section.tables("caption")) {
        Section part(*table, "view.film.caption", origin);
        film.captions.push_back({part.number("from", 0), part.number("to", 0), part.text("text", "")});
        part.refuseTheRest();
    }
}

}  // namespace

std::vector<CameraKey> readCameraKeyTables(Section& section, const std::string& name) {
    std::vector<CameraKey> keys;
    for (const toml::table* table : section.tables("camera")) {
        Section part(*table, name, section.origin());
        CameraKey key{part.number("at", 0), {}, readEasing(part, Easing::Smooth)};
        key.camera = readCameraKeys(part, name, keys.empty() ? Camera() : keys.back().camera);
        part.refuseTheRest();
        keys.push_back(key);
    }
    return keys;
}

std::string filmText(const FilmLayout& film) {
    if (film == FilmLayout()) return {};
    std::string text = "\n[view.film]\nwidth = " + std::to_string(film.width) + "\nheight = " + std::to_string(film.height) + "\nfps = " +
                       realLiteral(film.fps) + "\nseconds = " + realLiteral(film.seconds) + "\nfirst = " + std::to_string(film.first) +
                       "\nlast = " + std::to_string(film.last) + "\n";
    if (!film.panels.empty()) text += "panels = " + listLiteral(film.panels) + "\n";
    if (!film.theme.empty()) text += "theme = " + textLiteral(film.theme) + "\n";
    if (film.fade != 0) text += "fade = " + realLiteral(film.fade) + "\n";
    if (film.draft) text += "draft = true\n";
    return text + keysText(film);
}

FilmLayout readFilm(const toml::table& table, const std::string& origin, const Experiment& e) {
    Section section(table, "view.film", origin);
    FilmLayout film;
    film.width = int(section.whole("width", film.width, 1, kMostPixels));
    film.height = int(section.whole("height", film.height, 1, kMostPixels));
    film.fps = section.number("fps", film.fps), film.seconds = section.number("seconds", film.seconds);
    film.first = section.whole("first", 0, 0, kMostSteps), film.last = section.whole("last", 0, 0, kMostSteps);
    film.panels = readPanels(section, "panels", e);
    film.theme = section.text("theme", "");
    if (!film.theme.empty()) readTheme(section, "");
    film.fade = section.number("fade", 0);
    film.draft = section.flag("draft", false);
    readKeys(section, origin, e, film);
    section.refuseTheRest();
    try {
        checkFilm(film, e);
    } catch (const Error& error) {
        section.refuse(std::string("view.film: ") + error.what());
    }
    return film;
}

}  // namespace engram
