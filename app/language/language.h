// The language of the window. The core speaks English; what it says of an experiment is put into the language where it is shown, with
// the experiment's id as context. The command line stays English.
#pragma once

#include <QString>
#include <string>
#include <vector>

namespace engram {

struct Language {
    const char *code, *name;  // "de", "Deutsch"
};
const std::vector<Language>& languages();

// From here on; `code` is one of languages(), or empty for the system's own. Before any text is asked for.
void speak(const QString& code);
QString spokenLanguage();  // its code

// In the language, or the text itself where there is no translation.
std::string spoken(const std::string& context, const std::string& text);
inline std::string utf8(const QString& text) { return text.toStdString(); }

// All that spoken() is asked for, as a source file for lupdate.
std::string wordsOfCore();

}  // namespace engram
