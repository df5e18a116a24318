#include "core/data/text_corpus.h"

#include <algorithm>
#include <fstream>
#include <numeric>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/progress.h"

namespace engram {

namespace {

constexpr std::size_t kPiece = 1 << 20;
constexpr std::uintmax_t kMostBytes = std::uintmax_t(4) << 30;
constexpr std::size_t kMostWords = 20'000'000, kMostTokens = 1'500'000'000;
constexpr const char* kNumber = "<NUM>";
constexpr const char* kUnknown = "<UNK>";

bool isSpace(unsigned char c) { return c == ' ' || (c >= 9 && c <= 13); }
bool isDigit(unsigned char c) { return c >= '0' && c <= '9'; }
bool isLetter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A word as it grows, byte by byte.
struct Growing {
    std::string letters;
    bool hasDigit = false;
    void add(unsigned char c) {
        if (isDigit(c)) hasDigit = true;
        letters.push_back(char(c >= 'A' && c <= 'Z' ? c + 32 : c));
    }
    bool isThere() const { return hasDigit || !letters.empty(); }
    std::string_view text() const { return hasDigit ? std::string_view(kNumber) : std::string_view(letters); }
    void clear() { letters.clear(), hasDigit = false; }
};

// Checks UTF-8 as it passes (Unicode 15, table 3-7) and says where it is broken.
class Utf8Check {
public:
    bool take(unsigned char c) {
        if (left_ == 0) {
            if (c < 0x80) return true;
            low_ = 0x80, high_ = 0xBF;
            if (c >= 0xC2 && c <= 0xDF) return left_ = 1, true;
            if (c >= 0xE0 && c <= 0xEF) {
                if (c == 0xE0) low_ = 0xA0;
                if (c == 0xED) high_ = 0x9F;
                return left_ = 2, true;
            }
            if (c >= 0xF0 && c <= 0xF4) {
                if (c == 0xF0) low_ = 0x90;
                if (c == 0xF4) high_ = 0x8F;
                return left_ = 3, true;
            }
            return false;
        }
        if (c < low_ || c > high_) return false;
        low_ = 0x80, high_ = 0xBF, --left_;
        return true;
    }
    bool whole() const { return left_ == 0; }

private:
    int left_ = 0;
    unsigned char low_ = 0x80, high_ = 0xBF;
};

class Reader {
public:
    explicit Reader(const TextChoices& choices) : choices_(choices) {}

    // `tell` hears how many bytes of all files have been read.
    template <class Tell>
    void read(const std::filesystem::path& path, Tell tell) {
        std::ifstream in(path, std::ios::binary);
        if (!in) fail("cannot open " + path.string());
        std::vector<char> piece(kPiece);
        begin(path.string());
        while (in) {
            in.read(piece.data(), std::streamsize(piece.size()));
            take(std::string_view(piece.data(), std::size_t(in.gcount())));
            tell(bytes_ + at_);
        }
        if (in.bad()) fail("cannot read " + path.string());
        end();
    }
    void begin(const std::string& name) { name_ = name, check_ = {}, at_ = 0, newlines_ = 0; }
    void take(std::string_view piece) {
        for (const char sign : piece) {
            const auto c = static_cast<unsigned char>(sign);
            ++at_;
            if (c == 0) fail(name_ + " is not text: byte " + std::to_string(at_) + " is zero");
            if (!check_.take(c)) fail(name_ + " is not UTF-8: byte " + std::to_string(at_) + "; save it as UTF-8 first");
            add(c);
        }
    }
    void end() {
        if (!check_.whole()) fail(name_ + " is not UTF-8: it ends in the middle of a letter");
        finishWord();
        finishSentence();
        bytes_ += at_, ++files_;
    }

    TextCorpus corpus() {
        if (raw_.empty()) fail((files_ == 1 ? name_ : std::string("the text")) + " holds no words");
        TextCorpus corpus;
        std::vector<int> order(names_.size());
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(), [&](int a, int b) {
            const auto ca = counts_[std::size_t(a)], cb = counts_[std::size_t(b)];
            return ca != cb ? ca > cb : names_[std::size_t(a)] < names_[std::size_t(b)];
        });
        std::vector<int> idOf(names_.size(), kSkipped);
        std::int64_t others = 0;
        for (const int raw : order) {
            const auto count = counts_[std::size_t(raw)];
            if (count >= choices_.minCount && int(corpus.words.size()) < choices_.vocabulary) {
                idOf[std::size_t(raw)] = int(corpus.words.size());
                corpus.words.push_back(names_[std::size_t(raw)]), corpus.counts.push_back(count);
            } else {
                others += count;
            }
        }
        if (corpus.words.empty()) fail("no word of the text occurs " + std::to_string(choices_.minCount) + " times; lower min_count");
        if (others > 0 && !choices_.skipUnknown) {
            const int unknown = int(corpus.words.size());
            corpus.words.emplace_back(kUnknown), corpus.counts.push_back(others);
            for (int& id : idOf)
                if (id == kSkipped) id = unknown;
        }
        for (int& token : raw_) token = idOf[std::size_t(token)];
        corpus.tokens = std::move(raw_), corpus.starts = std::move(starts_);
        corpus.bytes = bytes_, corpus.different = std::int64_t(names_.size()), corpus.files = files_;
        return corpus;
    }

private:
    void add(unsigned char c) {
        if (isSpace(c)) {
            const bool ends = ends_;
            finishWord();
            if (c == '\n' && ++newlines_ == 2) finishSentence();
            if (ends && choices_.cut == Cut::Sentences) finishSentence();
            return;
        }
        newlines_ = 0;
        if (isLetter(c) || isDigit(c)) {
            word_.add(c);
            ends_ = false;
        } else if (c == '.' || c == '!' || c == '?') {
            ends_ = true;
            if (choices_.punctuation == Punctuation::Separates) finishLetters();
        } else if (choices_.punctuation == Punctuation::Separates && c < 0x80 && c != '\'') {
            finishLetters();
        } else if (choices_.punctuation == Punctuation::Separates && c >= 0x80 && dashEnds(c)) {
            finishLetters();
        }
    }
    // U+2012 to U+2015 are dashes: E2 80 92 to E2 80 95.
    bool dashEnds(unsigned char c) {
        dash_ = c == 0xE2 ? 1 : dash_ == 1 && c == 0x80 ? 2 : dash_ == 2 && c >= 0x92 && c <= 0x95 ? 3 : 0;
        return dash_ == 3;
    }
    void finishWord() {
        finishLetters();
        ends_ = false;
    }
    void finishLetters() {
        if (!word_.isThere()) return;
        const auto [place, isNew] = ids_.try_emplace(std::string(word_.text()), int(names_.size()));
        if (isNew) {
            if (names_.size() == kMostWords) fail("the text has more than 20 million different words");
            names_.push_back(place->first), counts_.push_back(0);
        }
        if (raw_.size() == kMostTokens) fail("the text has more than 1.5 billion words");
        ++counts_[std::size_t(place->second)];
        raw_.push_back(place->second);
        word_.clear();
    }
    void finishSentence() {
        if (starts_.empty()) starts_.push_back(0);
        if (std::int64_t(raw_.size()) > starts_.back()) starts_.push_back(std::int64_t(raw_.size()));
    }

    TextChoices choices_;
    std::string name_;
    Utf8Check check_;
    std::int64_t at_ = 0, bytes_ = 0;
    int files_ = 0, newlines_ = 0, dash_ = 0;
    bool ends_ = false;
    Growing word_;
    std::unordered_map<std::string, int> ids_;
    std::vector<std::string> names_;
    std::vector<std::int64_t> counts_, starts_;
    std::vector<int> raw_;
};

std::vector<std::filesystem::path> filesOf(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) fail("there is no text " + path.string());
    if (!std::filesystem::is_directory(path)) return {path};
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        const std::string ending = lowerEnding(entry.path());
        const bool isText = ending == "txt" || ending == "text" || ending == "md";
        if (entry.is_regular_file() && isText && entry.path().filename().string().find("README") == std::string::npos)
            files.push_back(entry.path());
    }
    if (files.empty()) fail("the folder " + path.string() + " holds no txt, text or md file");
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

int TextCorpus::find(std::string_view word) const {
    const auto place = std::find(words.begin(), words.end(), word);
    return place == words.end() ? -1 : int(place - words.begin());
}

TextCorpus readText(const std::filesystem::path& path, const TextChoices& choices) {
    const auto files = filesOf(path);
    std::uintmax_t bytes = 0;
    for (const auto& file : files) bytes += std::filesystem::file_size(file);
    if (bytes > kMostBytes) fail(path.string() + " holds more than 4 GiB of text");
    Reader reader(choices);
    const std::string what = "Reading " + path.filename().string();
    for (const auto& file : files)
        reader.read(file, [&](std::int64_t done) { reportProgress(what, bytes > 0 ? std::min(1.0, double(done) / double(bytes)) : -1); });
    return reader.corpus();
}

TextCorpus tokenised(std::string_view text, const TextChoices& choices, const std::string& name) {
    Reader reader(choices);
    reader.begin(name);
    reader.take(text);
    reader.end();
    return reader.corpus();
}

std::vector<std::string> tokensOf(std::string_view line, Punctuation punctuation) {
    std::vector<std::string> tokens;
    Growing word;
    const auto finish = [&] {
        if (word.isThere()) tokens.emplace_back(word.text());
        word.clear();
    };
    for (const char sign : line) {
        const auto c = static_cast<unsigned char>(sign);
        if (isLetter(c) || isDigit(c))
            word.add(c);
        else if (isSpace(c) || (punctuation == Punctuation::Separates && c < 0x80 && c != '\''))
            finish();
    }
    finish();
    return tokens;
}

std::vector<int> windowStarts(const TextCorpus& corpus, int width) {
    std::vector<int> starts;
    std::int64_t longest = 0;
    for (std::size_t s = 0; s + 1 < corpus.starts.size(); ++s) {
        const std::int64_t first = corpus.starts[s], length = corpus.starts[s + 1] - first;
        longest = std::max(longest, length);
        if (length > kLongestSentence) continue;
        for (std::int64_t at = first; at + width <= first + length; ++at)
            if (corpus.tokens[std::size_t(at + width / 2)] != kSkipped) starts.push_back(int(at));
    }
    if (starts.empty())
        fail("no sentence holds a window of " + std::to_string(width) + " words: the longest has " + std::to_string(longest) +
             (longest > kLongestSentence ? ", and more than 213 are not taken" : "") + "; narrow the window");
    return starts;
}

}  // namespace engram
