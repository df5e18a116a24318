#include "core/param/list.h"

#include <algorithm>

#include "core/base/text.h"

namespace engram {

ParamSpec entryOf(const ParamSpec& list, int place) {
    ParamSpec entry = list;
    const std::string name = list.entry + " " + std::to_string(place + 1);
    entry.id = list.id + " of " + name;
    entry.label = name, entry.symbol.clear();
    entry.kind = list.each;
    if (const auto* fallback = std::get_if<std::string>(&list.fallback)) {
        const std::vector<std::string> written = split(*fallback, kBetweenEntries);
        const std::string& own = written[std::min(std::size_t(place), written.size() - 1)];
        if (list.each == Kind::Choice)
            entry.fallback = own;
        else if (const auto number = parseReal(own))
            entry.fallback = list.each == Kind::Int ? Value(std::int64_t(*number)) : Value(*number);
    }
    return entry;
}

std::vector<Value> entriesOf(const ParamSpec& list, std::string_view text, int count) {
    const std::vector<std::string> written = split(text, kBetweenEntries);
    std::vector<Value> entries;
    for (std::size_t i = 0; i < (count > 0 ? std::size_t(count) : written.size()); ++i)
        entries.push_back(ParamTable().parse(entryOf(list, int(i)), written[std::min(i, written.size() - 1)]));
    return entries;
}

std::string listText(std::vector<std::string> entries) {
    while (entries.size() > 1 && entries.back() == entries[entries.size() - 2]) entries.pop_back();
    return join(entries, std::string(1, kBetweenEntries));
}

Value withEntry(const Value& value, int place, std::string entry, int shown) {
    std::vector<std::string> entries = split(std::get<std::string>(value), kBetweenEntries);
    entries.resize(std::max({entries.size(), std::size_t(shown), std::size_t(place) + 1}), std::string(entries.back()));
    entries[std::size_t(place)] = std::move(entry);
    return listText(std::move(entries));
}

}  // namespace engram
