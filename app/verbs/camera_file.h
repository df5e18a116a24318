// Camera keys in a file written by hand: `[[camera]]` tables with `at` (seconds) and what differs from the key before: azimuth, elevation,
// distance, target, field_of_view, shift, easing.
#pragma once

#include <filesystem>
#include <vector>

#include "core/session/film.h"

namespace engram {

std::vector<CameraKey> loadCameraKeys(const std::filesystem::path& path);   // throws, naming file, key and line

}  // namespace engram
