// Words of a line that a person or a file has written: the white space round them does not count.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace engram {

std::string_view trimmed(std::string_view text);
// The parts between separators, each trimmed; those that are empty are left out.
std::vector<std::string> wordsIn(std::string_view text, char separator = ' ');

}  // namespace engram
