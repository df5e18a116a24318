// A lesson is Markdown: a title, an introduction, and scenes under second headings. Lines indented by four spaces are commands that
// make the view show what the text says. A lecture is a lesson whose scenes also say what stands on the screen. A scene that cannot
// be read keeps the reason, with file and line, so that a lecture goes on with the next one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engram {

inline constexpr int kLessonFormat = 1;
inline constexpr int kMostSentenceWords = 9, kMostQuestionWords = 12, kMostPins = 2, kMostAnswers = 5;  // what an audience can take in

struct LessonCommand {
    std::string name, rest;  // "set", "beta=13 corruption=0.5"
    int line = 0;            // from 1
};

// Words, then the commands that belong to them; either may be empty.
struct LessonBlock {
    std::string text;  // Markdown
    std::vector<LessonCommand> commands;
};

// A question to the audience. The right answer is the one whose number is nearest to the measure at the end of the run.
struct Ask {
    std::string question;
    std::vector<std::string> answers;
    std::string measure;
    std::vector<double> numbers;  // one an answer
    int rightAnswer(double measured) const;
};

struct LessonScene {
    std::string title;
    int line = 0;
    std::vector<LessonBlock> blocks;
    std::string trouble;  // why it cannot be shown: "talk.md, line 12: no command named shw; did you mean show"

    // What a lecture shows of it. Sentence and captions may hold numbers of the run: see measured_text.h.
    std::string sentence;               // large
    std::vector<std::string> captions;  // small, under it
    std::vector<std::string> endings;   // captions that would be false before the run has come to its end
    std::vector<std::string> notes;     // for the speaker alone
    std::vector<std::string> pins;      // the parameters that have a control on the screen
    std::optional<Ask> ask;
    std::vector<std::string> formulas;  // of assets/formulas, "dense_memory/energy"; a lecture has room for one
    double minutes = 0;                 // planned
};

struct Lesson {
    std::string origin;            // the file's name, for messages
    std::filesystem::path folder;  // what its commands name by a path lies relative to it
    std::string experiment;        // to begin with; may be empty where a command names one
    std::string title;
    LessonBlock opening;  // the introduction; its commands come before those of every scene
    std::vector<LessonScene> scenes;
    double minutes() const;  // planned, all scenes
};

// Whether a text is meant as a lesson, and not as words to be read: it has a title, a scene, and a command that says what is run.
bool looksLikeLesson(std::string_view text);

// Throws, naming file and line, where there is no title, no scene, or the opening is wrong: then there is nothing to go on with.
Lesson parseLesson(std::string_view text, const std::string& origin, const std::string& experiment = {});

}  // namespace engram
