#include "core/session/lesson.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/session/staging.h"

namespace engram {

namespace {

constexpr std::string_view kIndent = "    ";
constexpr double kMostMinutes = 600;

std::string textOf(const LessonCommand& command) {
    if (command.rest.empty()) usage(command.name + " needs words after it");
    return command.rest;
}

std::string fewWords(const LessonCommand& command, const std::string& text, int most) {
    if (const auto count = wordsIn(text).size(); count > std::size_t(most))
        usage(command.name + " has " + std::to_string(count) + " words; from the last row at most " + std::to_string(most) +
              " can be read");
    return text;
}

Ask questionOf(const LessonCommand& command) {
    const std::vector<std::string> parts = wordsIn(textOf(command), '|');
    if (parts.size() < 3 || parts.size() > kMostAnswers + 1)
        usage("ask needs a question and two to " + std::to_string(kMostAnswers) + " answers, with | between them");
    return {fewWords(command, parts[0], kMostQuestionWords), {parts.begin() + 1, parts.end()}, {}, {}};
}

// right nearest 3 | 8
void addRight(const LessonCommand& command, LessonScene& scene) {
    if (!scene.ask) usage("right comes after the ask that it answers");
    const std::string rest = textOf(command);
    const std::size_t space = rest.find(' ');
    scene.ask->measure = rest.substr(0, space);
    if (space != std::string::npos)
        for (const std::string& text : wordsIn(rest.substr(space), '|')) {
            const auto number = parseReal(text);
            if (!number || !std::isfinite(*number)) usage("right: " + text + " is no number");
            scene.ask->numbers.push_back(*number);
        }
    if (scene.ask->numbers.size() != scene.ask->answers.size())
        usage("right needs a measure and one number for each of the " + std::to_string(scene.ask->answers.size()) +
              " answers, with | between them");
}

void checkFormat(const LessonCommand& command) {
    const auto format = parseInteger(command.rest);
    if (!format || *format < 1) usage("format needs a number, 1 or more, not " + command.rest);
    if (*format > kLessonFormat)
        usage("made for a newer version of engram (format " + command.rest + ", this one reads " + std::to_string(kLessonFormat) + ")");
}

// Commands that say what stands on the screen; all others are about the run: see commandsOfTheRun().
using Telling = std::function<void(const LessonCommand&, LessonScene&)>;
const std::map<std::string, Telling>& tellings() {
    using C = const LessonCommand&;
    using S = LessonScene&;
    static const std::map<std::string, Telling> table{
        {"format", [](C c, S) { checkFormat(c); }},
        {"say", [](C c, S s) { s.sentence = fewWords(c, textOf(c), kMostSentenceWords); }},
        {"caption", [](C c, S s) { s.captions.push_back(textOf(c)); }},
        {"finally", [](C c, S s) { s.endings.push_back(textOf(c)); }},
        {"note", [](C c, S s) { s.notes.push_back(textOf(c)); }},
        {"ask", [](C c, S s) { s.ask = questionOf(c); }},
        {"right", addRight},
        {"formula", [](C c, S s) { s.formulas.push_back(textOf(c)); }},
        {"pin",
         [](C c, S s) {
             s.pins = wordsIn(textOf(c));
             if (s.pins.size() > std::size_t(kMostPins))
                 usage("pin names " + std::to_string(s.pins.size()) + " parameters; at most two have room");
         }},
        {"minutes",
         [](C c, S s) {
             const auto minutes = parseReal(c.rest);
             if (!minutes || !(*minutes > 0 && *minutes <= kMostMinutes)) usage("minutes needs a number above 0, not " + c.rest);
             s.minutes = *minutes;
         }},
    };
    return table;
}

std::vector<std::string> commandNames() {
    std::vector<std::string> names = commandsOfTheRun();
    for (const auto& [name, telling] : tellings()) names.push_back(name);
    return names;
}

class Reader {
public:
    Reader(const std::string& origin, const std::string& experiment) { lesson_.origin = origin, lesson_.experiment = experiment; }

    void line(const std::string& text) {
        ++line_;
        if (text.starts_with(kIndent)) {
            if (const std::string bare(trimmed(text)); !bare.empty()) command(bare);
        } else if (text.starts_with("## ")) {
            lesson_.scenes.emplace_back();
            scene().title = trimmed(text.substr(3)), scene().line = line_;
        } else if (text.starts_with("# ") && lesson_.title.empty()) {
            lesson_.title = trimmed(text.substr(2));
        } else {
            words(text);
        }
    }

    Lesson finished() {
        if (lesson_.title.empty()) usage(lesson_.origin + ", line 1: a lesson begins with its title, like # Dense memory");
        if (lesson_.scenes.empty())
            usage(lesson_.origin + ", line " + std::to_string(line_) + ": no scene; one begins with a heading, like ## Half a glyph");
        endText(lesson_.opening);
        for (LessonScene& s : lesson_.scenes)
            for (LessonBlock& block : s.blocks) endText(block);
        for (LessonScene& s : lesson_.scenes)
            if (s.ask && s.ask->measure.empty() && s.trouble.empty())
                s.trouble =
                    lesson_.origin + ", line " + std::to_string(s.line) + ": the scene asks, but no right says which answer is right";
        return std::move(lesson_);
    }

private:
    static void endText(LessonBlock& block) {
        while (block.text.ends_with("\n\n")) block.text.pop_back();
    }

    LessonScene& scene() { return lesson_.scenes.back(); }
    std::vector<LessonBlock>& blocks() {
        if (scene().blocks.empty()) scene().blocks.emplace_back();
        return scene().blocks;
    }

    void words(const std::string& text) {
        LessonBlock* block = &lesson_.opening;
        if (!lesson_.scenes.empty()) {
            const bool answersCommands = !blocks().back().commands.empty();
            if (answersCommands && trimmed(text).empty()) return;
            if (answersCommands) blocks().emplace_back();
            block = &blocks().back();
        }
        if (block->text.empty() && trimmed(text).empty()) return;
        block->text += text + "\n";
    }

    void command(const std::string& text) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const LessonCommand made{text.substr(0, end), std::string(trimmed(text.substr(end))), line_};
        const bool opening = lesson_.scenes.empty();
        LessonScene unused;
        try {
            static const std::vector<std::string> kNames = commandNames();
            if (std::find(kNames.begin(), kNames.end(), made.name) == kNames.end()) usage(unknownName("command", made.name, kNames));
            if (const auto telling = tellings().find(made.name); telling != tellings().end())
                telling->second(made, opening ? unused : scene());
            else
                (opening ? lesson_.opening : blocks().back()).commands.push_back(made);
        } catch (const Error& error) {
            const std::string sentence = lesson_.origin + ", line " + std::to_string(line_) + ": " + error.what();
            if (opening) usage(sentence);
            if (scene().trouble.empty()) scene().trouble = sentence;
        }
    }

    Lesson lesson_;
    int line_ = 0;
};

}  // namespace

int Ask::rightAnswer(double measured) const {
    int right = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (const double away = std::abs(numbers[i] - measured); away < least) right = int(i), least = away;
    return right;
}

double Lesson::minutes() const {
    double sum = 0;
    for (const LessonScene& scene : scenes) sum += scene.minutes;
    return sum;
}

bool looksLikeLesson(std::string_view text) {
    bool hasTitle = false, hasScene = false, saysWhatRuns = false;
    for (const std::string& line : split(text, '\n')) {
        const std::vector<std::string> words = line.starts_with(kIndent) ? wordsIn(line) : std::vector<std::string>();
        hasTitle |= line.starts_with("# ");
        hasScene |= line.starts_with("## ");
        saysWhatRuns |= words.size() > 1 && (words[0] == "experiment" || words[0] == "session");
    }
    return hasTitle && hasScene && saysWhatRuns;
}

Lesson parseLesson(std::string_view text, const std::string& origin, const std::string& experiment) {
    Reader reader(origin, experiment);
    for (std::string line : split(text, '\n')) {
        while (!line.empty() && line.back() == '\r') line.pop_back();
        reader.line(line);
    }
    return reader.finished();
}

}  // namespace engram
