// Pairs of words that people have rated, as MEN, WordSim-353 and SimLex-999 give them: two words and a number a line, divided by tabs,
// commas or spaces. A first line without a number is a heading.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace engram {

struct RatedPair {
    std::string a, b;  // in lower case
    double rating = 0;
};
std::vector<RatedPair> readWordPairs(const std::filesystem::path& path);  // throws, naming file and line

// Spearman's rank correlation; equal values share the mean of their ranks. NaN where one side is constant or there are fewer than two.
double spearman(const std::vector<double>& x, const std::vector<double>& y);

}  // namespace engram
