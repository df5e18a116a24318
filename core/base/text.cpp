#include "core/base/text.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace engram {

namespace {

std::string withTrueMinus(std::string text) {
    for (std::size_t at = 0; (at = text.find('-', at)) != std::string::npos; at += 3) text.replace(at, 1, "−");
    return text;
}

template <class T>
std::optional<T> parseWhole(std::string_view text) {
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::string shortest(double value) {
    char text[40];
    const double size = std::abs(value);
    // Left to itself the shortest form of 900000 is 9e+05; people write out what is not long.
    const bool plain = size == 0 || (size >= 1e-4 && size < 1e9);
    const auto result =
        plain ? std::to_chars(text, text + sizeof text, value, std::chars_format::fixed) : std::to_chars(text, text + sizeof text, value);
    return {text, result.ptr};
}

std::string fixed(double value, int decimals) {
    if (std::isnan(value)) return "n/a";
    char text[400];
    const int length = std::snprintf(text, sizeof text, "%.*f", decimals, value);
    std::string result(text, std::size_t(length));
    if (result.find_first_not_of("-0.") == std::string::npos && result.front() == '-') result.erase(0, 1);  // no "-0.00"
    return withTrueMinus(result);
}

std::string significant(double value, int digits) {
    if (value == 0) return "0";
    if (std::isnan(value)) return "n/a";
    if (!std::isfinite(value)) return withTrueMinus(shortest(value));
    const int exponent = int(std::floor(std::log10(std::abs(value))));
    if (exponent >= -4 && exponent < 6) return fixed(value, std::max(0, digits - 1 - exponent));
    char text[40];
    std::snprintf(text, sizeof text, "%.*e", digits - 1, value);
    return withTrueMinus(text);
}

std::optional<double> parseReal(std::string_view text) { return parseWhole<double>(text); }
std::optional<long long> parseInteger(std::string_view text) { return parseWhole<long long>(text); }

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = text.find(separator, begin);
        parts.emplace_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string all;
    for (std::size_t i = 0; i < parts.size(); ++i) all += (i ? std::string(separator) : std::string()) + parts[i];
    return all;
}

std::string hash64(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325ull;
    for (const char c : bytes) hash = (hash ^ std::uint8_t(c)) * 0x100000001b3ull;
    char text[20];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}

}  // namespace engram
