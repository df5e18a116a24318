// Text as numbers: UTF-8 files, or all text files of a folder, read piece by piece into word ids with the cuts between sentences. The
// tokeniser is that of Liang et al. (2021): lower case, ASCII punctuation and non-ASCII letters removed, any token with a digit is <NUM>.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace engram {

enum class Punctuation { Removed, Separates };  // "well-known": wellknown, as published; or well, known
enum class Cut { Sentences, Paragraphs };       // what no window crosses

struct TextChoices {
    Punctuation punctuation = Punctuation::Removed;
    Cut cut = Cut::Sentences;
    int vocabulary = 20000;  // most frequent words that are kept, of those that occur minCount times
    int minCount = 1;
    bool skipUnknown = false;  // other words are left out; else they are all <UNK>, as published
};

constexpr int kSkipped = -1;

struct TextCorpus {
    std::vector<std::string> words;         // by falling count, of equal ones in the order of the alphabet
    std::vector<std::int64_t> counts;       // of each
    std::vector<int> tokens;                // ids, kSkipped for words left out
    std::vector<std::int64_t> starts;       // of sentences; begins with 0, ends with tokens.size()
    std::int64_t bytes = 0, different = 0;  // read; words before the cut-off
    int files = 0;
    std::vector<int> topics = {};  // of each word, of generated text; -1: none
    int homonym = -1;              // of generated text

    int wordCount() const { return int(words.size()); }
    std::int64_t sentenceCount() const { return std::int64_t(starts.size()) - 1; }
    int find(std::string_view word) const;  // its id, -1: not there
};

// A file, or the files of a folder that end in txt, text or md (README files are left out), in the order of their names. Throws, naming
// the file, where one is missing, binary, not UTF-8 or too large, where there are no words, or none occurs often enough.
TextCorpus readText(const std::filesystem::path& path, const TextChoices& choices);
TextCorpus tokenised(std::string_view text, const TextChoices& choices, const std::string& name = "the text");

// Tokens of one line as readText makes them, by the same rules; for documents and word lists.
std::vector<std::string> tokensOf(std::string_view line, Punctuation punctuation);

// Sentences of 20 words about one of `topics` subjects each: its own 25 words by Zipf's law, 50 function words (40 % of the text, by
// Zipf's law too), and one homonym that belongs to the first two topics (5 % of their text).
struct GeneratedText {
    int sentences = 12000, topics = 8;
    std::uint64_t seed = 7;
};
TextCorpus generateText(const GeneratedText& choices);

// The first token of every window of so many words that lies within one sentence. Sentences of 214 words and more are left out, as
// published. Throws where there is none.
std::vector<int> windowStarts(const TextCorpus& corpus, int width);
constexpr int kLongestSentence = 213;

}  // namespace engram
