// Sentences composed of words, numbers and names, looked up without the latter two: "step 3 of 12" is asked for as "step %1 of %2". What
// is not known as a whole is taken apart at its commas, colons, semicolons and full stops, and each piece is asked for.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace engram {

// A phrase that is known beforehand: above all one with names in it, which no rule could tell from its words: "%1 is a folder, not a
// file". Names stay as they are; `nested` are the numbers of those holes that hold words of the program themselves.
enum class Holds { Numbers, Name, Names };  // what is in the holes; only Names have commas in them
struct Phrase {
    const char *text, *nested = "";
    Holds holds = Holds::Numbers;
};

// Numbers keep their form in every language, as the axes of plots, the sliders and what is typed have a decimal point.
class Phrasebook {
public:
    using Find = std::function<std::optional<std::string>(const std::string& phrase)>;
    Phrasebook(Find find, std::vector<Phrase> phrases) : find_(std::move(find)), phrases_(std::move(phrases)) {}

    std::string say(const std::string& text);  // from any thread
    void forget();                             // another language: `find` answers differently from here on

    // The phrases that must be known for all words of the text to be; none for sentences with names, whose list is at hand.
    void collect(const std::string& text, std::set<std::string>& phrases) const;

private:
    // Words, and after them the value of that number, or none where it is below 0.
    struct Piece {
        std::string words;
        int value = -1;
    };
    using Spoken = std::vector<Piece>;

    std::optional<Spoken> whole(std::string_view text, int first) const;
    Spoken compiled(std::string_view text, int first) const;

    Find find_;
    std::vector<Phrase> phrases_;
    std::mutex mutex_;
    std::unordered_map<std::string, Spoken> known_;  // by the text without its values
};

// The text as it is asked for, as a whole.
std::string phraseOf(const std::string& text);

// Formulas, units and numbers are the same in every language.
bool isWords(std::string_view text);

}  // namespace engram
