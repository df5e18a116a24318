// How well a few typed letters pick a name out of many: whole names first, then beginnings, words, initials, and at last letters in
// their order with others between. Greek letters go by their names too: "beta" finds β, and β finds "beta".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engram {

struct Match {
    double score = 0;     // more is better; below 0 the letters lie too far apart to be meant
    std::vector<int> at;  // bytes of the name at which matched letters begin, rising: to show them
};

// Every word of `typed` must be found; nothing typed matches all alike.
std::optional<Match> fuzzy(std::string_view typed, std::string_view name);

// How the words typed stand in a longer text: each of them as a whole word, as the beginning of one, somewhere, or not all.
enum class Found { No, Inside, Begun, Whole };
Found foundAsWords(std::string_view typed, std::string_view text);

// Small letters, with Greek ones spelled out: "Inverse temperature β" -> "inverse temperature beta".
std::string folded(std::string_view text);

}  // namespace engram
