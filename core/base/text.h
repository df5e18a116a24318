// Numbers to text and back, independent of the locale: the shortest text that reads back to the same double.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engram {

std::string shortest(double value);
std::string fixed(double value, int decimals);        // with a true minus sign (U+2212), for people; "n/a" where it is not a number
std::string significant(double value, int digits);    // for people: 13.0, 0.0042, 1.2e-7; true minus sign
std::optional<double> parseReal(std::string_view text);
std::optional<long long> parseInteger(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string hash64(std::string_view bytes);           // FNV-1a as 16 hex digits, to compare contents

}  // namespace engram
