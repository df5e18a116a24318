#include "app/shell/language_commands.h"

#include "app/language/language.h"

namespace engram {

void addLanguageCommands(Commands& commands, Preferences& preferences, const Say& say) {
    const auto add = [&](const std::string& id, const std::string& name, const QString& code) {
        commands.add({"view.language." + id, "View/Language", name, "",
                      [&preferences, say, code] {
                          preferences.setLanguage(code);
                          say(utf8(Panels::tr("The language changes when Engram is started again")));
                      },
                      [&preferences, code] { return preferences.language() == code; }});
    };
    add("system", QT_TRANSLATE_NOOP("Commands", "As the system"), {});
    for (const Language& language : languages()) add(language.code, language.name, QString::fromLatin1(language.code));
}

}  // namespace engram
