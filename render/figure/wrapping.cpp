#include "render/figure/wrapping.h"

#include <cctype>

#include "core/base/text.h"

namespace engram {

std::vector<std::string> wrappedLines(const std::string& text, Font font, double most, const TextMetrics& metrics) {
    std::vector<std::string> lines;
    for (const std::string& word : split(text, ' ')) {
        if (!lines.empty() && metrics.width(lines.back() + ' ' + word, font) <= most)
            lines.back() += ' ' + word;
        else
            lines.push_back(word);
    }
    return lines;
}

std::vector<std::string> byClauses(const std::string& text) {
    std::vector<std::string> left{text};
    for (std::size_t end = text.size(); end-- > 1;) {
        const bool number =
            text[end] == ',' && end + 2 < text.size() && text[end + 1] == ' ' && std::isdigit(static_cast<unsigned char>(text[end + 2]));
        if (text[end] == ';' || number) left.push_back(text.substr(0, end));
    }
    return left;
}

}  // namespace engram
