// What the core says of its experiments, and these while they play, in the form in which lupdate looks for text.
#include <algorithm>
#include <set>

#include "app/language/books.h"
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
    const auto add = [&](const std::string& context, const std::string& text) {
        if (isWords(text)) source += "QT_TRANSLATE_NOOP(\"" + context + "\", " + quoted(text) + ")\n";
    };
    for (const std::string& text : texts) add("Core", text);
    for (const auto& [context, phrases] : playedPhrases())
        for (const std::string& phrase : phrases) add(context, phrase);
    return source;
}

}  // namespace engram
