// A value of a parameter, and a full set of them by id. Plain data that copies, compares and hashes; text <-> value is in table.h.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>

namespace engram {

using Value = std::variant<bool, std::int64_t, double, std::string>;  // a choice is held by its id
using Values = std::map<std::string, Value, std::less<>>;

}  // namespace engram
