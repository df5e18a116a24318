#include "app/language/language.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <algorithm>

#include "app/language/books.h"
#include "app/language/phrases.h"
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

QTranslator& own() {
    static QTranslator translator;
    return translator;
}

Phrasebook& open(Book book) {
    const auto find = [](const char* context) {
        return [context](const std::string& phrase) -> std::optional<std::string> {
            const QString found = phrase.empty() ? QString() : own().translate(context, phrase.c_str());
            return found.isEmpty() ? std::nullopt : std::optional(found.toStdString());
        };
    };
    static Phrasebook core(find("Core"), phrasesOf(Book::Core)), marks(find("Marks"), phrasesOf(Book::Marks)),
        words(find("Words"), phrasesOf(Book::Words));
    return book == Book::Marks ? marks : book == Book::Words ? words : core;
}

}  // namespace

const char* contextOf(Book book) { return book == Book::Marks ? "Marks" : book == Book::Words ? "Words" : "Core"; }

const std::vector<Phrase>& phrasesOf(Book book) {
    static const std::vector<Phrase> core = [] {
        std::vector<Phrase> all = boardPhrases();
        for (const auto& more : {namePhrases(), reasonPhrases(), refusalPhrases()}) all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    static const std::vector<Phrase> marks = markPhrases(), words = wordPhrases();
    return book == Book::Marks ? marks : book == Book::Words ? words : core;
}

const std::vector<Language>& languages() {
    static const std::vector<Language> all{{"en", "English"}, {"de", "Deutsch"}};
    return all;
}

void speak(const QString& code) {
    current() = isSpoken(code) ? code : systemLanguage();
    static QTranslator toolkit;  // the toolkit's: Cancel, Save, the dialogs for files
    QCoreApplication::removeTranslator(&own());
    QCoreApplication::removeTranslator(&toolkit);
    if (current() == QLatin1String("en")) return;
    if (toolkit.load(QStringLiteral("qtbase_") + current(), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&toolkit);
    const std::string_view words = asset("assets/translations/engram_" + current().toStdString() + ".qm");
    if (own().load(reinterpret_cast<const uchar*>(words.data()), int(words.size()))) QCoreApplication::installTranslator(&own());
    for (const Book book : {Book::Core, Book::Marks, Book::Words}) open(book).forget();
}

QString spokenLanguage() { return current(); }
bool speaksEnglish() { return current() == QLatin1String("en"); }

std::string spoken(const std::string& text, Book book) { return text.empty() || speaksEnglish() ? text : open(book).say(text); }
std::string spoken(const std::string& text) { return spoken(text, Book::Core); }

QString spokenCommand(const std::string& text) { return QCoreApplication::translate("Commands", text.c_str()); }

}  // namespace engram
