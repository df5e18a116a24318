#include "app/language/language.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <algorithm>

#include "core/base/asset.h"

namespace engram {

namespace {

QString& current() {
    static QString code = QStringLiteral("en");
    return code;
}

bool isSpoken(const QString& code) {
    return std::ranges::any_of(languages(), [&](const Language& language) { return code == QLatin1String(language.code); });
}

// The first of the person's languages that is spoken here; else English.
QString systemLanguage() {
    for (const QString& name : QLocale::system().uiLanguages())
        if (const QString code = name.section(QLatin1Char('-'), 0, 0); isSpoken(code)) return code;
    return QStringLiteral("en");
}

}  // namespace

const std::vector<Language>& languages() {
    static const std::vector<Language> all{{"en", "English"}, {"de", "Deutsch"}};
    return all;
}

void speak(const QString& code) {
    current() = isSpoken(code) ? code : systemLanguage();
    static QTranslator own, toolkit;  // the toolkit's: Cancel, Save, the dialogs for files
    QCoreApplication::removeTranslator(&own);
    QCoreApplication::removeTranslator(&toolkit);
    if (current() == QLatin1String("en")) return;
    if (toolkit.load(QStringLiteral("qtbase_") + current(), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&toolkit);
    const std::string_view words = asset("assets/translations/engram_" + current().toStdString() + ".qm");
    if (own.load(reinterpret_cast<const uchar*>(words.data()), int(words.size()))) QCoreApplication::installTranslator(&own);
}

QString spokenLanguage() { return current(); }

std::string spoken(const std::string& text) {
    if (text.empty() || current() == QLatin1String("en")) return text;
    return QCoreApplication::translate("Core", text.c_str()).toStdString();
}

QString spokenCommand(const std::string& text) { return QCoreApplication::translate("Commands", text.c_str()); }

}  // namespace engram
