// engram: the window, or a verb. Errors end here: one sentence on stderr, exit code 1 (failed) or 2 (wrong usage).
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QHashSeed>

#include "app/bench/child.h"
#include "app/language/language.h"
#include "app/manual/grammar.h"
#include "app/shell/window.h"
#include "app/verbs/options.h"
#include "app/verbs/verbs.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/version.h"

namespace {

using namespace engram;

struct VerbEntry {
    const char* name;
    const char* summary;
    Action (*declare)(CLI::App&);
};
constexpr VerbEntry kVerbs[] = {
    {"list", "experiments, their parameters and measures", listVerb},
    {"run", "run a session without a window", runVerb},
    {"render", "a figure of one moment", renderVerb},
    {"video", "a session as a film", videoVerb},
    {"sweep", "a table of runs over many values", sweepVerb},
    {"verify", "run what a file recorded again and compare", verifyVerb},
    {"info", "what a file holds", infoVerb},
    {"lecture", "a clip and a still of every scene of a lecture", lectureVerb},
    {"gallery", "a picture of every panel in every theme", galleryVerb},
    {"bench", "measure a named piece of work", benchVerb},
};

bool isVerb(const std::string& word) {
    return std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](const VerbEntry& verb) { return word == verb.name; });
}

// A word that is neither a verb nor a file is most likely a verb mistyped. The window itself says which file there is not.
void checkFiles(const std::vector<std::string>& files, bool isSaidInTheWindow) {
    for (const std::string& file : files) {
        if (std::filesystem::exists(file)) continue;
        const bool isFile = file.find_first_of("/.") != std::string::npos;
        if (isFile && isSaidInTheWindow) continue;
        if (isFile) fail("no file " + file);
        std::vector<std::string> names;
        for (const VerbEntry& verb : kVerbs) names.emplace_back(verb.name);
        usage(unknownName("verb or file", file, names));
    }
}

// What may be said without a verb.
struct WindowRequest {
    std::vector<std::string> files;
    bool safeMode = false, manual = false, words = false;
    std::string completions;
};

int openWindow(int argc, char** argv, const WindowRequest& request) {
    const bool hasDisplay = bench::hasDisplay() || !qEnvironmentVariable("QT_QPA_PLATFORM").isEmpty();
    checkFiles(request.files, hasDisplay);
    if (!hasDisplay)
        fail("there is no display to open a window on; try 'engram gallery' or 'engram render'");
    WindowOptions options;
    options.files.assign(request.files.begin(), request.files.end());
    options.safeMode = request.safeMode;
    prepareWindow();
    int status = 0;
    {
        QApplication application(argc, argv);
        status = runWindow(application, options);
    }
    leave(status);
}

// Qt's own remarks (a missing XDG_RUNTIME_DIR, say) are not results; a fatal one still ends the program.
void keepQtQuiet(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg) std::fprintf(stderr, "engram: %s\n", qPrintable(message));
}

int act(int argc, char** argv, const Action& action) {
    qputenv("QT_QPA_PLATFORM", "offscreen");  // no verb needs a display
    qInstallMessageHandler(keepQtQuiet);
    catchInterrupts();
    QApplication application(argc, argv);
    action();
    return 0;
}

int start(int argc, char** argv) {
    CLI::App program("Engram, a laboratory for associative memories. Without a verb: the window.", "engram");
    program.set_version_flag("--version", std::string("engram ") + version());
    WindowRequest request;
    program.add_flag("--safe-mode", request.safeMode, "the window without preferences, without what a crash left, computing on the CPU");
    program.add_option("--completions", request.completions, "write the completions of a shell")->type_name(join(shells(), "|"));
    program.add_flag("--manual", request.manual, "write the manual page");
    program.add_flag("--words", request.words, "write what the core says, for translators")->group("");
    std::vector<std::pair<CLI::App*, Action>> actions;
    const bool verbGiven = argc > 1 && isVerb(argv[1]);
    if (!verbGiven) program.add_option("files", request.files, "a session, a figure made by engram, or data")->type_name("FILE");
    for (const VerbEntry& verb : kVerbs) {
        CLI::App* command = program.add_subcommand(verb.name, verb.summary);
        actions.emplace_back(command, verb.declare(*command));
    }
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return program.exit(error);
        usage(error.what());
    }
    for (const auto& [command, action] : actions)
        if (command->parsed()) return act(argc, argv, action);
    if (request.words) return writeResult("-", wordsOfCore()), 0;
    if (request.manual) return writeResult("-", manualPage(program)), 0;
    if (!request.completions.empty()) return writeResult("-", completions(program, request.completions)), 0;
    return openWindow(argc, argv, request);
}

}  // namespace

int main(int argc, char** argv) {
    QHashSeed::setDeterministicGlobalSeed();  // Qt writes a PDF's fonts in hash order: the same figure, the same bytes
    try {
        return start(argc, argv);
    } catch (const Error& error) {
        std::fprintf(stderr, "engram: %s\n", error.what());
        return int(error.fault());
    } catch (const std::bad_alloc&) {
        std::fprintf(stderr, "engram: not enough memory\n");
    } catch (const std::exception& error) {
        std::fprintf(stderr, "engram: %s\n", error.what());
    }
    return 1;
}
