// The part of a session's TOML that says how it is looked at: layout, theme, cameras, the figure and the film last made.
#pragma once

#include "core/session/toml_section.h"
#include "core/view/theme.h"

namespace engram {

std::string viewText(const Blueprint& view);
Blueprint readView(const toml::table& table, const std::string& origin, const Experiment& experiment);

// A camera's keys, without a heading; what a table leaves out stays as in `fallback`.
std::string cameraLines(const Camera& camera);
Camera readCameraKeys(Section& section, const std::string& name, const Camera& fallback);
std::string readTheme(Section& section, const std::string& fallback);
std::vector<std::string> readPanels(Section& section, std::string_view key, const Experiment& experiment);

// `[[camera]]` tables by time; what one leaves out stays as in the one before.
std::vector<CameraKey> readCameraKeyTables(Section& section, const std::string& name);
std::string filmText(const FilmLayout& film);
FilmLayout readFilm(const toml::table& table, const std::string& origin, const Experiment& experiment);

}  // namespace engram
