// A list: one parameter with an entry for each of several like things, such as the layers of a hierarchy. Its value is text with slashes
// between the entries, "1/0.3/0.1"; commas are read as well. The last entry holds for all that come after it, so "1" holds everywhere; a
// value is always written in the shortest way.
#pragma once

#include <string_view>
#include <vector>

#include "core/param/table.h"

namespace engram {

constexpr char kBetweenEntries = '/';

// Entry `place`, from 0, as a parameter of its own: "tau of layer 2".
ParamSpec entryOf(const ParamSpec& list, int place);
// The first `count` entries; 0: those that are written.
std::vector<Value> entriesOf(const ParamSpec& list, std::string_view text, int count = 0);
std::string listText(std::vector<std::string> entries);
// With another entry; the others of the `shown` ones stay what they are.
Value withEntry(const Value& value, int place, std::string entry, int shown);

}  // namespace engram
