// Whole files in and out. Writing goes to a new file beside the target that replaces it at the end: no half-written file is left.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace engram {

std::string readFile(const std::filesystem::path& path, std::uint64_t mostBytes);   // throws, naming file and reason
std::string readHead(const std::filesystem::path& path, std::size_t bytes);         // its first bytes; throws, naming file and reason
void writeFile(const std::filesystem::path& path, std::string_view bytes);          // atomic; throws, naming file and reason

// The name under which a file is made beside its target, to be renamed when it is whole.
std::filesystem::path unfinishedName(const std::filesystem::path& target);
std::string lowerEnding(const std::filesystem::path& path);                         // "png" of "Fig.PNG"; empty where there is none

}  // namespace engram
