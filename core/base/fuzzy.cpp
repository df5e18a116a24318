#include "core/base/fuzzy.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"

namespace engram {

namespace {

// A score says first of which kind a match is; within a kind the shorter name comes first.
constexpr double kWhole = 100, kBeginning = 80, kWord = 60, kInitials = 45, kInside = 35, kScattered = 10;
constexpr double kLetterCost = 0.05, kGapCost = 1;

struct Letter {
    char letter = 0;
    int at = 0;  // byte in the name
    bool startsWord = false;
};

using Named = std::pair<std::string_view, std::string_view>;
constexpr std::array<Named, 48> kGreek{
    {{"α", "alpha"}, {"β", "beta"},  {"γ", "gamma"},  {"δ", "delta"},   {"ε", "epsilon"}, {"ζ", "zeta"}, {"η", "eta"},     {"θ", "theta"},
     {"ι", "iota"},  {"κ", "kappa"}, {"λ", "lambda"}, {"μ", "mu"},      {"ν", "nu"},      {"ξ", "xi"},   {"ο", "omicron"}, {"π", "pi"},
     {"ρ", "rho"},   {"σ", "sigma"}, {"τ", "tau"},    {"υ", "upsilon"}, {"φ", "phi"},     {"χ", "chi"},  {"ψ", "psi"},     {"ω", "omega"},
     {"Α", "alpha"}, {"Β", "beta"},  {"Γ", "gamma"},  {"Δ", "delta"},   {"Ε", "epsilon"}, {"Ζ", "zeta"}, {"Η", "eta"},     {"Θ", "theta"},
     {"Ι", "iota"},  {"Κ", "kappa"}, {"Λ", "lambda"}, {"Μ", "mu"},      {"Ν", "nu"},      {"Ξ", "xi"},   {"Ο", "omicron"}, {"Π", "pi"},
     {"Ρ", "rho"},   {"Σ", "sigma"}, {"Τ", "tau"},    {"Υ", "upsilon"}, {"Φ", "phi"},     {"Χ", "chi"},  {"Ψ", "psi"},     {"Ω", "omega"}}};

char small(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }
bool isWordPart(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80); }

std::vector<Letter> lettersOf(std::string_view text) {
    std::vector<Letter> letters;
    bool begins = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto greek = std::find_if(kGreek.begin(), kGreek.end(), [&](const Named& g) { return text.substr(at).starts_with(g.first); });
        if (greek != kGreek.end()) {
            for (const char& c : greek->second) letters.push_back({c, int(at), &c == greek->second.data()});
            at += greek->first.size();
            begins = true;
            continue;
        }
        const char c = small(text[at]);
        letters.push_back({c, int(at), begins && isWordPart(c)});
        begins = !isWordPart(c);
        ++at;
    }
    return letters;
}

std::vector<int> places(const std::vector<Letter>& name, const std::vector<std::size_t>& indices) {
    std::vector<int> at;
    for (const std::size_t i : indices)
        if (at.empty() || at.back() != name[i].at) at.push_back(name[i].at);
    return at;
}

std::optional<Match> together(std::string_view word, const std::vector<Letter>& name) {
    std::optional<Match> best;
    for (std::size_t begin = 0; begin + word.size() <= name.size(); ++begin) {
        std::vector<std::size_t> indices;
        for (std::size_t i = 0; i < word.size() && name[begin + i].letter == word[i]; ++i) indices.push_back(begin + i);
        if (indices.size() < word.size()) continue;
        const double score = begin == 0 ? (word.size() == name.size() ? kWhole : kBeginning) : name[begin].startsWord ? kWord : kInside;
        if (!best || score > best->score) best = Match{score, places(name, indices)};
    }
    return best;
}

std::optional<Match> initials(std::string_view word, const std::vector<Letter>& name) {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < name.size() && indices.size() < word.size(); ++i)
        if (name[i].startsWord && name[i].letter == word[indices.size()]) indices.push_back(i);
    if (indices.size() < word.size()) return std::nullopt;
    return Match{kInitials, places(name, indices)};
}

// The first end found going forward, then as close together as going back from there allows.
std::optional<Match> scattered(std::string_view word, const std::vector<Letter>& name) {
    std::size_t found = 0, end = 0;
    for (std::size_t i = 0; i < name.size() && found < word.size(); ++i)
        if (name[i].letter == word[found]) ++found, end = i;
    if (found < word.size()) return std::nullopt;
    std::vector<std::size_t> indices;
    for (std::size_t i = end + 1; i-- > 0 && found > 0;)
        if (name[i].letter == word[found - 1]) --found, indices.push_back(i);
    std::reverse(indices.begin(), indices.end());
    const double gaps = double(end - indices.front() + 1 - word.size());
    return Match{kScattered - kGapCost * gaps, places(name, indices)};
}

std::optional<Match> matchWord(std::string_view word, const std::vector<Letter>& name) {
    if (auto match = together(word, name)) return match;
    if (auto match = initials(word, name)) return match;
    return scattered(word, name);
}

// How one word stands in a text of small letters. Short ones stand in too many words to be looked for inside of them.
Found foundWord(std::string_view word, std::string_view text) {
    constexpr std::size_t kLeastBegun = 2, kLeastInside = 4;
    Found best = Found::No;
    for (std::size_t at = text.find(word); at != text.npos && best != Found::Whole; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !isWordPart(text[at - 1]), ends = end == text.size() || !isWordPart(text[end]);
        const Found found = begins && ends                         ? Found::Whole
                            : begins && word.size() >= kLeastBegun ? Found::Begun
                            : word.size() >= kLeastInside          ? Found::Inside
                                                                   : Found::No;
        best = std::max(best, found);
    }
    return best;
}

}  // namespace

Found foundAsWords(std::string_view typed, std::string_view text) {
    const std::string letters = folded(text);
    Found least = Found::No;
    bool first = true;
    for (const std::string& word : split(folded(typed), ' ')) {
        if (word.empty()) continue;
        const Found found = foundWord(word, letters);
        least = std::exchange(first, false) ? found : std::min(least, found);
    }
    return least;
}

std::string folded(std::string_view text) {
    std::string result;
    for (const Letter& letter : lettersOf(text)) result += letter.letter;
    return result;
}

std::optional<Match> fuzzy(std::string_view typed, std::string_view name) {
    const std::vector<Letter> letters = lettersOf(name);
    const std::string wanted = folded(typed);
    if (wanted.empty()) return Match{};
    std::optional<Match> all = together(wanted, letters);  // words as they stand in the name are worth more than each alone
    if (!all) {
        Match sum;
        int words = 0;
        for (const std::string& word : split(wanted, ' ')) {
            if (word.empty()) continue;
            const auto match = matchWord(word, letters);
            if (!match) return std::nullopt;
            sum.score += match->score;
            sum.at.insert(sum.at.end(), match->at.begin(), match->at.end());
            ++words;
        }
        sum.score /= std::max(1, words);
        std::sort(sum.at.begin(), sum.at.end());
        sum.at.erase(std::unique(sum.at.begin(), sum.at.end()), sum.at.end());
        all = std::move(sum);
    }
    all->score -= kLetterCost * double(letters.size());
    return all;
}

}  // namespace engram
