// A value for a parameter as a person types it: "beta 2.5", "β=2.5", "inverse temperature 2.5", "model c".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/param/table.h"

namespace engram {

struct Assignment {
    const ParamSpec* spec = nullptr;
    std::string text;  // of the value, for ParamTable::parse
};

// None where the text is no assignment. With an equals sign it is one, and a name that is not there is refused with the nearest.
std::optional<Assignment> readAssignment(const ParamTable& table, std::string_view typed);

}  // namespace engram
