#include "core/base/words.h"

#include "core/base/text.h"

namespace engram {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n\v\f";
    const std::size_t begin = text.find_first_not_of(kBlank);
    return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::vector<std::string> wordsIn(std::string_view text, char separator) {
    std::vector<std::string> words;
    for (const std::string& part : split(text, separator))
        if (const std::string_view word = trimmed(part); !word.empty()) words.emplace_back(word);
    return words;
}

}  // namespace engram
