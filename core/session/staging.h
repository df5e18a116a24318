// What a lesson asks of the run. One function carries out its commands, for the window, for clips and for tests, so that what was
// tested is what is shown. A scene is the same whichever way it is reached: it starts from the defaults and all scenes before it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "core/session/lesson.h"
#include "core/session/session.h"

namespace engram {

struct Staging {
    Session session;                    // complete; its step is where the scene begins
    bool stepGiven = false;             // by the scene; else it begins at the start
    bool plays = false;                 // by itself
    std::optional<std::int64_t> until;  // where playing ends; none: once the run settles
    double pace = 0;                    // steps a second; 0: as usual
    std::optional<Camera> camera;       // angles and, by its distance, how close: 1 shows all that matters
};

// What `show` asked for. Its first panel is large; a second stands beside it, as large, where the two belong together in the window as
// well, and else with the words.
struct ShownPanels {
    std::vector<std::string> large;  // one or two
    std::string withWords;           // empty: none
};
ShownPanels shownPanels(const Session& staged);

// Whether a run that is at this moment has come to the end that the scene lets it have.
bool hasEnded(const Staging& staging, const Snapshot& moment);

// Throws one sentence, without file and line.
void carryOut(const LessonCommand& command, Staging& staging, const std::filesystem::path& folder);
std::vector<std::string> commandsOfTheRun();  // the names of those that it knows

// The scene as its blocks up to and with `block` make it, looked at with the theme of `view`. Scenes that cannot be shown are left out
// on the way; throws, naming file and line, where this one cannot.
Staging stagingOf(const Lesson& lesson, std::size_t scene, std::size_t block, const Blueprint& view = {});
Staging stagingOf(const Lesson& lesson, std::size_t scene, const Blueprint& view = {});  // with all its blocks

// Reads a lesson and stages every scene once; what is wrong with one is then its trouble.
Lesson checkedLesson(std::string_view text, const std::string& origin, const std::filesystem::path& folder,
                     const std::string& experiment = {});
Lesson loadLesson(const std::filesystem::path& file);  // throws, naming the file
Lesson lessonOf(const Experiment& experiment);         // the one that comes with it

// The moment as a scene in Markdown, to be added to a lecture. What commands cannot say (orders given on the way, branches) goes into
// the session file named `beside`; empty: nothing does, see needsFile().
bool needsFile(const Session& session);
std::string sceneText(const Session& session, const std::string& title, const std::filesystem::path& folder, const std::string& beside);

}  // namespace engram
