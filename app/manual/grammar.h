// What may be typed after `engram`, read out of its parser as plain data. The manual page and the completions of the shells are made
// of it, so they cannot say anything else than the parser does.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/App.hpp>

namespace engram {

// What a word may be completed to; told by the type that the option or positional declares.
enum class Takes {
    Nothing,     // a flag
    Choice,      // "cpu|gpu|auto"
    Experiment,  // or a file: "EXP|FILE"
    Assignment,  // "id=value"
    Panels,      // "NAME[,NAME...]"
    File,        // or a folder
    Folder,
    Other  // numbers, sizes, words of one's own
};

struct GrammarEntry {
    std::vector<std::string> names;  // "-o", "--output"; of a positional only what it is called
    std::string type, help;
    Takes takes = Takes::Other;
    std::vector<std::string> choices;
    bool required = false, many = false;
};

struct GrammarVerb {
    std::string name, help;  // empty for what needs no verb
    std::vector<GrammarEntry> options, positionals;
};

struct Grammar {
    std::string about;
    GrammarVerb window;
    std::vector<GrammarVerb> verbs;
};

Grammar grammarOf(const CLI::App& program);

std::string manualPage(const CLI::App& program);  // engram.1, in the macros of man(7)

const std::vector<std::string>& shells();                                    // bash, zsh, fish
std::string completions(const CLI::App& program, const std::string& shell);  // throws usage for an unknown shell
std::string bashCompletions(const Grammar& grammar);
std::string zshCompletions(const Grammar& grammar);
std::string fishCompletions(const Grammar& grammar);

// What the completions of the shells share.

using WordTable = std::vector<std::pair<std::string, std::vector<std::string>>>;  // rows of a key and its words
// The table as a function of bash and zsh that prints the words of its argument.
std::string shellFunction(const std::string& name, const WordTable& table);

std::vector<std::string> experimentIds();
// What depends on the experiment, as functions of a shell: parameters of "dense_memory", values of "dense_memory.model", and panels.
// `function` writes one of them, as shellFunction does.
std::string experimentFunctions(std::string (*function)(const std::string& name, const WordTable& table));

std::string backslashed(const std::string& text, std::string_view special);  // before each of the special characters

}  // namespace engram
