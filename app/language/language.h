// The language of the window. The core and the commands speak English; what they say is put into the language where it is shown. The
// command line stays English.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>
#include <vector>

namespace engram {

struct Board;

struct Language {
    const char *code, *name;  // "de", "Deutsch"
};
const std::vector<Language>& languages();

// From here on; `code` is one of languages(), or empty for the system's own. Before any text is asked for.
void speak(const QString& code);
QString spokenLanguage();  // its code

// What the core says of an experiment: a label, help, title. The text itself where there is no translation.
std::string spoken(const std::string& text);
void speakIn(Board& board);                      // titles, hints, and why a panel is absent
QString spokenCommand(const std::string& text);  // a menu or an entry of one

// Texts that ImGui draws: utf8(Panels::tr("Stop comparing")).
struct Panels {
    Q_DECLARE_TR_FUNCTIONS(Panels)
};
inline std::string utf8(const QString& text) { return text.toStdString(); }

// All that spoken() may be asked for, as a source file for lupdate.
std::string wordsOfCore();

}  // namespace engram
