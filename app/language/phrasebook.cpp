#include "app/language/phrasebook.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace engram {

namespace {

constexpr char kHole = '\x1a';            // stands for a value that was taken out
constexpr int kMostHoles = 9;             // of a phrase: %1 to %9
constexpr std::size_t kMostKnown = 4096;  // names in texts make new ones without end
constexpr std::array<std::string_view, 6> kJoints{". ", "; ", ", ", ": ", " · ", "\n"};
constexpr std::array<std::string_view, 5> kEnds{". ", "; ", ", ", ": ", "\n"};  // no name goes on after one

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)); }
bool isGreek(char first) { return first == '\xce' || first == '\xcf'; }  // of the bytes of such a letter: "2β" is no number

// How long the number is that begins here; 0: none does. A sign may lead, thin spaces may part thousands, an exponent may follow.
std::size_t numberLength(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    const bool isFree = at == 0 || (!isLetter(text[at - 1]) && !isDigit(text[at - 1]) && text[at - 1] != '_');
    if (!isFree) return 0;
    if (rest.starts_with("n/a") || rest.starts_with("∞")) return 3;
    std::size_t end = rest.starts_with("−") ? 3 : rest.starts_with('-') ? 1 : 0;
    if (end >= rest.size() || !isDigit(rest[end])) return 0;
    const auto digits = [&] {
        while (end < rest.size() && isDigit(rest[end])) ++end;
    };
    const auto follows = [&](std::string_view sign) {
        return rest.substr(end).starts_with(sign) && end + sign.size() < rest.size() && isDigit(rest[end + sign.size()]);
    };
    digits();
    while (follows("\u2009")) end += 3, digits();
    if (follows(".")) ++end, digits();
    for (const std::string_view power : {"e−", "e-", "e+", "e"})
        if (follows(power)) {
            end += power.size(), digits();
            break;
        }
    return end < rest.size() && (isLetter(rest[end]) || isGreek(rest[end])) ? 0 : end;
}

struct Taken {
    std::string text;
    std::vector<std::string> values;
};

// Numbers, and what stands in double quotes.
Taken takenOut(const std::string& text) {
    Taken taken;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = text[at] == kHole ? 1 : numberLength(text, at);
        if (text[at] == '"') {
            taken.text += text[at++];
            const std::size_t close = text.find('"', at);
            length = close == text.npos ? 0 : close - at;
        }
        if (length == 0) {
            if (at < text.size()) taken.text += text[at++];
            continue;
        }
        taken.text += kHole;
        taken.values.push_back(text.substr(at, length));
        at += length;
        if (at < text.size() && text[at] == '"') taken.text += text[at++];
    }
    return taken;
}

int holesIn(std::string_view text) { return int(std::count(text.begin(), text.end(), kHole)); }

// A "%1" of the text's own, as in the name of a file, stands for none of its values.
bool hasMarks(std::string_view text) {
    for (std::size_t at = text.find('%'); at != text.npos; at = text.find('%', at + 1))
        if (at + 1 < text.size() && text[at + 1] >= '1' && text[at + 1] <= '9') return true;
    return false;
}

// As the phrase is asked for.
std::string numbered(std::string_view text) {
    std::string phrase;
    int hole = 0;
    for (const char c : text) phrase += c == kHole ? "%" + std::to_string(++hole) : std::string(1, c);
    return phrase;
}

// Words and holes of a phrase in turn, words first.
template <class OnWords, class OnHole>
void walk(std::string_view phrase, const OnWords& words, const OnHole& hole) {
    std::size_t from = 0;
    for (std::size_t at = phrase.find('%'); at != phrase.npos; at = phrase.find('%', at + 1))
        if (at + 1 < phrase.size() && phrase[at + 1] >= '1' && phrase[at + 1] <= '9') {
            words(phrase.substr(from, at - from));
            hole(phrase[at + 1] - '0');
            from = at + 2;
        }
    words(phrase.substr(from));
}

bool mayHold(Holds holds, std::string_view text) {
    if (holds == Holds::Numbers) return text == std::string_view(&kHole, 1);
    return std::ranges::none_of(
        kEnds, [&](std::string_view end) { return (holds == Holds::Name || end != ", ") && text.find(end) != std::string_view::npos; });
}

// What the holes of the phrase hold; nothing where the text is another one.
std::optional<std::vector<std::string_view>> held(const Phrase& phrase, std::string_view text) {
    std::vector<std::string_view> words, holes;
    walk(
        phrase.text, [&](std::string_view w) { words.push_back(w); }, [](int) {});
    if (!text.starts_with(words.front())) return std::nullopt;
    std::size_t at = words.front().size();
    for (std::size_t i = 1; i < words.size(); ++i) {
        const bool isLast = i + 1 == words.size();
        if (isLast && !text.ends_with(words[i])) return std::nullopt;
        const std::size_t next = isLast ? text.size() - words[i].size() : text.find(words[i], at + 1);
        if (next == text.npos || next <= at) return std::nullopt;
        holes.push_back(text.substr(at, next - at));
        const bool isNested = std::string_view(phrase.nested).find(char('0' + i)) != std::string_view::npos;
        if (!isNested && !mayHold(phrase.holds, holes.back())) return std::nullopt;
        at = next + words[i].size();
    }
    if (at != text.size()) return std::nullopt;
    return holes;
}

// The longest pieces that are known, one after the other, with what joins them: `known(piece)` tells, and takes it; pieces that are not
// go to `other` one by one, joints to `joint`.
template <class Known, class Other, class Joint>
void apart(std::string_view text, const Known& known, const Other& other, const Joint& joint) {
    struct Place {
        std::size_t at, length;
    };
    std::vector<Place> places;
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const std::string_view sign : kJoints)
            if (text.substr(at).starts_with(sign)) places.push_back({at, sign.size()});
    places.push_back({text.size(), 0});
    for (std::size_t from = 0, next = 0; next < places.size();) {
        std::size_t end = places.size();
        while (end > next && !known(text.substr(from, places[end - 1].at - from))) --end;
        if (end == next) other(text.substr(from, places[end++].at - from));
        joint(text.substr(places[end - 1].at, places[end - 1].length));
        from = places[end - 1].at + places[end - 1].length, next = end;
    }
}

}  // namespace

std::string phraseOf(const std::string& text) { return numbered(takenOut(text).text); }

bool isWords(std::string_view text) {
    std::size_t longest = 0, length = 0;
    for (const char c : text) {
        length = isLetter(c) ? length + 1 : 0;
        longest = std::max(longest, length);
    }
    return longest > 2;
}

// In the text values are holes already; the first of them is number `first`.
std::optional<Phrasebook::Spoken> Phrasebook::whole(std::string_view text, int first) const {
    Spoken spoken;
    const auto words = [&](std::string_view w) { spoken.push_back({std::string(w)}); };
    const auto untold = [&](std::string_view piece, int value) {  // with its values, and no word of it changed
        for (std::size_t from = 0;; ++value) {
            const std::size_t hole = piece.find(kHole, from);
            words(piece.substr(from, hole - from));
            if (hole == piece.npos) return;
            spoken.back().value = value, from = hole + 1;
        }
    };
    if (holesIn(text) <= kMostHoles && !hasMarks(text))
        if (const auto found = find_(numbered(text))) {
            walk(*found, words, [&](int hole) { spoken.back().value = first + hole - 1; });
            return spoken;
        }
    // A label and its value: "Memories 40".
    if (text.size() > 2 && text.ends_with(std::string{' ', kHole}) && holesIn(text) == 1)
        if (const auto found = find_(std::string(text.substr(0, text.size() - 2)))) return Spoken{{*found + ' ', first}};
    for (const Phrase& phrase : phrases_)
        if (const auto holes = held(phrase, text)) {
            const auto found = find_(phrase.text);
            if (!found) return std::nullopt;
            walk(*found, words, [&](int hole) {
                const std::string_view inside = (*holes)[std::size_t(hole) - 1];
                const int value = first + holesIn(text.substr(0, std::size_t(inside.data() - text.data())));
                if (std::string_view(phrase.nested).find(char('0' + hole)) == std::string_view::npos) return untold(inside, value);
                for (Piece& piece : compiled(inside, value)) spoken.push_back(std::move(piece));
            });
            return spoken;
        }
    return std::nullopt;
}

Phrasebook::Spoken Phrasebook::compiled(std::string_view text, int first) const {
    Spoken all;
    const auto known = [&](std::string_view piece) {
        const auto spoken = whole(piece, first);
        if (!spoken) return false;
        all.insert(all.end(), spoken->begin(), spoken->end());
        first += holesIn(piece);
        return true;
    };
    const auto as = [&](std::string_view piece) {
        for (const char c : piece) {
            if (all.empty() || all.back().value >= 0) all.push_back({});
            if (c == kHole)
                all.back().value = first++;
            else
                all.back().words += c;
        }
    };
    apart(text, known, as, as);
    return all;
}

std::string Phrasebook::say(const std::string& text) {
    if (const auto exact = find_(text)) return *exact;  // such as "Hopfield 1982"
    const Taken taken = takenOut(text);
    const std::lock_guard lock(mutex_);
    auto found = known_.find(taken.text);
    if (found == known_.end()) {
        if (known_.size() >= kMostKnown) known_.clear();
        found = known_.emplace(taken.text, compiled(taken.text, 0)).first;
    }
    std::string said;
    for (const Piece& piece : found->second) {
        said += piece.words;
        if (piece.value >= 0) said += taken.values[std::size_t(piece.value)];
    }
    return said;
}

void Phrasebook::forget() {
    const std::lock_guard lock(mutex_);
    known_.clear();
}

void Phrasebook::collect(const std::string& text, std::set<std::string>& phrases) const {
    const auto known = [&](std::string_view piece) {
        for (const Phrase& phrase : phrases_)
            if (const auto holes = held(phrase, piece)) {
                for (const char* hole = phrase.nested; *hole; ++hole) collect(std::string((*holes)[std::size_t(*hole - '1')]), phrases);
                return true;
            }
        return false;
    };
    const auto asked = [&](std::string_view piece) {
        if (isWords(piece)) phrases.insert(numbered(piece));
    };
    apart(takenOut(text).text, known, asked, [](std::string_view) {});
}

}  // namespace engram
