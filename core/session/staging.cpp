#include "core/session/staging.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "core/base/asset.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/session/measured_text.h"
#include "core/view/theme.h"

namespace engram {

namespace {

constexpr std::uint64_t kMostLessonBytes = 1u << 20;
constexpr double kMostPace = 1000, kLeastElevation = 4;

std::vector<std::string> wordsOf(const LessonCommand& command, std::size_t least, std::size_t most) {
    const std::vector<std::string> words = wordsIn(command.rest);
    if (words.size() >= least && words.size() <= most) return words;
    if (most == 0) usage(command.name + " stands alone, without " + command.rest);
    usage(command.name + " needs " + std::to_string(least) + (least == most ? "" : " or more") + " words after it, not " +
          std::to_string(words.size()));
}

std::int64_t stepIn(const std::string& text) {
    const auto step = parseInteger(text);
    if (!step || *step < 0 || *step > kMostSteps) usage("a step is a number from 0 to " + std::to_string(kMostSteps) + ", not " + text);
    return *step;
}

double numberIn(const std::string& what, const std::string& text, double low, double high) {
    const auto number = parseReal(text);
    if (!number || !(*number >= low && *number <= high))
        usage(what + " is a number from " + shortest(low) + " to " + shortest(high) + ", not " + text);
    return *number;
}

// A lecture travels with its files, so they are named relative to it.
std::filesystem::path fileIn(const std::filesystem::path& folder, const LessonCommand& command) {
    if (command.rest.empty()) usage(command.name + " needs the name of a file");
    const std::filesystem::path named(command.rest);  // which may have spaces
    if (named.is_absolute())
        usage(named.string() + " is named from the root of the disk; name it relative to the lesson, so that both can travel");
    const std::filesystem::path path = folder / named;
    if (!std::filesystem::exists(path)) fail("no file " + path.string());
    return path;
}

void change(Staging& s, Session session) {
    session.view = s.session.view;
    s.session = std::move(session);
}

void set(const LessonCommand& command, Staging& s) {
    const ParamTable& params = experiment(s.session.experiment).params;
    Values values = s.session.valuesAt(s.session.step);
    for (const std::string& assignment : wordsOf(command, 1, 64)) params.set(values, assignment);
    params.demand(values);
    s.session.values = std::move(values), s.session.orders.clear();
}

void show(const LessonCommand& command, Staging& s) {
    const Experiment& e = experiment(s.session.experiment);
    const std::vector<std::string> panels = wordsOf(command, 1, 2);
    s.session.view.hero = e.panel(panels[0]).id;
    s.session.view.instruments.clear();
    if (panels.size() > 1) s.session.view.instruments = {e.panel(panels[1]).id};
}

void takeSession(const LessonCommand& command, Staging& s, const std::filesystem::path& folder) {
    Session session = loadSession(fileIn(folder, command));
    s.session.view.hero = session.view.hero, s.session.view.cameras = session.view.cameras;
    s.stepGiven = true;
    change(s, std::move(session));
}

void camera(const LessonCommand& command, Staging& s) {
    const std::vector<std::string> numbers = wordsOf(command, 2, 3);
    Camera camera;
    camera.azimuthDeg = numberIn("the first angle of a camera", numbers[0], -360, 360);
    camera.elevationDeg = numberIn("the second angle of a camera", numbers[1], kLeastElevation, 90);
    camera.distance = numbers.size() > 2 ? numberIn("the distance of a camera", numbers[2], 0.2, 5) : 1;
    s.camera = camera;
}

using CarryOut = std::function<void(const LessonCommand&, Staging&, const std::filesystem::path&)>;
const std::map<std::string, CarryOut>& table() {
    using C = const LessonCommand&;
    using S = Staging&;
    using F = const std::filesystem::path&;
    static const std::map<std::string, CarryOut> commands = [] {
        std::map<std::string, CarryOut> all{
            {"experiment",
             [](C c, S s, F) {
                 s.session.view.hero.clear(), s.session.view.instruments.clear(), change(s, newSession(wordsOf(c, 1, 1)[0]));
             }},
            {"session", takeSession},
            {"set", [](C c, S s, F) { set(c, s); }},
            {"show", [](C c, S s, F) { show(c, s); }},
            {"step", [](C c, S s, F) { s.session.step = stepIn(wordsOf(c, 1, 1)[0]), s.stepGiven = true; }},
            {"play",
             [](C c, S s, F) {
                 const auto words = wordsOf(c, 0, 1);
                 s.plays = true;
                 s.until = words.empty() ? std::nullopt : std::optional(stepIn(words[0]));
             }},
            {"pause", [](C c, S s, F) { wordsOf(c, 0, 0), s.plays = false; }},
            {"pace", [](C c, S s, F) { s.pace = numberIn("a pace", wordsOf(c, 1, 1)[0], 0.1, kMostPace); }},
            {"camera", [](C c, S s, F) { camera(c, s); }},
            {"theme", [](C c, S s, F) { s.session.view.theme = theme(wordsOf(c, 1, 1)[0]).name; }},
            {"seed",
             [](C c, S s, F) {
                 const auto seed = parseInteger(wordsOf(c, 1, 1)[0]);
                 if (!seed) usage("a seed is a whole number, not " + c.rest);
                 s.session.inputs.seed = std::uint64_t(*seed);
             }},
        };
        for (const InputFile& file : inputFiles())
            all.emplace(file.name, [path = file.path](C c, S s, F folder) { s.session.inputs.*path = fileIn(folder, c); });
        return all;
    }();
    return commands;
}

void carryOutAll(const Lesson& lesson, const LessonBlock& block, Staging& staging) {
    for (const LessonCommand& command : block.commands) try {
            carryOut(command, staging, lesson.folder);
        } catch (const Error& error) {
            throw Error(error.fault(), lesson.origin + ", line " + std::to_string(command.line) + ": " + error.what());
        }
}

std::string formulaPath(const std::string& name) { return "assets/formulas/" + name + ".svg"; }

std::vector<std::string> formulaNames() {
    std::vector<std::string> names;
    const std::size_t folder = formulaPath("").size() - std::string_view(".svg").size();
    for (const std::string& path : assetsUnder("assets/formulas/"))
        if (path.ends_with(".svg")) names.push_back(path.substr(folder, path.size() - folder - 4));
    return names;
}

// Numbers, questions and pins are about the experiment that the scene ends with.
void checkTelling(const LessonScene& scene, const Experiment& e) {
    checkFields(scene.sentence, e);
    for (const auto* captions : {&scene.captions, &scene.endings})
        for (const std::string& caption : *captions) checkFields(caption, e);
    for (const std::string& pin : scene.pins) e.params.at(pin);
    if (scene.ask) e.measure(scene.ask->measure);
    for (const std::string& formula : scene.formulas)
        if (!hasAsset(formulaPath(formula))) usage(unknownName("formula", formula, formulaNames()));
}

}  // namespace

ShownPanels shownPanels(const Session& staged) {
    const Experiment& e = experiment(staged.experiment);
    ShownPanels shown{{heroPanel(staged, e)}, {}};
    if (staged.view.instruments.empty()) return shown;
    const std::string &first = shown.large[0], &second = staged.view.instruments[0];
    const bool areTwo = e.panel(first).beside == second || e.panel(second).beside == first;
    areTwo ? shown.large.push_back(second) : void(shown.withWords = second);
    return shown;
}

bool hasEnded(const Staging& staging, const Snapshot& moment) {
    return moment.settled || (staging.until && moment.step >= *staging.until);
}

void carryOut(const LessonCommand& command, Staging& staging, const std::filesystem::path& folder) {
    if (staging.session.experiment.empty() && command.name != "experiment" && command.name != "session" && command.name != "theme")
        usage("name an experiment first, like experiment dense_memory");
    table().at(command.name)(command, staging, folder);
}

std::vector<std::string> commandsOfTheRun() {
    std::vector<std::string> names;
    for (const auto& [name, action] : table()) names.push_back(name);
    return names;
}

Staging stagingOf(const Lesson& lesson, std::size_t scene, std::size_t block, const Blueprint& view) {
    const LessonScene& wanted = lesson.scenes.at(scene);
    if (!wanted.trouble.empty()) usage(wanted.trouble);
    Staging staging;
    if (!lesson.experiment.empty()) staging.session = newSession(lesson.experiment);
    staging.session.view.theme = view.theme;
    carryOutAll(lesson, lesson.opening, staging);
    for (std::size_t i = 0; i <= scene; ++i) {
        if (!lesson.scenes[i].trouble.empty()) continue;
        Session session = std::move(staging.session);  // the run and the panels go on; how it is played and seen does not
        session.step = 0, session.view.cameras.clear();
        staging = {std::move(session), false, false, {}, 0, {}};
        const auto& blocks = lesson.scenes[i].blocks;
        for (std::size_t b = 0; b < blocks.size() && (i < scene || b <= block); ++b) {
            staging.plays = false;
            carryOutAll(lesson, blocks[b], staging);
        }
    }
    if (staging.session.experiment.empty())
        usage(lesson.origin + ", line " + std::to_string(wanted.line) + ": the scene names no experiment");
    return staging;
}

Staging stagingOf(const Lesson& lesson, std::size_t scene, const Blueprint& view) {
    return stagingOf(lesson, scene, lesson.scenes.at(scene).blocks.size(), view);
}

Lesson checkedLesson(std::string_view text, const std::string& origin, const std::filesystem::path& folder,
                     const std::string& experimentId) {
    Lesson lesson = parseLesson(text, origin, experimentId);
    lesson.folder = folder;
    for (std::size_t i = 0; i < lesson.scenes.size(); ++i) {
        LessonScene& scene = lesson.scenes[i];
        if (!scene.trouble.empty()) continue;
        try {
            const Staging staging = stagingOf(lesson, i);
            try {
                checkTelling(scene, experiment(staging.session.experiment));
            } catch (const Error& error) {
                usage(origin + ", line " + std::to_string(scene.line) + ": " + error.what());
            }
        } catch (const Error& error) {
            scene.trouble = error.what();
        }
    }
    return lesson;
}

Lesson loadLesson(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) fail("no file " + file.string());
    return checkedLesson(readFile(file, kMostLessonBytes), file.filename().string(), file.parent_path());
}

Lesson lessonOf(const Experiment& e) { return checkedLesson(e.lesson, "the lesson of " + e.id, {}, e.id); }

bool needsFile(const Session& session) { return !session.orders.empty() || !session.branches.empty(); }

std::string sceneText(const Session& session, const std::string& title, const std::filesystem::path& folder, const std::string& beside) {
    const Experiment& e = experiment(session.experiment);
    std::string text = "## " + title + "\n\n";
    const auto line = [&](const std::string& command, const std::string& rest) { text += "    " + command + " " + rest + "\n"; };
    if (!beside.empty()) {
        line("session", beside);
    } else {
        line("experiment", e.id);
        line("seed", std::to_string(std::int64_t(session.inputs.seed)));
        for (const InputFile& file : inputFiles())
            if (const auto& path = session.inputs.*file.path; !path.empty())
                line(file.name, std::filesystem::relative(path, folder).generic_string());
        std::vector<std::string> assignments;
        for (const auto& [id, value] : e.params.changed(session.values))
            assignments.push_back(id + "=" + e.params.print(e.params.at(id), value));
        if (!assignments.empty()) line("set", join(assignments, " "));
    }
    const std::string hero = heroPanel(session, e);
    line("show", join(heroPanels(session, e), " "));
    if (const Camera* kept = keptCamera(session.view, e, hero))
        line("camera", shortest(std::round(kept->azimuthDeg)) + " " + shortest(std::max(kLeastElevation, std::round(kept->elevationDeg))));
    line("step", std::to_string(session.step));
    if (!e.measures.empty()) line("caption", e.measures[0].label + " {" + e.measures[0].id + "} at step {step}");
    return text;
}

}  // namespace engram
