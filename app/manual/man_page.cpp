// engram.1: what the parser knows, between the words that it cannot know.
#include "app/manual/grammar.h"
#include "core/base/text.h"
#include "core/base/version.h"

namespace engram {

namespace {

constexpr const char* kDescription = R"(.SH DESCRIPTION
Engram runs published models of associative memory live, and draws their energies, trajectories and hidden neurons.
Without a verb it opens its window, with the given files: a session, a figure or film made by engram, or data.
A verb does one piece of work without a window; it needs no display and no graphics device.
.PP
Every figure and film carries its recipe: opened again, it brings the exact moment back.
The same command gives the same bytes.
)";

constexpr const char* kEnd = R"(.SH EXIT STATUS
0 done, 1 failed, 2 wrong usage; with one sentence on standard error that names what was wrong.
.SH ENVIRONMENT
.TP
.B ENGRAM_ISA
forces the kernels for x86-64, v3 or v4.
.SH FILES
.TP
.I $XDG_CONFIG_HOME/engram/engram.conf
preferences of the window;
.B \-\-safe\-mode
leaves them alone.
.TP
.I $XDG_DATA_HOME/engram/
a copy of the unsaved session, taken away on a clean exit.
.SH EXAMPLES
.TP
.B engram run dense_memory beta=20 \-\-json \-
measures and their traces
.TP
.B engram render dense_memory \-\-panel surface,energy \-\-at 22 \-o fig.pdf \-\-size 120mmx60mm
a figure of one moment
.TP
.B engram fig.pdf
the window, at that very moment
.TP
.B engram sweep dense_memory beta=1:16:1 count=4,8,12 \-\-seeds 5 \-o table.csv
a table of runs
.SH COPYRIGHT
MIT licence.
)";

// Text of troff: a hyphen that is typed stays one, a line may end between alternatives, and none begins with a control character.
std::string roff(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '-' || c == '\\') result += '\\';
        result += c == '\\' ? 'e' : c;
        if (c == '|') result += "\\:";
    }
    return result.starts_with('.') || result.starts_with('\'') ? "\\&" + result : result;
}

std::string typed(const GrammarEntry& entry) { return entry.type.empty() ? std::string() : " \\fI" + roff(entry.type) + "\\fR"; }

std::string listed(const GrammarEntry& entry, bool isPositional) {
    std::string names;
    for (const std::string& name : entry.names) names += (names.empty() ? "" : ", ") + ("\\fB" + roff(name) + "\\fR");
    return ".TP\n" + (isPositional ? typed(entry).substr(1) + (entry.many ? " ..." : "") : names + typed(entry)) + "\n" + roff(entry.help) +
           "\n";
}

std::string synopsis(const GrammarVerb& verb) {
    std::string text = ".B engram" + (verb.name.empty() ? "" : " " + verb.name) + "\n[\\fIoptions\\fR]";
    for (const GrammarEntry& entry : verb.positionals) {
        const std::string word = typed(entry).substr(1) + (entry.many ? " ..." : "");
        text += entry.required ? " " + word : " [" + word + "]";
    }
    return text + "\n";
}

std::string entries(const GrammarVerb& verb) {
    std::string text;
    for (const GrammarEntry& entry : verb.positionals) text += listed(entry, true);
    for (const GrammarEntry& entry : verb.options)
        if (verb.name.empty() || entry.names.back() != "--help") text += listed(entry, false);
    return text;
}

}  // namespace

std::string manualPage(const CLI::App& program) {
    const Grammar grammar = grammarOf(program);
    std::string text = ".TH ENGRAM 1 \"\" \"Engram " + std::string(version()) +
                       "\" \"User commands\"\n.ad l\n.SH NAME\nengram \\- a laboratory for associative memories\n" + ".SH SYNOPSIS\n" +
                       synopsis(grammar.window);
    for (const GrammarVerb& verb : grammar.verbs) text += ".br\n" + synopsis(verb);
    text += kDescription + std::string(".SH OPTIONS\n") + entries(grammar.window) + ".SH VERBS\n";
    for (const GrammarVerb& verb : grammar.verbs) text += ".SS " + verb.name + "\n" + roff(verb.help) + ".\n" + entries(verb);
    return text + kEnd;
}

}  // namespace engram
