#include "core/session/command_line.h"

#include <vector>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/session/edit.h"

namespace engram {

namespace {

bool sayable(const Session& session) {
    Blueprint view = session.view;
    view.figure = {}, view.film = {};
    return session.orders.empty() && session.branches.empty() && view == Blueprint();
}

// The session that the command begins with, at the step and with the layout that the rest of the line sets.
bool leadsTo(const Session& from, const Session& session) {
    Session reached = at(from, session.step);
    reached.view.figure = session.view.figure, reached.view.film = session.view.film;   // a film changes no figure
    return reached == session;
}

void addStart(std::vector<std::string>& words, const Session& session) {
    const Experiment& e = experiment(session.experiment);
    words.push_back(e.id);
    for (const auto& [id, value] : e.params.changed(session.values)) words.push_back(id + "=" + e.params.print(e.params.at(id), value));
    if (session.inputs.seed != Inputs().seed) words.insert(words.end(), {"--seed", std::to_string(std::int64_t(session.inputs.seed))});
    for (const InputFile& file : inputFiles())
        if (const auto& path = session.inputs.*file.path; !path.empty())
            words.insert(words.end(), {std::string("--") + file.name, path.string()});
}

// What differs from the layout that the command would take otherwise.
void addLayout(std::vector<std::string>& words, const FigureLayout& from, const FigureLayout& to) {
    if (to.panels != from.panels) words.insert(words.end(), {"--panel", join(to.panels, ",")});
    if (to.widthMm != from.widthMm || to.heightMm != from.heightMm)
        words.insert(words.end(), {"--size", shortest(to.widthMm) + "mmx" + shortest(to.heightMm) + "mm"});
    if (to.dpi != from.dpi) words.insert(words.end(), {"--dpi", shortest(to.dpi)});
    if (to.theme != from.theme) words.insert(words.end(), {"--theme", to.theme});
    if (to.pointSize != from.pointSize) words.insert(words.end(), {"--font-size", shortest(to.pointSize) + "pt"});
    if (to.textAsPaths != from.textAsPaths) words.emplace_back(to.textAsPaths ? "--text-as-paths" : "--no-text-as-paths");
    if (to.transparent != from.transparent) words.emplace_back(to.transparent ? "--transparent" : "--no-transparent");
}

}  // namespace

std::string shellQuoted(const std::string& word) {
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./,:@%";
    if (!word.empty() && word.find_first_not_of(kPlain) == word.npos) return word;
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string renderCommand(const Session& session, const std::filesystem::path& output, const std::filesystem::path& saved) {
    std::vector<std::string> words{"engram", "render"};
    if (sayable(session)) {
        addStart(words, session);
        words.insert(words.end(), {"--at", std::to_string(session.step)});
        addLayout(words, {}, session.view.figure);
    } else {
        if (saved.empty())
            fail("this moment holds more than a command can say (changes on the way, a camera, a layout); save the session first");
        const Session start = loadSession(saved);
        if (!leadsTo(start, session)) fail(saved.string() + " no longer holds this session; save it first");
        words.push_back(saved.string());
        if (start.step != session.step) words.insert(words.end(), {"--at", std::to_string(session.step)});
        addLayout(words, start.view.figure, session.view.figure);
    }
    words.insert(words.end(), {"-o", output.string()});
    for (std::string& word : words) word = shellQuoted(word);
    return join(words, " ");
}

std::string videoCommand(const Session& session, const std::filesystem::path& output, const std::filesystem::path& saved) {
    if (saved.empty()) fail("the keys of a film are in its session; save the session first");
    Session there = loadSession(saved);
    there.step = session.step;           // a film says its steps itself
    if (!(there == session)) fail(saved.string() + " no longer holds this film; save the session first");
    return "engram video " + shellQuoted(saved.string()) + " -o " + shellQuoted(output.string());
}

}  // namespace engram
