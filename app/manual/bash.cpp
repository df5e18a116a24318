// Completion for bash: tables made of the grammar and the experiments, and one function that reads them.
#include "app/manual/grammar.h"
#include "core/base/text.h"

namespace engram {

namespace {

constexpr const char* kFunction = R"sh(
_engram() {
    local line=${COMP_LINE:0:COMP_POINT} words word before verb experiment= takes candidates= each
    read -ra words <<< "$line."    # the dot keeps an empty last word
    word=${words[-1]%.} before=${words[-2]} verb=
    for each in "${words[@]:1:${#words[@]}-2}"; do
        [[ -z $verb && $each != -* ]] && verb=$each
        _engram_is_experiment "$each" && experiment=$each
    done
    takes=$(_engram_takes "$verb.$before")
    if [[ -z $takes && $word == -* ]]; then
        takes="words $(_engram_options "$verb")"
    elif [[ -z $takes ]]; then
        takes=$(_engram_positional "$verb")
        [[ $takes == experiment && -n $experiment ]] && takes=assignment
    fi
    COMPREPLY=()
    case $takes in
        words\ *) candidates=${takes#words } ;;
        experiment) candidates=$_engram_experiments ;;
        panels)
            candidates=$(_engram_panels "$experiment")
            [[ $word == *,* && -n $candidates ]] && candidates=$(printf "${word%,*},%s " $candidates) ;;
        assignment)
            if [[ $word == *=* ]]; then
                candidates=$(_engram_values "$experiment.${word%%=*}")
                [[ -n $candidates ]] && candidates=$(printf "${word%%=*}=%s " $candidates)
            else
                candidates=$(_engram_parameters "$experiment")
                compopt -o nospace 2>/dev/null
            fi ;;
    esac
    # Readline completes names of files where nothing fits; only where one may stand.
    [[ $takes == file || $takes == experiment || -z $verb ]] || compopt +o default +o bashdefault 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$word")
    # Where = separates words, readline has only what follows it to complete.
    [[ $word == *=* && $COMP_WORDBREAKS == *=* ]] && COMPREPLY=("${COMPREPLY[@]#"${word%%=*}="}")
}
complete -o bashdefault -o default -F _engram engram
)sh";

const char* word(Takes takes) {
    switch (takes) {
        case Takes::Experiment:
            return "experiment";
        case Takes::Assignment:
            return "assignment";
        case Takes::Panels:
            return "panels";
        case Takes::File:
        case Takes::Folder:
            return "file";
        default:
            return "other";
    }
}

std::vector<std::string> takes(const GrammarEntry& entry) {
    if (entry.takes != Takes::Choice) return {word(entry.takes)};
    std::vector<std::string> words{"words"};
    words.insert(words.end(), entry.choices.begin(), entry.choices.end());
    return words;
}

std::vector<std::string> optionNames(const GrammarVerb& verb) {
    std::vector<std::string> names;
    for (const GrammarEntry& option : verb.options) names.insert(names.end(), option.names.begin(), option.names.end());
    return names;
}

// A key of a table that a `case` can have: without a verb it is empty.
std::string key(const GrammarVerb& verb) { return verb.name.empty() ? "''" : verb.name; }

}  // namespace

std::string bashCompletions(const Grammar& grammar) {
    std::vector<std::string> verbs{"words"};
    for (const GrammarVerb& verb : grammar.verbs) verbs.push_back(verb.name);

    WordTable afterOption, options, positional{{"''", verbs}};
    std::vector<GrammarVerb> all = grammar.verbs;
    all.push_back(grammar.window);
    for (const GrammarVerb& verb : all) {
        for (const GrammarEntry& option : verb.options)
            for (const std::string& name : option.names)
                if (option.takes != Takes::Nothing) afterOption.push_back({verb.name + "." + name, takes(option)});
        options.push_back({key(verb), optionNames(verb)});
        if (!verb.name.empty() && !verb.positionals.empty()) positional.push_back({verb.name, takes(verb.positionals.front())});
    }
    return "# Completion of engram for bash, written by `engram --completions bash`.\n_engram_experiments='" + join(experimentIds(), " ") +
           "'\n_engram_is_experiment() { [[ \" $_engram_experiments \" == *\" $1 \"* ]]; }\n" + experimentFunctions(shellFunction) +
           shellFunction("takes", afterOption) + shellFunction("options", options) + shellFunction("positional", positional) + kFunction;
}

}  // namespace engram
