#include "core/data/word_pairs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <sstream>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace engram {

namespace {

constexpr std::uint64_t kMostBytes = 64 << 20;

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = char(c + 32);
    return text;
}

std::vector<std::string> fieldsOf(const std::string& line) {
    std::vector<std::string> fields(1);
    for (const char c : line) {
        if (c == '\r') continue;
        if (c == '\t' || c == ',' || c == ';' || c == ' ') {
            if (!fields.back().empty()) fields.emplace_back();
        } else {
            fields.back().push_back(c);
        }
    }
    if (fields.back().empty()) fields.pop_back();
    return fields;
}

std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> rank(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t j = i;
        while (j < order.size() && values[order[j]] == values[order[i]]) ++j;
        for (std::size_t k = i; k < j; ++k) rank[order[k]] = 0.5 * double(i + j - 1);
        i = j;
    }
    return rank;
}

}  // namespace

std::vector<RatedPair> readWordPairs(const std::filesystem::path& path) {
    std::istringstream in(readFile(path, kMostBytes));
    std::vector<RatedPair> pairs;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        const std::vector<std::string> fields = fieldsOf(line);
        if (fields.empty()) continue;
        const auto rating = fields.size() >= 3 ? parseReal(fields[2]) : std::nullopt;
        if (!rating && number == 1) continue;
        if (!rating || !std::isfinite(*rating)) fail(path.string() + " line " + std::to_string(number) + " is not two words and a rating");
        pairs.push_back({lower(fields[0]), lower(fields[1]), *rating});
    }
    if (pairs.empty()) fail(path.string() + " holds no rated pairs of words");
    return pairs;
}

double spearman(const std::vector<double>& x, const std::vector<double>& y) {
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    if (x.size() != y.size() || x.size() < 2) return kNone;
    const std::vector<double> a = ranks(x), b = ranks(y);
    const double mean = 0.5 * double(a.size() - 1);
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        ab += (a[i] - mean) * (b[i] - mean), aa += (a[i] - mean) * (a[i] - mean), bb += (b[i] - mean) * (b[i] - mean);
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : kNone;
}

}  // namespace engram
