#include "app/verbs/camera_file.h"

#include "core/base/file.h"
#include "core/session/toml_view.h"

namespace engram {

std::vector<CameraKey> loadCameraKeys(const std::filesystem::path& path) {
    constexpr std::uint64_t kMostBytes = std::uint64_t(16) << 20;
    const toml::table document = parsedToml(readFile(path, kMostBytes), path.string(), "file of camera keys");
    Section top(document, "", path.string());
    const std::vector<CameraKey> keys = readCameraKeyTables(top, "camera");
    top.refuseTheRest();
    if (keys.empty()) top.refuse("no [[camera]] in it");
    return keys;
}

}  // namespace engram
