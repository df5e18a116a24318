#include "app/manual/grammar.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/experiment/experiment.h"

namespace engram {

namespace {

bool isChoice(const std::string& type) {
    constexpr const char* kLetters = "abcdefghijklmnopqrstuvwxyz_0123456789|";
    return type.find('|') != std::string::npos && type.find_first_not_of(kLetters) == std::string::npos;
}

Takes takesOf(const std::string& type) {
    const auto has = [&](const char* word) { return type.find(word) != std::string::npos; };
    if (type.empty()) return Takes::Nothing;
    if (isChoice(type)) return Takes::Choice;
    if (has("EXP")) return Takes::Experiment;
    if (has("NAME[")) return Takes::Panels;
    if (type.starts_with("id=")) return Takes::Assignment;
    if (type == "DIR") return Takes::Folder;
    for (const char* file : {"FILE", "PATH", "PART", "FIG", "FILM", "TABLE"})
        if (has(file)) return Takes::File;
    return Takes::Other;
}

GrammarEntry entryOf(const CLI::Option& option) {
    GrammarEntry entry;
    for (const std::string& name : option.get_snames()) entry.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) entry.names.push_back("--" + name);
    if (option.get_positional()) entry.names = {option.get_single_name()};
    const bool isFlag = option.get_items_expected_max() == 0;
    entry.type = isFlag ? std::string() : option.get_type_name();
    entry.help = option.get_description();
    entry.takes = takesOf(entry.type);
    if (entry.takes == Takes::Choice) entry.choices = split(entry.type, '|');
    entry.required = option.get_required();
    entry.many = option.get_items_expected_max() > std::max(1, option.get_type_size_max());
    return entry;
}

GrammarVerb verbOf(const CLI::App& command) {
    GrammarVerb verb{command.get_name(), command.get_description(), {}, {}};
    for (const CLI::Option* option : command.get_options())
        if (!option->get_group().empty()) (option->get_positional() ? verb.positionals : verb.options).push_back(entryOf(*option));
    return verb;
}

WordTable parameterWords() {
    WordTable table;
    for (const Experiment& e : experiments()) {
        table.push_back({e.id, {}});
        for (const ParamSpec& spec : e.params.specs()) table.back().second.push_back(spec.id + "=");
    }
    return table;
}

WordTable valueWords() {
    WordTable table;
    for (const Experiment& e : experiments())
        for (const ParamSpec& spec : e.params.specs()) {
            std::vector<std::string> words;
            for (const Choice& choice : spec.choices) words.push_back(choice.id);
            if (spec.kind == Kind::Bool) words = {"on", "off"};
            if (!words.empty()) table.push_back({e.id + "." + spec.id, words});
        }
    return table;
}

WordTable panelWords() {
    WordTable table;
    for (const Experiment& e : experiments()) {
        table.push_back({e.id, {}});
        for (const PanelInfo& panel : e.panels) table.back().second.push_back(panel.id);
    }
    return table;
}

}  // namespace

Grammar grammarOf(const CLI::App& program) {
    Grammar grammar{program.get_description(), verbOf(program), {}};
    grammar.window.name.clear();
    for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) grammar.verbs.push_back(verbOf(*command));
    return grammar;
}

std::string shellFunction(const std::string& name, const WordTable& table) {
    std::string text = "_engram_" + name + "() {\n    case $1 in\n";
    for (const auto& [key, words] : table) text += "        " + key + ") echo '" + join(words, " ") + "' ;;\n";
    return text + "    esac\n}\n";
}

std::vector<std::string> experimentIds() {
    std::vector<std::string> ids;
    for (const Experiment& e : experiments()) ids.push_back(e.id);
    return ids;
}

std::string experimentFunctions(std::string (*function)(const std::string& name, const WordTable& table)) {
    return function("parameters", parameterWords()) + function("values", valueWords()) + function("panels", panelWords());
}

std::string backslashed(const std::string& text, std::string_view special) {
    std::string result;
    for (const char c : text) {
        if (special.find(c) != special.npos) result += '\\';
        result += c;
    }
    return result;
}

const std::vector<std::string>& shells() {
    static const std::vector<std::string> names{"bash", "zsh", "fish"};
    return names;
}

std::string completions(const CLI::App& program, const std::string& shell) {
    const Grammar grammar = grammarOf(program);
    if (shell == "bash") return bashCompletions(grammar);
    if (shell == "zsh") return zshCompletions(grammar);
    if (shell == "fish") return fishCompletions(grammar);
    usage(unknownName("shell", shell, shells()));
}

}  // namespace engram
