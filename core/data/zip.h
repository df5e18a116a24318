// The members of a ZIP archive, stored or deflated, each checked against its checksum. What the archive claims is set against what it holds
// before memory is taken for it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace engram {

// By name; folders are left out. `name` is that of the archive, for errors. Throws where the members take more than `mostBytes` together.
std::map<std::string, std::string> unzip(std::string_view bytes, const std::string& name, std::uint64_t mostBytes);

}  // namespace engram
