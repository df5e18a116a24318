// Lines of comma-separated values: fields quoted where they must be. A field never spans lines, so that a file can be read by line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engram {

std::string csvField(std::string_view text);                               // line ends in it become spaces
std::string csvNumber(double value);                                       // shortest; empty where it is not a number
std::string csvLine(const std::vector<std::string>& fields);               // with its line end
std::optional<std::vector<std::string>> csvFields(std::string_view line);  // without a line end; nothing where quotes do not match

}  // namespace engram
