// Completion for fish: one line an option, and functions for what depends on the experiment.
#include "app/manual/grammar.h"
#include "core/base/text.h"
#include "core/experiment/experiment.h"

namespace engram {

namespace {

constexpr const char* kFunctions = R"sh(
function __engram_experiment  # the first word of the line that names one
    for each in (commandline -opc)
        contains -- $each $__engram_experiments; and echo $each; and return
    end
    return 1
end
function __engram_assignments
    set -l experiment (__engram_experiment)
    set -l word (commandline -ct)
    if string match -q -- '*=*' $word
        set -l id (string split -m 1 = -- $word)[1]
        string split ' ' -- (__engram_values $experiment.$id) | string replace -r '^(?=.)' $id=
    else
        string split ' ' -- (__engram_parameters $experiment)
    end
end
function __engram_panel_names
    set -l before (string match -r '.*,' -- (commandline -ct))
    string split ' ' -- (__engram_panels (__engram_experiment)) | string replace -r '^(?=.)' "$before"
end
complete -c engram -f
)sh";

std::string quoted(const std::string& text) { return "'" + backslashed(text, "'\\") + "'"; }

std::string action(const GrammarEntry& entry) {
    switch (entry.takes) {
        case Takes::Nothing:
            return {};
        case Takes::Choice:
            return " -x -a " + quoted(join(entry.choices, " "));
        case Takes::Panels:
            return " -x -a '(__engram_panel_names)'";
        case Takes::Assignment:
            return " -x -a '(__engram_assignments)'";
        case Takes::Experiment:
        case Takes::File:
            return " -r -F";
        case Takes::Folder:
            return " -x -a '(__fish_complete_directories)'";
        case Takes::Other:
            return " -x";
    }
    return {};
}

std::string options(const GrammarVerb& verb, const std::string& condition) {
    std::string text;
    for (const GrammarEntry& option : verb.options) {
        text += "complete -c engram -n " + quoted(condition);
        for (const std::string& name : option.names) text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        text += action(option) + " -d " + quoted(option.help) + "\n";
    }
    return text;
}

std::string positionals(const GrammarVerb& verb, const std::string& condition) {
    std::string text;
    for (const GrammarEntry& entry : verb.positionals) {
        const bool isTarget = entry.takes == Takes::Experiment;
        const std::string start =
            "complete -c engram -n " + quoted(condition + (isTarget ? "; and not __engram_experiment >/dev/null" : ""));
        if (isTarget)
            for (const Experiment& e : experiments()) text += start + " -a " + e.id + " -d " + quoted(e.title) + "\n";
        text += start + (isTarget || entry.takes == Takes::File ? " -F" : action(entry)) + "\n";
    }
    return text;
}

std::string function(const std::string& name, const WordTable& table) {
    std::string text = "function __engram_" + name + "\n    switch $argv[1]\n";
    for (const auto& [key, words] : table) text += "        case " + key + "\n            echo '" + join(words, " ") + "'\n";
    return text + "    end\nend\n";
}

}  // namespace

std::string fishCompletions(const Grammar& grammar) {
    std::string text = "# Completion of engram for fish, written by `engram --completions fish`.\nset -g __engram_experiments " +
                       join(experimentIds(), " ") + "\n" + experimentFunctions(function) + kFunctions;
    for (const GrammarVerb& verb : grammar.verbs)
        text += "complete -c engram -n __fish_use_subcommand -a " + verb.name + " -d " + quoted(verb.help) + "\n";
    text += "complete -c engram -n __fish_use_subcommand -F\n" + options(grammar.window, "__fish_use_subcommand");
    for (const GrammarVerb& verb : grammar.verbs) {
        const std::string condition = "__fish_seen_subcommand_from " + verb.name;
        text += options(verb, condition) + positionals(verb, condition);
    }
    return text;
}

}  // namespace engram
