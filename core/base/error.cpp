#include "core/base/error.h"

#include <algorithm>
#include <numeric>

namespace engram {

void fail(const std::string& sentence) { throw Error(Fault::Failed, sentence); }
void usage(const std::string& sentence) { throw Error(Fault::Usage, sentence); }

namespace {

// Levenshtein distance with a swap of neighbours counted as one edit.
int editDistance(std::string_view a, std::string_view b) {
    std::vector<int> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        next[0] = int(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) next[j] = std::min(next[j], before[j - 2] + 1);
        }
        before = row, row = next;
    }
    return row.back();
}

}  // namespace

std::string nearest(std::string_view name, const std::vector<std::string>& known) {
    std::string best;
    int least = int(name.size()) / 3 + 2;  // about a third of the letters may be wrong
    for (const std::string& candidate : known) {
        int distance = editDistance(name, candidate);
        if (!name.empty() && candidate.starts_with(name)) distance = std::min(distance, 1);
        if (distance < least && distance < int(std::max(name.size(), candidate.size()))) best = candidate, least = distance;
    }
    return best;
}

std::string unknownName(std::string_view kind, std::string_view name, const std::vector<std::string>& known) {
    std::string sentence = "no " + std::string(kind) + " named " + std::string(name);
    if (const std::string near = nearest(name, known); !near.empty()) return sentence + "; did you mean " + near;
    if (known.empty()) return sentence;
    sentence += known.size() == 1 ? "; known is " : "; known are ";
    for (std::size_t i = 0; i < known.size(); ++i) sentence += (i ? ", " : "") + known[i];
    return sentence;
}

}  // namespace engram
