#include "core/session/session.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/session/film_recipe.h"
#include "core/session/recipe.h"

namespace engram {

Session newSession(std::string_view id) {
    const Experiment& e = experiment(id);
    Session session;
    session.experiment = e.id;
    session.values = e.params.defaults();
    return session;
}

std::string heroPanel(const Session& session, const Experiment& experiment) {
    const auto& panels = experiment.panels;
    const auto named = std::find_if(panels.begin(), panels.end(), [&](const PanelInfo& p) { return p.id == session.view.hero; });
    if (named != panels.end()) return named->id;
    const auto hero = std::find_if(panels.begin(), panels.end(), [](const PanelInfo& p) { return p.hero; });
    return hero != panels.end() ? hero->id : panels.empty() ? std::string() : panels.front().id;
}

std::vector<std::string> heroPanels(const Session& session, const Experiment& experiment) {
    const std::string hero = heroPanel(session, experiment);
    if (hero.empty() || experiment.panel(hero).beside.empty()) return {hero};
    return {hero, experiment.panel(hero).beside};
}

std::string cameraPanel(const Experiment& experiment, std::string_view panel) {
    const auto leads =
        std::find_if(experiment.panels.begin(), experiment.panels.end(), [&](const PanelInfo& p) { return p.beside == panel; });
    return leads != experiment.panels.end() ? leads->id : std::string(panel);
}

const Camera* keptCamera(const Blueprint& view, const Experiment& experiment, std::string_view panel) {
    const auto kept = view.cameras.find(cameraPanel(experiment, panel));
    return kept != view.cameras.end() ? &kept->second : nullptr;
}

Values Course::valuesAt(std::int64_t moment) const {
    Values result = values;
    for (const Order& order : orders)
        if (const auto* set = std::get_if<Values>(&order.what); set && order.at <= moment)
            for (const auto& [id, value] : *set) result[id] = value;
    return result;
}

std::string sessionTextIn(const std::filesystem::path& path) {
    constexpr std::uint64_t kMostBytes = std::uint64_t(256) << 20;
    if (isFilm(path)) return recipeInFilm(path);
    const std::string bytes = readFile(path, kMostBytes);
    if (bytes.empty()) fail(path.string() + " is empty");
    const bool isFigure =
        bytes.starts_with("\x89PNG") || bytes.starts_with("%PDF") || bytes.starts_with("<?xml") || bytes.starts_with("<svg");
    return isFigure ? recipeIn(bytes, path.string()) : bytes;
}

Session loadSession(const std::filesystem::path& path) { return fromToml(sessionTextIn(path), path.string()); }

void saveSession(const Session& session, const std::filesystem::path& path) { writeFile(path, toToml(session)); }

}  // namespace engram
