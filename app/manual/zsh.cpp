// Completion for zsh: one _arguments call a verb, and functions for what depends on the experiment.
#include "app/manual/grammar.h"
#include "core/base/text.h"
#include "core/experiment/experiment.h"

namespace engram {

namespace {

constexpr const char* kFunctions = R"sh(
_engram_experiment() {  # the first word of the line that names one
    local each
    for each in $words[2,CURRENT-1]; do
        [[ -n ${_engram_experiments[(r)$each:*]} ]] && print -r -- $each && return
    done
}
_engram_targets() {
    _describe -t experiments experiment _engram_experiments
    _files
}
_engram_assignments() {
    local experiment=$(_engram_experiment)
    if compset -P '*='; then
        compadd -- ${=$(_engram_values $experiment.${IPREFIX%=})}
    else
        compadd -S '' -- $(_engram_parameters $experiment)
    fi
}
_engram_panel_names() {
    compset -P '*,'
    compadd -S '' -- $(_engram_panels $(_engram_experiment))
}
)sh";

// Inside single quotes, and where [ ] and : have a meaning.
std::string escaped(const std::string& text) {
    return join(split(backslashed(text, "[]:\\"), '\''), "'\\''");
}

std::string action(const GrammarEntry& entry) {
    switch (entry.takes) {
        case Takes::Nothing:
            return {};
        case Takes::Choice:
            return ":" + escaped(entry.names.back()) + ":(" + join(entry.choices, " ") + ")";
        case Takes::Experiment:
            return ":target:_engram_targets";
        case Takes::Assignment:
            return ":assignment:_engram_assignments";
        case Takes::Panels:
            return ":panel:_engram_panel_names";
        case Takes::File:
            return ":file:_files";
        case Takes::Folder:
            return ":folder:_files -/";
        case Takes::Other:
            return ":" + escaped(entry.type) + ": ";
    }
    return {};
}

std::string arguments(const GrammarVerb& verb, const std::string& indent) {
    std::string text = indent + "_arguments";
    for (const GrammarEntry& option : verb.options)
        for (const std::string& name : option.names)
            text += " \\\n" + indent + "    '*" + name + "[" + escaped(option.help) + "]" + action(option) + "'";
    for (std::size_t i = 0; i < verb.positionals.size(); ++i) {
        const GrammarEntry& entry = verb.positionals[i];
        text += " \\\n" + indent + "    '" + (entry.many ? "*" : std::to_string(i + 1)) + action(entry) + "'";
    }
    return text + "\n";
}

}  // namespace

std::string zshCompletions(const Grammar& grammar) {
    std::string ids, verbs, cases;
    for (const Experiment& e : experiments()) ids += "    '" + e.id + ":" + escaped(e.title) + "'\n";
    for (const GrammarVerb& verb : grammar.verbs) {
        verbs += "        '" + verb.name + ":" + escaped(verb.help) + "'\n";
        cases += "        " + verb.name + ")\n" + arguments(verb, "            ") + "            ;;\n";
    }
    return "#compdef engram\n# Completion of engram for zsh, written by `engram --completions zsh`.\nlocal -a "
           "_engram_experiments\n_engram_experiments=(\n" +
           ids + ")\n" + experimentFunctions(shellFunction) + kFunctions + "_engram() {\n    local -a verbs\n    verbs=(\n" + verbs +
           "    )\n    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n" +
           "        _describe -t verbs verb verbs\n        _files\n        return\n    fi\n    case $words[2] in\n" + cases +
           "        *)\n" + arguments(grammar.window, "            ") + "            ;;\n    esac\n}\n_engram \"$@\"\n";
}

}  // namespace engram
