// Files of assets/ and shaders/, embedded at build time and found by their path from the root ("assets/look/tokens.json").
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace engram {

// Throws Error when there is no such file. With ENGRAM_SOURCE set to a source tree, shaders are read from there instead,
// so that they can be edited while the program runs.
std::string_view asset(std::string_view path);
bool hasAsset(std::string_view path);
std::vector<std::string> assetsUnder(std::string_view folder);   // their paths, in order

}  // namespace engram
