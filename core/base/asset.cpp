#include "core/base/asset.h"

#include <cstdlib>
#include <map>
#include <mutex>
#include <string>

#include "core/base/asset_table.h"
#include "core/base/error.h"
#include "core/base/file.h"

namespace engram {

namespace {

// Shaders of a source tree, read anew at each call; the texts live on, since callers hold views of them.
std::string_view fromSource(const std::string& root, std::string_view path) {
    static std::mutex mutex;
    static std::map<std::string, std::string, std::less<>> texts;
    constexpr std::uint64_t kMostBytes = 1 << 20;
    const std::string text = readFile(std::filesystem::path(root) / path, kMostBytes);
    const std::lock_guard lock(mutex);
    return texts.emplace(std::string(path) + '\n' + text, text).first->second;
}

}  // namespace

std::string_view asset(std::string_view path) {
    if (path.starts_with("shaders/"))
        if (const char* root = std::getenv("ENGRAM_SOURCE"); root && *root) return fromSource(root, path);
    for (int i = 0; i < kAssetCount; ++i)
        if (path == kAssets[i].path) return {kAssets[i].begin, std::size_t(kAssets[i].end - kAssets[i].begin)};
    fail("the program carries no file " + std::string(path));
}

bool hasAsset(std::string_view path) {
    for (int i = 0; i < kAssetCount; ++i)
        if (path == kAssets[i].path) return true;
    return false;
}

std::vector<std::string> assetsUnder(std::string_view folder) {
    std::vector<std::string> paths;
    for (int i = 0; i < kAssetCount; ++i)
        if (std::string_view(kAssets[i].path).starts_with(folder)) paths.emplace_back(kAssets[i].path);
    return paths;
}

}  // namespace engram
