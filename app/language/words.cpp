// What the core says of its experiments, in the form in which lupdate looks for text.
#include <algorithm>
#include <cctype>
#include <set>

#include "app/language/language.h"
#include "core/experiment/experiment.h"

namespace engram {

namespace {

void addTexts(std::set<std::string>& texts, const Experiment& e) {
    texts.insert({e.title, e.summary});
    for (const ParamSpec& spec : e.params.specs()) {
        texts.insert({spec.label, spec.help, spec.group, spec.unit, spec.entry});
        for (const Choice& choice : spec.choices) texts.insert({choice.label, choice.help});
    }
    for (const Measure& measure : e.measures) texts.insert({measure.label, measure.help, measure.unit});
    for (const PanelInfo& panel : e.panels) texts.insert(panel.title);
    for (const Example& example : e.examples) texts.insert({example.title, example.summary});
}

// Formulas, units and numbers are the same in every language.
bool isWords(const std::string& text) {
    std::size_t longest = 0, length = 0;
    for (const char c : text) {
        length = std::isalpha(static_cast<unsigned char>(c)) ? length + 1 : 0;
        longest = std::max(longest, length);
    }
    return longest > 2;
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) result += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return result + "\"";
}

}  // namespace

std::string wordsOfCore() {
    std::set<std::string> texts;
    for (const Experiment& e : experiments()) addTexts(texts, e);
    std::string source;
    for (const std::string& text : texts)
        if (isWords(text)) source += "QT_TRANSLATE_NOOP(\"Core\", " + quoted(text) + ")\n";
    return source;
}

}  // namespace engram
