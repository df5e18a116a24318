#include "render/figure/wrapping.h"

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

}  // namespace engram
