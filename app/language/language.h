// The language of the window. The core and the commands speak English; what they say is put into the language where it is shown. The
// command line stays English.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>
#include <vector>

namespace engram {

struct Board;
struct Panel;

struct Language {
    const char *code, *name;  // "de", "Deutsch"
};
const std::vector<Language>& languages();

// From here on; `code` is one of languages(), or empty for the system's own. Before any text is asked for.
void speak(const QString& code);
QString spokenLanguage();  // its code
bool speaksEnglish();      // as the core does: nothing is looked up

// What the core says: a label, a subtitle with its numbers, the sentence of an Error. Words without a translation stay as they are.
std::string spoken(const std::string& text);
void speakIn(Panel& panel);  // all that a panel shows in the window; what is exported is drawn anew, in English
void speakIn(Board& board);  // its panels; its sentence is spoken with the rest of the summary
std::string spokenTip(const Panel& panel, const std::string& tip);  // what the pointer reads out of a panel
QString spokenCommand(const std::string& text);                     // a menu or an entry of one

// Texts that ImGui draws: utf8(Panels::tr("Stop comparing")).
struct Panels {
    Q_DECLARE_TR_FUNCTIONS(Panels)
};
inline std::string utf8(const QString& text) { return text.toStdString(); }

// All that spoken() may be asked for, as a source file for lupdate.
std::string wordsOfCore();

}  // namespace engram
